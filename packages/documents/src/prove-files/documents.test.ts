import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aMinutesPaper, aRecordPaper } from "../write-minutes/test-paper.js";
import { writeMinutes } from "../write-minutes/write-minutes.js";
import { writeRecord } from "../write-minutes/write-record.js";
import { writeNotice } from "../write-notice/write-notice.js";
import { hasOffice, readDocument, reopen } from "./test-office.js";

const stamp = "2026-09-10T01:00:00Z";
const notice = {
  body: "光明路社区莲心议事会",
  time: "2026年9月9日（星期三）下午3:00",
  place: "二楼议事厅",
  matters: ["东侧挡土墙"],
  issuer: "光明路社区居民委员会",
  issuedOn: "2026-09-05",
};
const hostile = "=1+1 <w:p/> & \u0000 张·三 𠮷";
const papers = async () => ({
  "official.docx": await writeMinutes(aMinutesPaper({ layout: "gbt9704" })),
  "plain.docx": await writeMinutes(aMinutesPaper({ layout: "plain" })),
  "record.docx": await writeRecord(aRecordPaper()),
  "notice.docx": await writeNotice(notice, stamp),
  "hostile.docx": await writeMinutes(aMinutesPaper({ place: hostile, leftovers: [hostile] })),
});
/** Fonts of the layout may be missing here, so lines break elsewhere; words, cells and margins do not change. */
const linesOf = (paragraphs: readonly string[]) => paragraphs.filter((line) => line.trim() !== "");

test.skipIf(!hasOffice)(
  "LibreOffice (skipped where it is missing) reads every paragraph, table cell and margin of every document as it was written",
  { timeout: 300_000 },
  async () => {
    const files = await papers();

    const opened = reopen(files, "docx");

    for (const [name, bytes] of Object.entries(files)) {
      const [asked, understood] = [readDocument(bytes), readDocument(opened[name]!)];
      expect([name, linesOf(understood.paragraphs)]).toEqual([name, linesOf(asked.paragraphs)]);
      expect([name, understood.tables]).toEqual([name, asked.tables]);
      expect([name, understood.margins, understood.size]).toEqual([name, asked.margins, asked.size]);
    }
    expect(readDocument(opened["official.docx"]!)).toMatchObject({ margins: { top: 37, right: 26, bottom: 35, left: 28 }, size: [210, 297] });
  },
);

const pictures = process.env.LIANXIN_PICTURES;

test.skipIf(!hasOffice || !pictures)("the minutes are laid out on pages, to be looked at (with LIANXIN_PICTURES)", { timeout: 300_000 }, async () => {
  const { "official.docx": official, "plain.docx": plain } = await papers();

  const drawn = reopen({ "minutes-official.docx": official, "minutes-plain.docx": plain }, "pdf");

  for (const [name, picture] of Object.entries(drawn)) {
    expect(picture.subarray(1, 4).toString()).toBe("PDF");
    writeFileSync(join(pictures!, name.replace("docx", "pdf")), picture);
  }
});

test.skipIf(!hasOffice || !process.env.LIANXIN_FULL)(
  "LibreOffice opens the minutes of a meeting with thirty items (with LIANXIN_FULL)",
  { timeout: 300_000 },
  async () => {
    const [item] = aMinutesPaper().items;
    const items = Array.from({ length: 30 }, (_, n) => ({ ...item!, title: `${item!.title}之${n + 1}` }));
    const files = {
      "long.docx": await writeMinutes(aMinutesPaper({ items })),
      "official.docx": await writeMinutes(aMinutesPaper({ items, layout: "gbt9704" })),
    };

    const opened = reopen(files, "docx");

    for (const [name, bytes] of Object.entries(files)) expect(readDocument(opened[name]!).tables).toEqual(readDocument(bytes).tables);
  },
);
