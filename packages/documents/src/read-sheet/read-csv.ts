import { DocumentRefused } from "../document-refused.js";
import { CellCollection } from "./collect-cells.js";
import { decodeCsv } from "./decode-csv.js";
import type { SheetBook, SheetLimits } from "./sheet-grid.js";

/** The cells of a .csv file as one sheet. Separators: comma, tab or semicolon, whichever the first lines use most. */
export function readCsv(bytes: Uint8Array, file: string, limits: SheetLimits): SheetBook {
  const text = decodeCsv(bytes, file).replace(/\r\n?/g, "\n");
  const cells = new CellCollection(file, limits);
  const pattern = fieldPattern(findSeparator(text));
  let [row, column, at] = [1, 1, 0];
  while (at < text.length) {
    pattern.lastIndex = at;
    const [whole = "", quoted, bare = "", end] = pattern.exec(text) ?? [];
    if (whole === "" || (quoted === undefined && bare.startsWith('"'))) throw new DocumentRefused("sheet.quote.open", { name: file, row });
    cells.add({ column, row, ...csvCell(quoted === undefined ? bare : quoted.replaceAll('""', '"')) });
    [row, column] = end === "\n" ? [row + 1, 1] : [row, column + 1];
    at += whole.length;
  }
  return { sheets: [{ name: file.replace(/\.\w+$/, ""), rows: cells.rows() }], hiddenSheets: [] };
}

function fieldPattern(separator: string): RegExp {
  return new RegExp(`(?:"([^"]*(?:""[^"]*)*)"[ \\t]*|([^${separator}\\n]*))(${separator}|\\n|$)`, "y");
}

function findSeparator(text: string): string {
  const head = text
    .split("\n", 20)
    .join("\n")
    .replace(/"[^"]*"/g, "");
  const count = (separator: string) => head.split(separator).length;
  return [",", "\t", ";"].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

// Excel's own trick to keep zeros, ="0123", is text; any other formula has no saved value here and is reported.
function csvCell(raw: string): { raw: string; kind: "text"; isFormula?: true } {
  const kept = /^="([^"]*)"$/.exec(raw);
  if (kept) return { raw: kept[1] ?? "", kind: "text" };
  return /^=[^=\s]/.test(raw) ? { raw: "", kind: "text", isFormula: true } : { raw, kind: "text" };
}
