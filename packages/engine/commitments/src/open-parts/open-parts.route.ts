import { Type } from "typebox";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { Day, Id, Line, Note, oneOf, Text, Words } from "../shapes.js";
import { directSource } from "./direct-source.js";
import { evidenceKinds } from "../report-progress/evidence-kinds.js";

const Needs = Type.Array(oneOf(evidenceKinds), { maxItems: evidenceKinds.length });

export const openPartRoute = route("POST /parts", {
  summary: "Put a piece of work into the ledger directly",
  may: commitments.permissions.assign,
  at: async ({ body, use }) => (await use.directory.findPlace(body.placeId))!,
  body: Type.Object({
    ...{ title: Line, standard: Words, placeId: Id, from: Line },
    evidenceNeeds: Type.Optional(Needs),
  }),
  returns: Type.Object({ id: Text }),
  async handle({ body, use, services, newId }) {
    const { path } = (await use.directory.findPlace(body.placeId))!;
    const source = { kind: directSource, id: newId(), meetingId: null, title: body.from.trim() };
    const [id] = await services.parts.open(source, [{ title: body.title, standard: body.standard, placePath: path, evidenceNeeds: body.evidenceNeeds ?? [] }]);
    return { id: id! };
  },
});

export const changeNeedsRoute = route("POST /parts/:partId/evidence-needs", {
  summary: "Say what a report of this part has to bring besides words, while it is not reported yet; nothing is asked for by an empty list",
  may: commitments.permissions.assign,
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  body: Type.Object({ evidenceNeeds: Needs }),
  returns: Type.Object({}),
  async handle({ params, body, services }) {
    await services.parts.changeNeeds((await services.parts.take(params.partId))!, body.evidenceNeeds);
    return {};
  },
});

export const deferPartRoute = route("POST /parts/:partId/deferral", {
  summary: "Put a part off until a day, with the reason",
  may: commitments.permissions.assign,
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  body: Type.Object({ reason: Note, reviewOn: Day, chairNote: Note }),
  returns: Type.Object({}),
  async handle({ params, body, services }) {
    await services.parts.defer((await services.parts.take(params.partId))!, body.reason ?? "", body.reviewOn, body.chairNote);
    return {};
  },
});

export const resumePartRoute = route("POST /parts/:partId/resumption", {
  summary: "Take a part up again that was put off",
  may: commitments.permissions.assign,
  at: async ({ params, services }) => (await services.parts.placeOf(params.partId))!,
  returns: Type.Object({}),
  async handle({ params, services }) {
    await services.parts.resume((await services.parts.take(params.partId))!);
    return {};
  },
});

export const listPlacesRoute = route("GET /places", {
  summary: "The places at which one may put work into the ledger",
  may: commitments.permissions.assign,
  at: "list",
  returns: Type.Object({ places: Type.Array(Type.Object({ id: Text, name: Text, depth: Type.Integer() })) }),
  handle: async ({ scope, use }) => ({ places: (await use.directory.placesIn(scope)).map(({ id, name, depth }) => ({ id, name, depth })) }),
});
