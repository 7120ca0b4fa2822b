import { writeEmptySheet, xlsxType } from "@lianxin/documents";
import { elderPairing } from "../plugin.js";
import { atPlace, route } from "../services.js";
import { Nothing } from "../shapes.js";
import { columnsOf, kindOf } from "./look-at-file.js";

export const emptyRegisterRoute = route("GET /places/:placeId/registers/:kind/empty", {
  summary: "An empty sheet of elders, cadres or positions of villages to be filled in, with what each column takes",
  may: elderPairing.permissions.keepRegisters,
  at: atPlace,
  returns: Nothing,
  async handle({ params, text, clock }) {
    const kind = kindOf(params.kind);
    const title = text(`elder-pairing.registers.${kind}`, {}, "zh-CN");
    const body = await writeEmptySheet({ title, columns: columnsOf[kind], stamp: clock.now() });
    return { file: `空表-${title}.xlsx`, type: xlsxType, body };
  },
});
