import { readAttribute, scanXml } from "./scan-xml.js";

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relation: string;
}

const ignore = () => undefined;

/** The sheets in order, and whether days are counted from 1904 (old files from Macs). */
export function readWorkbook(xml: string): { sheets: SheetEntry[]; from1904: boolean } {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  const open = (name: string, attributes: string) => {
    if (name === "workbookPr") from1904 = /^(1|true)$/.test(readAttribute(attributes, "date1904") ?? "");
    if (name !== "sheet") return;
    const state = readAttribute(attributes, "state") ?? "visible";
    sheets.push({ name: readAttribute(attributes, "name") ?? "", isHidden: state !== "visible", relation: readAttribute(attributes, "id") ?? "" });
  };
  scanXml(xml, { open, close: ignore, text: ignore });
  return { sheets, from1904 };
}

/** Where each relation of the workbook leads: `rId1` → `xl/worksheets/sheet1.xml`. Only worksheets; nothing outside the file is followed. */
export function readRelations(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  const open = (name: string, attributes: string) => {
    if (name !== "Relationship" || readAttribute(attributes, "TargetMode") === "External") return;
    const target = readAttribute(attributes, "Target") ?? "";
    if (/\/worksheet$/.test(readAttribute(attributes, "Type") ?? ""))
      targets.set(readAttribute(attributes, "Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  };
  scanXml(xml, { open, close: ignore, text: ignore });
  return targets;
}

/** The texts that cells share, by index; phonetic guides are left out. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current = "";
  let isText = false;
  let isPhonetic = false;
  scanXml(xml, {
    open(name) {
      if (name === "si") current = "";
      if (name === "rPh") isPhonetic = true;
      if (name === "t") isText = !isPhonetic;
    },
    close(name) {
      if (name === "si") strings.push(unescapeText(current));
      if (name === "rPh") isPhonetic = false;
      if (name === "t") isText = false;
    },
    text(text) {
      if (isText) current += text;
    },
  });
  return strings;
}

/** Office writes characters that XML forbids as `_x000D_`. */
export function unescapeText(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}
