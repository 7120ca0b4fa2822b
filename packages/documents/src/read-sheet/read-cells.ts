import { readAddress } from "./cell-address.js";
import type { NumberShape } from "./cell-styles.js";
import { CellCollection } from "./collect-cells.js";
import { readAttribute, scanXml } from "./scan-xml.js";
import type { CellKind, SheetLimits, SheetRow } from "./sheet-grid.js";
import { showNumber } from "./show-number.js";
import { unescapeText } from "./workbook-parts.js";

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly file: string;
  readonly limits: SheetLimits;
  readonly strings: readonly string[];
  readonly styles: readonly NumberShape[];
  readonly from1904: boolean;
}

interface OpenCell {
  column: number;
  row: number;
  type: string;
  style: number;
  value: string;
  inline: string;
  isFormula: boolean;
}

/**
 * The cells of one worksheet part. Formulas are not computed: the saved value is taken. Formats, validations and other ranges over whole columns
 * are passed over, so the cost follows the cells that hold something, not the areas a file names.
 */
export function readCells(xml: string, context: CellContext): SheetRow[] {
  const cells = new CellCollection(context.file, context.limits);
  const merges: string[] = [];
  let row = 0;
  let column = 0;
  let cell: OpenCell | undefined;
  let inside = "";
  scanXml(xml, {
    open(name, attributes) {
      if (name === "row") [row, column] = [Number(readAttribute(attributes, "r") ?? row + 1), 0];
      else if (name === "c") ({ column } = cell = openCell(attributes, row, column + 1));
      else if (name === "f" && cell) cell.isFormula = true;
      else if (name === "mergeCell") merges.push(readAttribute(attributes, "ref") ?? "");
      if (name === "rPh" || inside !== "rPh") inside = name;
    },
    close(name) {
      if (name === "c" && cell) {
        const { raw, kind } = cellText(cell, context);
        cells.add({ column: cell.column, row: cell.row, raw, kind, isFormula: cell.isFormula });
        cell = undefined;
      }
      if (name === inside) inside = "";
    },
    text(text) {
      if (cell && inside === "v") cell.value += text;
      else if (cell && inside === "t") cell.inline += text;
    },
  });
  for (const range of merges) cells.merge(range);
  return cells.rows();
}

function openCell(attributes: string, row: number, column: number): OpenCell {
  const place = readAddress(readAttribute(attributes, "r") ?? "") ?? { row, column };
  const [type, style] = [readAttribute(attributes, "t") ?? "n", Number(readAttribute(attributes, "s") ?? 0)];
  return { column: place.column, row: place.row, type, style, value: "", inline: "", isFormula: false };
}

function cellText({ type, style, value, inline }: OpenCell, { strings, styles, from1904 }: CellContext): { raw: string; kind: CellKind } {
  if (type === "s") return { raw: value === "" ? "" : (strings[Number(value)] ?? ""), kind: "text" };
  if (type === "inlineStr") return { raw: unescapeText(inline), kind: "text" };
  if (type === "str") return { raw: unescapeText(value), kind: "text" };
  if (type === "b") return { raw: value === "" ? "" : value === "1" ? "是" : "否", kind: "yesNo" };
  if (type === "e") return { raw: value, kind: "error" };
  if (type === "d") return { raw: value.replace("T", " ").replace(/ 00:00(:00(\.0+)?)?Z?$/, ""), kind: "date" };
  return showNumber(value, styles[style] ?? { kind: "plain" }, from1904);
}
