import { within } from "@lianxin/plugin-kit";
import { Type, type Static } from "typebox";
import { elderPairing } from "../plugin.js";
import { atPlace, route } from "../services.js";
import { errors } from "../errors.js";
import { Flag, Id, Int, orNull, Text } from "../shapes.js";
import { kindOf, lookAtFile } from "./look-at-file.js";
import type { Mended } from "./mend-cells.js";
import { recordDeeds } from "./record-deeds.js";
import { settleTies } from "./settle-ties.js";
import { linesPerSlice, storeLines } from "./store-lines.js";
import { findImport, startImport, undoImport } from "./undo-import.js";

const Line = Type.Object({
  line: Type.Integer({ minimum: 1 }),
  values: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 1_000 })),
  returns: Type.Optional(Flag),
  sameAs: Type.Optional(Id),
});
const Remarks = Type.Array(Type.Object({ address: Text, line: Int, text: Text, now: Text, isPlace: Type.Optional(Flag), isHeading: Type.Optional(Flag) }));
const Preview = Type.Object({
  ...{ ready: Type.Array(Line), leaving: Type.Array(Line), problems: Remarks, corrections: Remarks, duplicates: Remarks, left: Remarks, skipped: Int },
  returning: Type.Array(Type.Object({ line: Int, name: Text, state: Text, since: orNull(Text) })),
  alike: Type.Array(Type.Object({ line: Int, name: Text, people: Type.Array(Type.Object({ id: Text, village: orNull(Text), fact: Text })) })),
  unknownPlaces: Type.Array(Text),
  counts: Type.Object({ over70: Int, alone: Int, disabled: Int }),
});

/** What the form sent beside the file: "D7" → text. Anything else is taken as nothing mended. */
function mendedOf(json: string | undefined): Mended {
  const read = (): unknown => {
    try {
      return JSON.parse(json ?? "{}");
    } catch {
      return {};
    }
  };
  return Object.fromEntries(Object.entries(Object(read()) as Record<string, unknown>).filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}

export const previewRegisterRoute = route("POST /places/:placeId/registers/:kind/preview", {
  summary:
    "Read a sheet of elders, cadres or positions of villages, with the cells that were mended, and say, cell by cell, what would come of it; nothing is written",
  may: elderPairing.permissions.keepRegisters,
  at: atPlace,
  reads: true,
  upload: 20_000_000,
  returns: Preview,
  async handle(ctx) {
    const { path } = await ctx.services.places.get(ctx.params.placeId);
    const { mended, ...file } = ctx.body as unknown as { readonly name: string; readonly bytes: Uint8Array; readonly mended?: string };
    return (await lookAtFile(ctx, kindOf(ctx.params.kind), path, file, mendedOf(mended))) as Static<typeof Preview>;
  },
});

const Counts = Type.Object({ added: Int, changed: Int, same: Int, ended: Int });

export const startImportRoute = route("POST /places/:placeId/registers/:kind/imports", {
  summary: "Open an import; its lines follow in slices and are undone as one",
  may: elderPairing.permissions.keepRegisters,
  at: atPlace,
  body: Type.Object({ fileName: Type.String({ minLength: 1, maxLength: 200 }) }),
  returns: Type.Object({ id: Text, linesPerSlice: Int }),
  async handle(ctx) {
    const { path: placePath } = await ctx.services.places.get(ctx.params.placeId);
    return { id: await startImport(ctx, { placePath, kind: kindOf(ctx.params.kind), fileName: ctx.body.fileName }), linesPerSlice };
  },
});

export const importLinesRoute = route("POST /imports/:importId/lines", {
  summary:
    "Bring a slice of a sheet's lines in; the same lines again change nothing, and whoever is on the register as gone comes back only where the line says so; a line may say which of the register it means",
  may: elderPairing.permissions.keepRegisters,
  at: async ({ params, services }) => services.people.placeOfImport(params.importId),
  body: Type.Object({ lines: Type.Array(Line, { minItems: 1, maxItems: linesPerSlice }) }),
  returns: Counts,
  async handle(ctx) {
    const { kind, placePath, undoneAt } = (await findImport(ctx.db, ctx.params.importId))!;
    if (undoneAt !== null) throw errors.importUndone();
    const counts = await recordDeeds(ctx, ctx.params.importId, await storeLines(ctx, kindOf(kind), placePath, ctx.body.lines));
    ctx.audit("import", ctx.params.importId, { kind, ...counts });
    return counts;
  },
});

export const undoImportRoute = route("POST /imports/:importId/undo", {
  summary: "Take an import back, a turn at a time, within a day; what was changed or used since stays",
  may: elderPairing.permissions.keepRegisters,
  at: async ({ params, services }) => services.people.placeOfImport(params.importId),
  returns: Type.Object({ undone: Int, kept: Int, isDone: Flag }),
  handle: (ctx) => undoImport(ctx, ctx.params.importId),
});

export const listImportsRoute = route("GET /imports", {
  summary: "The latest imports of registers",
  may: elderPairing.permissions.keepRegisters,
  at: "list",
  returns: Type.Object({
    imports: Type.Array(Type.Object({ ...{ id: Text, kind: Text, fileName: Text, importedAt: Text, undoneAt: orNull(Text) }, ...Counts.properties })),
  }),
  async handle({ db, scope }) {
    const imports = await within(db, scope, "elder_pairing_import")
      .select(["id", "kind", "fileName", "importedAt", "undoneAt", "added", "changed", "same", "ended"])
      .orderBy("importedAt", "desc")
      .limit(20)
      .execute();
    return { imports };
  },
});

export const settleTiesRoute = route("POST /places/:placeId/registers/ties", {
  summary: "After both sheets are in: find out who is whose parent and who knows whom",
  may: elderPairing.permissions.keepRegisters,
  at: atPlace,
  returns: Type.Object({ added: Int }),
  async handle(ctx) {
    const added = await settleTies(ctx);
    ctx.audit("ties", ctx.params.placeId, { added });
    return { added };
  },
});
