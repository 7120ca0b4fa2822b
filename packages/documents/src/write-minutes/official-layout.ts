import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  convertMillimetersToTwip as mm,
  type FileChild,
} from "docx";
import { listNames, writeDay, writeItemNumber, writeOrdinal } from "./chinese-forms.js";
import type { MinutesDecision, MinutesItem, MinutesPaper } from "./minutes-paper.js";
import { body, centred, fontEverywhere, labelled, paragraph, write, type Face } from "./paragraphs.js";
import { tellMotion } from "./tell-motion.js";

// 28 characters on 156 mm are 15.79 points each: a quarter of a point less than size 3. Not by a character grid, which programs read differently.
const spread = -5;
const text: Face = { font: "仿宋_GB2312", size: 16, spread };
const first: Face = { font: "黑体", size: 16, spread };
const second: Face = { font: "楷体_GB2312", size: 16, spread };
// 22 lines on 225 mm are 28.95 points each.
const lineTwips = 579;
const spacing = { line: lineTwips, lineRule: LineRuleType.EXACT };

/**
 * The layout of official papers (GB/T 9704-2012: A4, type area 156 × 225 mm, 22 lines of 28 characters, 仿宋 of size 3; minutes by §10.3: the
 * title as the head, attendance after the text, no seal). The numbers come from open implementations that quote the standard.
 */
export function layOutOfficial(paper: MinutesPaper): Document {
  const page = { size: { width: mm(210), height: mm(297) }, margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(25) } };
  const grid = { type: DocumentGridType.LINES, linePitch: lineTwips };
  const children: FileChild[] = [...writeHead(paper), ...paper.items.flatMap(writeItem), ...writeClosing(paper), ...writeAttendance(paper), ...writeEnd(paper)];
  return new Document({
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: text.font, size: text.size * 2 } } } },
    sections: [{ properties: { page, grid }, footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) }, children }],
  });
}

function writeHead({ title, number, issuer, issuedOn, time, place, chair, recorder, isRedHead }: MinutesPaper): Paragraph[] {
  const colour = isRedHead ? "E60012" : "000000";
  const line = { bottom: { style: "single" as const, size: 12, color: colour, space: 6 } };
  const facts = `${time}，在${place}召开会议。会议由${chair}主持，${recorder}记录。现将会议情况纪要如下：`;
  return [
    centred(title, { font: "方正小标宋简体", size: title.length > 18 ? 22 : 28, colour }, { spacing: { before: mm(20), after: mm(6) } }),
    centred(number, text, { spacing }),
    paragraph([write(issuer, text), write(`\u3000\u3000${writeDay(issuedOn)}`, text)], {
      alignment: AlignmentType.CENTER,
      border: line,
      spacing: { ...spacing, after: lineTwips },
    }),
    ...body(facts, text, { spacing }),
  ];
}

function writeItem(item: MinutesItem, index: number): Paragraph[] {
  const heading = body(`${writeItemNumber(item.number ?? String(index + 1))}、${item.title}`, first, { spacing, keepNext: true });
  const parts: [string, string[]][] = [
    ["情况说明", [item.explanation].filter((one) => one.trim() !== "")],
    ["主要意见", item.opinions.map((opinion, at) => `${at + 1}．${opinion}`)],
    ["表决结果", item.motion ? tellMotion(item.motion) : []],
    ["议定事项", item.decisions.map(tellDecision)],
  ];
  const filled = parts.filter(([, lines]) => lines.length > 0);
  return [
    ...heading,
    ...filled.flatMap(([name, lines], at) => [
      ...body(`（${writeOrdinal(at + 1)}）${name}`, second, { spacing, keepNext: true }),
      ...lines.flatMap((one) => body(one, text, { spacing })),
    ]),
  ];
}

function tellDecision({ text: what, lead, owner, supporting, dueOn }: MinutesDecision, index: number): string {
  const helped = supporting.length > 0 ? `；配合单位：${listNames(supporting)}` : "";
  return `${index + 1}．${what.replace(/[。；;.]$/, "")}。责任单位：${lead}${helped}；责任人：${owner}；完成时限：${writeDay(dueOn)}。`;
}

const countTop = (items: readonly MinutesItem[]): number => items.filter(({ number }) => !number?.includes(".")).length;

function writeClosing({ items, account, leftovers }: MinutesPaper): Paragraph[] {
  const parts: [string, string[]][] = [
    ["台账结转", account === undefined ? [] : [account]],
    ["遗留问题", leftovers.map((one, at) => `${at + 1}．${one}`)],
  ];
  return parts
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([name, lines], at) => [
      ...body(`${writeOrdinal(countTop(items) + 1 + at)}、${name}`, first, { spacing, keepNext: true }),
      ...lines.flatMap((one) => body(one, text, { spacing })),
    ]);
}

// §10.3: one blank line after the text, two characters in, the names hanging to the first name.
function writeAttendance({ present, excused, absent = [], nonVoting }: MinutesPaper): Paragraph[] {
  const lists: [string, readonly string[]][] = [
    ["出席：", present],
    ["请假：", excused],
    ["缺席：", absent],
    ["列席：", nonVoting],
  ];
  const filled = lists.filter(([, names]) => names.length > 0);
  const indent = { left: text.size * 20 * 5, hanging: text.size * 20 * 3 };
  return filled.map(([name, names], at) =>
    labelled(name, names.join("、"), { label: first, text }, { indent, spacing: at === 0 ? { ...spacing, before: lineTwips } : spacing, keepLines: true }),
  );
}

function writeEnd({ signatures }: MinutesPaper): Paragraph[] {
  return signatures.map((role, at) =>
    paragraph([write(`${role}（签字）：`, text)], {
      indent: { left: 640 },
      spacing: { ...spacing, before: at === 0 ? lineTwips : 200 },
      keepNext: at < signatures.length - 1,
    }),
  );
}

function pageNumber(side: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer {
  const run = new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: fontEverywhere("宋体"), size: 28 });
  return new Footer({ children: [new Paragraph({ alignment: side, indent: side === AlignmentType.RIGHT ? { right: 280 } : { left: 280 }, children: [run] })] });
}
