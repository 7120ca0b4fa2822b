import { numberOnPaper } from "../print-sheets/write-page.js";
import { AlignmentType, Document, Footer, PageNumber, Paragraph, TextRun, convertMillimetersToTwip as mm, type FileChild } from "docx";
import { listNames, writeDay, writeItemNumber } from "./chinese-forms.js";
import { factTable, lineTable, type LineColumn } from "./line-table.js";
import { agendaTable } from "./agenda-table.js";
import type { MinutesAgendaLine, MinutesMotion } from "./minutes-paper.js";
import { packDocument } from "./pack-document.js";
import { body, centred, fontEverywhere, paragraph, write, type Face } from "./paragraphs.js";
import { tellMotion } from "./tell-motion.js";

/** Somebody who was there: for which party, as what, from when to when, as it is printed. */
export interface RecordAttendance {
  readonly name: string;
  readonly party: string;
  /** 代表, 列席, 旁听. */
  readonly standing: string;
  /** `14:50—16:30` */
  readonly stay: string;
}
/** What somebody said, in short (发言要点). */
export interface RecordSpeech {
  readonly name: string;
  readonly party: string;
  readonly words: string;
}
export interface RecordItem {
  /** Its number on the agenda, `2.1`; counted when left out. */
  readonly number?: string;
  readonly title: string;
  readonly explanation: string;
  readonly speeches: readonly RecordSpeech[];
  readonly motions: readonly MinutesMotion[];
  /** What was claimed, assigned or put off, one sentence each. */
  readonly outcomes: readonly string[];
}
/** The record of a meeting to be signed (会议记录): what happened in its order, not what is published of it. */
export interface RecordPaper {
  readonly title: string;
  readonly number: string;
  readonly time: string;
  readonly place: string;
  readonly chair: string;
  readonly recorder: string;
  readonly expected: number;
  readonly attendance: readonly RecordAttendance[];
  readonly excused: readonly string[];
  /** 缺席: who did not come and had not said so. */
  readonly absent?: readonly string[];
  readonly agenda?: readonly MinutesAgendaLine[];
  readonly items: readonly RecordItem[];
  /** Who signs at the end: 主持人, 记录人, 到会代表 … */
  readonly signatures: readonly string[];
  readonly recordedOn: string;
  readonly recordId?: string;
  /** When the file was written, UTC ISO text. */
  readonly stamp: string;
}

const text: Face = { font: "宋体", size: 12 };
const label: Face = { font: "黑体", size: 12 };
const heading: Face = { font: "黑体", size: 14 };
const spacing = { line: 380, before: 30, after: 30 };

const people: readonly LineColumn<RecordAttendance>[] = [
  { header: "序号", width: 12, show: (_, index) => String(index + 1) },
  { header: "姓名", width: 28, show: ({ name }) => name },
  { header: "代表谁", width: 44, show: ({ party }) => party },
  { header: "身份", width: 20, show: ({ standing }) => standing },
  { header: "到会时间", width: 36, show: ({ stay }) => stay },
  { header: "签名", width: 20, show: () => "" },
];

/**
 * The record of a meeting (会议记录) as the bytes of a .docx file: facts and attendance as tables with room to sign, each item with what was said, voted
 * and taken over, and at the end who signs for it. It is a document of its own beside the minutes and is not published.
 */
export async function writeRecord(paper: RecordPaper): Promise<Uint8Array> {
  const page = { size: { width: mm(210), height: mm(297) }, margin: { top: mm(25), bottom: mm(20), left: mm(25), right: mm(25) } };
  const document = new Document({
    styles: { default: { document: { run: { font: "宋体", size: 24 } } } },
    sections: [{ properties: { page }, footers: { default: footer(paper) }, children: layOut(paper) }],
  });
  return packDocument(document, `${paper.title}${paper.number}`, paper.stamp);
}

function layOut(paper: RecordPaper): FileChild[] {
  const { title, number, time, place, chair, recorder, expected, attendance, excused, absent = [] } = paper;
  const voting = attendance.filter(({ standing }) => standing === "代表").length;
  const facts: [string, string][] = [
    ["时间", time],
    ["地点", place],
    ["主持人", chair],
    ["记录人", recorder],
    ["应到", `${expected} 人`],
    ["实到", `${voting} 人`],
    ["列席旁听", `${attendance.length - voting} 人`],
    ["请假", listNames(excused)],
    ["缺席", listNames(absent)],
  ];
  return [
    centred(title, { font: "黑体", size: 20 }, { spacing: { after: 60 } }),
    centred(number, text, { spacing: { after: 160 } }),
    factTable(facts, { label, text }),
    head("到会人员"),
    lineTable(people, attendance, { ...text, size: 11 }),
    ...agendaTable(paper.agenda ?? [], { label: heading, text: { ...text, size: 11 } }),
    ...paper.items.flatMap(writeItem),
    ...writeEnd(paper),
  ];
}

const head = (words: string): Paragraph => paragraph([write(words, heading)], { spacing: { before: 240, after: 80 }, keepNext: true });

function writeItem({ number, title, explanation, speeches, motions, outcomes }: RecordItem, index: number): FileChild[] {
  const said = speeches.flatMap(({ name, party, words }) => body(`${name}${party ? `（${party}）` : ""}：${words}`, text, { spacing }));
  const parts: [string, Paragraph[]][] = [
    ["情况说明", body(explanation, text, { spacing })],
    ["发言", said],
    ["表决", motions.flatMap((motion) => tellMotion(motion).flatMap((line) => body(line, text, { spacing })))],
    ["认领、交办和搁置", outcomes.flatMap((line, at) => body(`${at + 1}. ${line}`, text, { spacing }))],
  ];
  const filled = parts.filter(([, lines]) => lines.length > 0);
  return [
    head(`议题${writeItemNumber(number ?? String(index + 1))}：${title}`),
    ...filled.flatMap(([name, lines]) => [paragraph([write(name, label)], { spacing, keepNext: true }), ...lines]),
  ];
}

function writeEnd({ signatures, recordedOn }: RecordPaper): Paragraph[] {
  const line = (role: string) =>
    paragraph([write(`${role}（签字）：＿＿＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿`, text)], { spacing: { before: 300 }, keepNext: true });
  return [
    paragraph([write("以上记录当场读过，与会议情况相符。", text)], { spacing: { before: 320 }, keepNext: true }),
    ...signatures.map(line),
    paragraph([write(`记录日期：${writeDay(recordedOn)}`, text)], { spacing: { before: 300 }, alignment: AlignmentType.RIGHT }),
  ];
}

function footer({ recordId }: RecordPaper): Footer {
  const number = numberOnPaper(recordId);
  const parts = [number ? `编号：${number}　` : "", "第 ", PageNumber.CURRENT, " 页，共 ", PageNumber.TOTAL_PAGES, " 页"];
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: parts, font: fontEverywhere("宋体"), size: 21 })] })],
  });
}
