import { writeVisitBook } from "@lianxin/documents";
import type { ElderPairingContext } from "../plugin.js";
import { linesBelow } from "./pair-lines.js";

/** A year of monthly visits, on one page. */
const blankRows = 12;
const headings = ["日期", "方式", "见到了吗", "精神", "不好的地方", "要办的事", "签名或手印"];

/** The visit book (探访记录本) of a place, a page for each elder; kept locked in the office. */
export async function writeBook(ctx: ElderPairingContext, path: string, place: string): Promise<string> {
  const lines = await linesBelow(ctx, path);
  return writeVisitBook({
    ...{ title: `${place}探访记录本`, year: `${ctx.clock.today().slice(0, 4)}年`, headings, blankRows },
    reminder: "方式：上门、电话、视频、他人代看。不写病名。用完锁进办公室。",
    sheets: lines.map(({ name, village, group, primary, backup }) => ({
      ...{ name, home: `${village} ${group}`.trim() },
      helpers: [
        ["A角", primary],
        ["B角", backup],
      ],
    })),
  });
}
