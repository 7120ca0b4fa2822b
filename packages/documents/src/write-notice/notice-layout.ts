import { AlignmentType, Document, convertMillimetersToTwip as mm, type FileChild } from "docx";
import type { PosterPaper } from "../print-sheets/write-poster.js";
import { writeDay } from "../write-minutes/chinese-forms.js";
import { body, centred, labelled, paragraph, write, type Face } from "../write-minutes/paragraphs.js";

const text: Face = { font: "宋体", size: 22 };
const label: Face = { font: "黑体", size: 22 };
const spacing = { line: 560, before: 60, after: 60 };

/** One A4 page in large print, the space for the seal left empty at the lower right. */
export function layOutNotice(paper: PosterPaper): Document {
  const page = { size: { width: mm(210), height: mm(297) }, margin: { top: mm(25), bottom: mm(20), left: mm(25), right: mm(25) } };
  return new Document({
    styles: { default: { document: { run: { font: "宋体", size: 44 } } } },
    sections: [{ properties: { page }, children: layOut(paper) }],
  });
}

function layOut(paper: PosterPaper): FileChild[] {
  const facts: [string, string | undefined][] = [
    ["时间：", paper.time],
    ["地点：", paper.place],
    ["参加人员：", paper.audience],
    ["联系：", paper.contact],
  ];
  const filled = facts.filter((fact): fact is [string, string] => Boolean(fact[1]?.trim()));
  const matters = paper.matters.map((matter, index) =>
    labelled(`${index + 1}. `, matter, { label: text, text }, { spacing, indent: { left: 880, hanging: 440 } }),
  );
  const right = { alignment: AlignmentType.RIGHT, indent: { right: mm(20) }, keepNext: true };
  return [
    centred("会议公告", { font: "黑体", size: 40 }, { spacing: { before: 200, after: 480 } }),
    ...body(`${paper.body}定于以下时间召开会议，现予公告，欢迎居民提出意见和建议。`, text, { spacing }),
    ...filled.map(([name, value]) =>
      labelled(name, value, { label, text }, { spacing, indent: { left: text.size * 20 * name.length, hanging: text.size * 20 * name.length } }),
    ),
    ...(matters.length > 0 ? [paragraph([write("会议议题：", label)], { spacing, keepNext: true }), ...matters] : []),
    paragraph([write(paper.issuer, text)], { ...right, spacing: { before: 900 } }),
    paragraph([write(writeDay(paper.issuedOn), text)], right),
    paragraph([write("（加盖公章处）", { ...text, size: 12, colour: "777777" })], {
      alignment: AlignmentType.RIGHT,
      indent: { right: mm(20) },
      spacing: { before: 200 },
    }),
  ];
}
