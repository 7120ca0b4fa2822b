import { Type, type Static } from "typebox";
import { elderPairing } from "../plugin.js";
import { route } from "../services.js";
import { Int, Text } from "../shapes.js";
import { kindOf, lookAtFile } from "./look-at-file.js";
import { settleTies } from "./settle-ties.js";
import { linesPerSlice, storeLines } from "./store-lines.js";

const Line = Type.Object({ line: Type.Integer({ minimum: 1 }), values: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 1_000 })) });
const Remarks = Type.Array(Type.Object({ address: Text, line: Int, text: Text }));
const Preview = Type.Object({
  ...{ ready: Type.Array(Line), problems: Remarks, corrections: Remarks, duplicates: Remarks, left: Remarks, skipped: Int },
  counts: Type.Object({ over70: Int, alone: Int, disabled: Int }),
});

export const previewRegisterRoute = route("POST /places/:placeId/registers/:kind/preview", {
  summary: "Read a sheet of elders, cadres or positions of villages and say, cell by cell, what would come of it; nothing is written",
  may: elderPairing.permissions.keepRegisters,
  at: async ({ params, services }) => services.places.get(params.placeId),
  reads: true,
  upload: 20_000_000,
  returns: Preview,
  async handle(ctx) {
    const { path } = await ctx.services.places.get(ctx.params.placeId);
    const file = ctx.body as unknown as { readonly name: string; readonly bytes: Uint8Array };
    return (await lookAtFile(ctx, kindOf(ctx.params.kind), path, file)) as Static<typeof Preview>;
  },
});

export const importRegisterRoute = route("POST /places/:placeId/registers/:kind/lines", {
  summary: "Bring a slice of a sheet's lines in; the same lines again change nothing",
  may: elderPairing.permissions.keepRegisters,
  at: async ({ params, services }) => services.places.get(params.placeId),
  body: Type.Object({ lines: Type.Array(Line, { minItems: 1, maxItems: linesPerSlice }) }),
  returns: Type.Object({ added: Int, changed: Int, same: Int }),
  async handle(ctx) {
    const kind = kindOf(ctx.params.kind);
    const counts = await storeLines(ctx, kind, (await ctx.services.places.get(ctx.params.placeId)).path, ctx.body.lines);
    ctx.audit("import", ctx.params.placeId, { kind, ...counts });
    return counts;
  },
});

export const settleTiesRoute = route("POST /places/:placeId/registers/ties", {
  summary: "After both sheets are in: find out who is whose parent and who knows whom",
  may: elderPairing.permissions.keepRegisters,
  at: async ({ params, services }) => services.places.get(params.placeId),
  returns: Type.Object({ added: Int }),
  async handle(ctx) {
    const added = await settleTies(ctx);
    ctx.audit("ties", ctx.params.placeId, { added });
    return { added };
  },
});
