import { AlignmentType, Document, Footer, PageNumber, Paragraph, TextRun, convertMillimetersToTwip as mm, type FileChild } from "docx";
import { agendaTable } from "./agenda-table.js";
import { writeDay, writeItemNumber, listNames } from "./chinese-forms.js";
import { decisionTable } from "./decision-table.js";
import type { MinutesItem, MinutesPaper } from "./minutes-paper.js";
import { body, centred, fontEverywhere, labelled, paragraph, write, type Face } from "./paragraphs.js";
import { tellMotion } from "./tell-motion.js";

const text: Face = { font: "宋体", size: 12 };
const label: Face = { font: "黑体", size: 12 };
const spacing = { line: 400, before: 40, after: 40 };

/** The plain layout: A4, 12-point body, decisions as a table with owner and due date, a line to sign for each who signs. */
export function layOutPlain(paper: MinutesPaper): Document {
  const facts: [string, string][] = [
    ["时间：", paper.time],
    ["地点：", paper.place],
    ["主持：", paper.chair],
    ["记录：", paper.recorder],
    [`出席（${paper.present.length} 人）：`, listNames(paper.present)],
    [`列席（${paper.nonVoting.length} 人）：`, listNames(paper.nonVoting)],
    [`请假（${paper.excused.length} 人）：`, listNames(paper.excused)],
    ...(paper.absent?.length ? [[`缺席（${paper.absent.length} 人）：`, listNames(paper.absent)] as [string, string]] : []),
  ];
  const children: FileChild[] = [
    centred(paper.title, { font: "黑体", size: 20 }, { spacing: { after: 80 } }),
    centred(paper.number, text, { spacing: { after: 240 } }),
    ...facts.map(([name, value]) => labelled(name, value, { label, text }, { spacing, indent: { left: 0 } })),
    ...agendaTable(paper.agenda ?? [], { label, text: { ...text, size: 11 } }),
    ...paper.items.flatMap(writeItem),
    ...writeClosing("台账结转", paper.account === undefined ? [] : [paper.account]),
    ...writeClosing(
      "遗留问题",
      paper.leftovers.map((leftover, at) => `${at + 1}. ${leftover}`),
    ),
    ...paper.signatures.map((role) =>
      paragraph([write(`${role}（签字）：＿＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿`, text)], { spacing: { before: 360 }, keepNext: true }),
    ),
    paragraph([write(paper.issuer, text)], { alignment: AlignmentType.RIGHT, spacing: { before: 480 }, keepNext: true }),
    paragraph([write(writeDay(paper.issuedOn), text)], { alignment: AlignmentType.RIGHT }),
  ];
  const page = { size: { width: mm(210), height: mm(297) }, margin: { top: mm(25), bottom: mm(22), left: mm(25), right: mm(25) } };
  return new Document({
    styles: { default: { document: { run: { font: "宋体", size: 24 } } } },
    sections: [{ properties: { page }, footers: { default: pageNumbers() }, children }],
  });
}

function writeItem(item: MinutesItem, index: number): FileChild[] {
  const heading = paragraph([write(`议题${writeItemNumber(item.number ?? String(index + 1))}：${item.title}`, { font: "黑体", size: 14 })], {
    spacing: { before: 280, after: 80 },
    keepNext: true,
  });
  const part = (name: string) => paragraph([write(name, label)], { spacing, keepNext: true });
  return [
    heading,
    ...(item.explanation.trim() ? [part("情况说明"), ...body(item.explanation, text, { spacing })] : []),
    ...(item.opinions.length > 0 ? [part("主要意见"), ...item.opinions.flatMap((opinion, at) => body(`${at + 1}. ${opinion}`, text, { spacing }))] : []),
    ...(item.motion ? [part("表决结果"), ...tellMotion(item.motion).flatMap((line) => body(line, text, { spacing }))] : []),
    ...(item.decisions.length > 0 ? [part("议定事项"), decisionTable(item.decisions, { ...text, size: 11 })] : []),
  ];
}

function writeClosing(name: string, lines: readonly string[]): Paragraph[] {
  if (lines.length === 0) return [];
  const heading = paragraph([write(name, { font: "黑体", size: 14 })], { spacing: { before: 280, after: 80 }, keepNext: true });
  return [heading, ...lines.flatMap((line) => body(line, text, { spacing }))];
}

function pageNumbers(): Footer {
  const run = new TextRun({ children: ["第 ", PageNumber.CURRENT, " 页，共 ", PageNumber.TOTAL_PAGES, " 页"], font: fontEverywhere("宋体"), size: 21 });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}
