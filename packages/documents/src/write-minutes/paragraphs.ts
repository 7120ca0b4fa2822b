import { AlignmentType, Paragraph, TextRun, type IParagraphOptions } from "docx";

/** How a run of text looks: font by name, size in points. */
export interface Face {
  readonly font: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  /** Space added to each character, in twentieths of a point. */
  readonly spread?: number;
}

/** Text in a face; its control characters are gone. East Asian and Latin text take the same face. */
export function write(text: string, { font, size, bold = false, colour, spread }: Face): TextRun {
  const clean = text.replace(/[\u0000-\u001f\u007f\ufffe\uffff\p{Surrogate}]/gu, " ");
  const optional = { ...(colour !== undefined && { color: colour }), ...(spread !== undefined && { characterSpacing: spread }) };
  return new TextRun({ text: clean, font: fontEverywhere(font), size: size * 2, bold, ...optional });
}

/** The font for Latin and East Asian characters alike: with a plain name Word would take its own for the latter. */
export function fontEverywhere(font: string) {
  return { ascii: font, hAnsi: font, eastAsia: font, hint: "eastAsia" as const };
}

/** A paragraph of runs. */
export function paragraph(runs: readonly TextRun[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: [...runs] });
}

/** A centred line. */
export function centred(text: string, face: Face, options: IParagraphOptions = {}): Paragraph {
  return paragraph([write(text, face)], { ...options, alignment: AlignmentType.CENTER });
}

/** Free text as paragraphs, one for each of its lines, the first line indented by two characters. */
export function body(text: string, face: Face, options: IParagraphOptions = {}): Paragraph[] {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  return lines.map((line) => paragraph([write(line.trim(), face)], { ...options, indent: { firstLine: face.size * 40 } }));
}

/** A label in one face and what follows in another, indented by two characters. */
export function labelled(label: string, text: string, faces: { label: Face; text: Face }, options: IParagraphOptions = {}): Paragraph {
  const indent = options.indent ?? { firstLine: faces.text.size * 40 };
  return paragraph([write(label, faces.label), write(text, faces.text)], { ...options, indent });
}
