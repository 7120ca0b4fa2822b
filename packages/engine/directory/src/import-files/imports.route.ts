import { Type } from "typebox";
import { errors } from "../errors.js";
import { mayAnswerFor } from "../link-account/may-answer-for.js";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Id, orNull, WithId } from "../shapes.js";
import { linesPerSlice } from "./import-lines.js";
import { Kind, Line } from "./preview.route.js";

const Text = Type.String();
const Counted = { added: Type.Integer(), changed: Type.Integer(), same: Type.Integer() };

export const startImportRoute = route("POST /imports", {
  summary: "Open an import; its lines follow in slices and are undone as one",
  may: directory.permissions.import,
  at: async ({ body, services }) => (await services.places.placeOf(body.placeId))!,
  body: Type.Object({ kind: Kind, placeId: Id, fileName: Type.String({ minLength: 1, maxLength: 200 }) }),
  returns: Type.Object({ id: Text, linesPerSlice: Type.Integer() }),
  handle: async ({ body, services, actor }) => ({ id: await services.imports.start({ ...body, by: actor.personId }), linesPerSlice }),
});

export const importLinesRoute = route("POST /imports/:importId/lines", {
  summary: "Bring a slice of lines in; the same lines again change nothing",
  may: directory.permissions.import,
  at: async ({ params, services }) => (await services.imports.placeOf(params.importId))!,
  body: Type.Object({ lines: Type.Array(Line, { minItems: 1, maxItems: linesPerSlice }) }),
  returns: Type.Object(Counted),
  async handle({ params, body, services, may }) {
    const givesRoles = body.lines.some(({ values }) => values.role || values.organization);
    const isGiver = await may("directory.giveRoles", (await services.imports.placeOf(params.importId))!);
    if (givesRoles && !isGiver) throw errors.rolesNotYours();
    return services.imports.lines(params.importId, body.lines, async (personId) => isGiver && mayAnswerFor({ services, may }, personId));
  },
});

export const undoImportRoute = route("POST /imports/:importId/undo", {
  summary: "Take an import back, a turn at a time, within a day; rows changed since stay",
  may: directory.permissions.import,
  at: async ({ params, services }) => (await services.imports.placeOf(params.importId))!,
  returns: Type.Object({ undone: Type.Integer(), kept: Type.Integer(), isDone: Type.Boolean() }),
  handle: ({ params, services }) => services.imports.undo(params.importId),
});

export const listImportsRoute = route("GET /imports", {
  summary: "The latest imports",
  may: directory.permissions.import,
  at: "list",
  returns: Type.Object({
    imports: Type.Array(Type.Object({ ...WithId.properties, kind: Text, fileName: Text, importedAt: Text, undoneAt: orNull(Text), ...Counted })),
  }),
  handle: async ({ scope, services }) => ({ imports: await services.imports.list(scope) }),
});
