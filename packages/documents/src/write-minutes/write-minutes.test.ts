import { expect, test } from "vitest";
import { readParts } from "../read-sheet/read-parts.js";
import { usualLimits } from "../read-sheet/sheet-grid.js";
import { readZipDirectory } from "../read-sheet/zip-directory.js";
import { writeOrdinal } from "./chinese-forms.js";
import { aMinutesPaper } from "./test-paper.js";
import { writeMinutes } from "./write-minutes.js";

const partOf = (bytes: Uint8Array, name: string) => {
  const file = Buffer.from(bytes);
  return readParts(file, readZipDirectory(file, "a.docx", usualLimits), "a.docx")(name)!;
};
const linesOf = (xml: string) =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inside]) => [...inside!.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""));

test.each(["plain", "gbt9704"] as const)("prints every name, tally, owner and due date in the %s layout", async (layout) => {
  const lines = linesOf(partOf(await writeMinutes(aMinutesPaper({ layout })), "word/document.xml"));

  const text = lines.join("\n");
  expect(lines).toContain("光明路社区莲心议事会会议纪要");
  expect(lines).toContain("〔2026〕第 9 期");
  expect(text).toContain("应到 21 人，实到 16 人；赞成 14 票，反对 1 票，弃权 1 票。");
  for (const words of ["杨帆", "刘工（县住建局）", "孔亮", "吴琴", "2026年9月20日", "2026年10月20日", "何志远", "2026年9月10日", "东侧排水沟"])
    expect(text).toContain(words);
});

const nested = {
  agenda: [
    { number: "1", depth: 0, title: "挡土墙", time: "15:00—15:05", minutes: 5 },
    { number: "1.1", depth: 1, title: "怎么拆", time: "15:05—15:25", minutes: 20 },
    { number: "2", depth: 0, title: "停车", time: "15:25—15:55", minutes: 30 },
  ],
  items: ["1", "1.1", "2"].map((number, n) => ({ number, title: ["挡土墙", "怎么拆", "停车"][n]!, explanation: "", opinions: [], decisions: [] })),
};

test("counts what stands under an item under it, in both layouts, and the plain one prints when it was its turn", async () => {
  const paper = aMinutesPaper({ ...nested, leftovers: ["排水沟"] });

  const plain = linesOf(partOf(await writeMinutes(paper), "word/document.xml"));
  const official = linesOf(partOf(await writeMinutes({ ...paper, layout: "gbt9704" }), "word/document.xml"));

  expect(plain.filter((line) => line.startsWith("议题"))).toEqual(["议题一：挡土墙", "议题一之一：怎么拆", "议题二：停车"]);
  expect(plain.slice(plain.indexOf("1.1"), plain.indexOf("1.1") + 4)).toEqual(["1.1", "\u3000怎么拆", "15:05—15:25", "20"]);
  expect(official.filter((line) => /^[一二三](之一)?、/.test(line))).toEqual(["一、挡土墙", "一之一、怎么拆", "二、停车", "三、遗留问题"]);
});

test("leaves out parts that nobody filled", async () => {
  const paper = aMinutesPaper({ items: [{ title: "通报", explanation: "", opinions: [], decisions: [] }], leftovers: [], excused: [] });

  const plain = linesOf(partOf(await writeMinutes(paper), "word/document.xml"));
  const official = linesOf(partOf(await writeMinutes({ ...paper, layout: "gbt9704" }), "word/document.xml"));

  expect(plain).toContain("请假（0 人）：无");
  for (const word of ["情况说明", "主要意见", "表决结果", "议定事项", "遗留问题"]) expect(plain).not.toContain(word);
  expect(official.some((line) => line.startsWith("请假") || line.includes("（一）"))).toBe(false);
});

test("sets the official layout's page, lines and fonts, and names their substitutes", async () => {
  const bytes = await writeMinutes(aMinutesPaper({ layout: "gbt9704" }));

  const document = partOf(bytes, "word/document.xml");
  expect(document).toContain('w:w="11905" w:h="16837"');
  expect(document).toContain('w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"');
  expect(document).toContain('w:linePitch="579"');
  expect(document).toContain('w:eastAsia="仿宋_GB2312"');
  expect(document).toContain('<w:color w:val="000000"/>');
  expect(partOf(bytes, "word/fontTable.xml")).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong');
  expect(partOf(bytes, "word/settings.xml")).toContain("w:evenAndOddHeaders");
});

test("prints the red head only for those who want it", async () => {
  const bytes = await writeMinutes(aMinutesPaper({ layout: "gbt9704", isRedHead: true }));

  expect(partOf(bytes, "word/document.xml")).toContain('<w:color w:val="E60012"/>');
});

test("takes any text as text and its dates from the stamp", async () => {
  const hostile = 'a<w:p/>&amp;"\u0000\u000b\ud800]]>';
  const bytes = await writeMinutes(aMinutesPaper({ title: hostile, place: hostile, leftovers: [`${hostile}\nb`] }));

  const document = partOf(bytes, "word/document.xml");
  expect(document).toContain("a&lt;w:p/&gt;&amp;amp;&quot;");
  expect(document).not.toMatch(/[\u0000-\u0008\u000b]/);
  expect(partOf(bytes, "docProps/core.xml")).toContain("2026-09-10T01:00:00Z</dcterms:created>");
});

test.each([
  [1, "一"],
  [10, "十"],
  [11, "十一"],
  [20, "二十"],
  [99, "九十九"],
  [100, "100"],
])("counts %i as %s", (number, expected) => {
  const ordinal = writeOrdinal(number);

  expect(ordinal).toBe(expected);
});

test("spoilt papers stand in the tally, so that its sum is the papers that came back", async () => {
  const motion = { text: "先拆除清理", expected: 21, present: 16, yes: 11, no: 2, abstain: 1, invalid: 2, result: "通过。" };
  const paper = aMinutesPaper({ items: [{ title: "挡土墙", explanation: "", opinions: [], decisions: [], motion }] });

  const lines = linesOf(partOf(await writeMinutes(paper), "word/document.xml"));

  expect(lines.join("\n")).toContain("赞成 11 票，反对 2 票，弃权 1 票，废票 2 张。");
});
