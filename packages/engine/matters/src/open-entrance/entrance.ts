import { squareQr, writeEntrancePoster, type QrSquares } from "@lianxin/documents";
import type { MattersContext } from "../plugin.js";
import { officeOf } from "../print-matter/print-matter.js";

const path = "/matters/report";

/** Where anybody raises something without an account: its full address, and the same as a code to scan. */
export function showEntrance({ linkTo }: MattersContext): { readonly link: string; readonly qr: QrSquares } {
  const link = linkTo(path);
  return { link, qr: squareQr(link) };
}

/** The poster to put up at the entrance of a house: the code to scan, the address, the telephone. */
export async function printEntrance(ctx: MattersContext): Promise<string> {
  return writeEntrancePoster({ ...(await officeOf(ctx)), link: ctx.linkTo(path), replyDays: ctx.config.replyDays });
}
