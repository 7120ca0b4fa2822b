import { xlsxType } from "@lianxin/documents";
import { Type } from "typebox";
import { Answers, Collector } from "../keep-children/child.route.js";
import { route } from "../services.js";
import { Line, Nothing, Text } from "../shapes.js";
import { linesPerSlice } from "./import-children.js";
import type { ListFile, RefusedLine } from "./read-list.js";

/** Two megabytes: a list, not an archive. */
const largestFile = 2_000_000;
const Short = Type.String({ maxLength: 40 });
/** As a child is registered, with what a cell may leave out: such a line is refused by name and not the slice. */
const Child = Type.Object({
  ...{ name: Line, bornIn: Short, isGirl: Type.Boolean(), grade: Type.Optional(Short), gridName: Type.Optional(Short) },
  ...{ health: Type.Optional(Type.String({ maxLength: 200 })), textVersion: Short, givenOn: Short },
  guardian: Type.Object({ name: Line, phone: Type.String({ maxLength: 30 }), relation: Short }),
  consents: Answers,
  collectors: Type.Array(Collector, { maxItems: 2 }),
});
const Lines = Type.Array(Type.Object({ line: Type.Integer({ minimum: 1 }), child: Child }));
const Refused = Type.Array(Type.Object({ line: Type.Integer(), problem: Text, remedy: Text }));

export const readListRoute = route("POST /homes/:homeId/children/list", {
  summary: "Read a home's list of children from a file and say which lines can be written; nothing is written",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  reads: true,
  upload: largestFile,
  returns: Type.Object({ lines: Lines, refused: Refused }),
  async handle({ params, body, services }) {
    await services.homes.mustDirect(params.homeId);
    const judged = await services.imports.judge(params.homeId, await services.imports.read(body as ListFile));
    return judged as { lines: never[]; refused: RefusedLine[] };
  },
});

/** What the form sent beside the file; anything else is taken as nothing refused. */
function refusedOf(json: string | undefined): RefusedLine[] {
  try {
    const said: unknown = JSON.parse(json ?? "[]");
    return Array.isArray(said) ? said.filter((one) => Number.isInteger(one?.line) && typeof one.problem === "string" && typeof one.remedy === "string") : [];
  } catch {
    return [];
  }
}

export const annotatedListRoute = route("POST /homes/:homeId/children/list-annotated", {
  summary: "The lines of the file that were refused, with why written on them, to be mended and brought in again",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  reads: true,
  upload: largestFile,
  returns: Nothing,
  async handle({ params, body, services }) {
    await services.homes.mustDirect(params.homeId);
    const { refused, ...file } = body as unknown as ListFile & { readonly refused?: string };
    return {
      file: "要改的名册.xlsx",
      type: xlsxType,
      body: await services.imports.annotate(params.homeId, await services.imports.read(file), refusedOf(refused)),
    };
  },
});

export const startImportRoute = route("POST /homes/:homeId/imports", {
  summary: "Open an import of children; its lines follow in slices and are taken back as one",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  returns: Type.Object({ id: Text, linesPerSlice: Type.Integer() }),
  handle: async ({ params, services }) => ({ id: await services.imports.start(params.homeId), linesPerSlice }),
});

export const importLinesRoute = route("POST /imports/:importId/lines", {
  summary: "Write down a slice of a list's children; a line without a guardian's signed consent is refused, and the same lines again write nothing",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.import(params.importId),
  body: Type.Object({ lines: Type.Array(Lines.items, { minItems: 1, maxItems: linesPerSlice }) }),
  returns: Type.Object({ added: Type.Integer(), refused: Refused }),
  handle: ({ params, body, services }) => services.imports.lines(params.importId, body.lines),
});

export const undoImportRoute = route("POST /imports/:importId/undo", {
  summary: "Take an import of children back, a turn at a time, within a day; who is on a list or was changed since stays",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.import(params.importId),
  returns: Type.Object({ undone: Type.Integer(), kept: Type.Integer(), isDone: Type.Boolean() }),
  handle: ({ params, services }) => services.imports.undo(params.importId),
});

export const listImportsRoute = route("GET /homes/:homeId/imports", {
  summary: "The imports of a home that can be taken back still, for its director",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  returns: Type.Object({ imports: Type.Array(Type.Object({ id: Text, importedAt: Text, added: Type.Integer() })) }),
  handle: async ({ params, services }) => ({ imports: await services.imports.list(params.homeId) }),
});

export const emptyListRoute = route("GET /homes/:homeId/children-sheet", {
  summary: "An empty list of children to fill in and import, with how each column is filled in; for the home's director",
  may: "signed-in",
  at: ({ params, services }) => services.placeOf.home(params.homeId),
  returns: Nothing,
  handle: async ({ params, services }) => ({ file: "空表-儿童之家名册.xlsx", type: xlsxType, body: await services.imports.emptyList(params.homeId) }),
});
