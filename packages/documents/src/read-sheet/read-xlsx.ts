import { DocumentRefused } from "../document-refused.js";
import { readStyles } from "./cell-styles.js";
import { readCells } from "./read-cells.js";
import { readParts, type PartReader } from "./read-parts.js";
import type { SheetBook, SheetGrid, SheetLimits } from "./sheet-grid.js";
import { readRelations, readSharedStrings, readWorkbook } from "./workbook-parts.js";
import { damaged, readZipDirectory } from "./zip-directory.js";

/**
 * The visible sheets of an .xlsx file. We read the cells ourselves and not through exceljs: it builds an object for each address of a
 * validation, a merge or a filter over whole columns, which secretaries' files have and which takes gigabytes.
 */
export function readXlsx(bytes: Buffer, file: string, limits: SheetLimits): SheetBook {
  const part = readParts(bytes, readZipDirectory(bytes, file, limits), file);
  try {
    return readBook(part, file, limits);
  } catch (error) {
    if (error instanceof DocumentRefused) throw error;
    throw damaged(file, "XML");
  }
}

function readBook(part: PartReader, file: string, limits: SheetLimits): SheetBook {
  const workbook = part("xl/workbook.xml");
  if (workbook === undefined) throw new DocumentRefused("sheet.kind.unknown", { name: file });
  const { sheets, from1904 } = readWorkbook(workbook);
  const targets = readRelations(part("xl/_rels/workbook.xml.rels") ?? "");
  const context = { file, limits, from1904, strings: readSharedStrings(part("xl/sharedStrings.xml") ?? ""), styles: readStyles(part("xl/styles.xml") ?? "") };
  const readGrid = (name: string, relation: string): SheetGrid[] => {
    const target = targets.get(relation);
    return target === undefined ? [] : [{ name, rows: readCells(part(target) ?? "", context) }];
  };
  const visible = sheets.filter((sheet) => !sheet.isHidden);
  return {
    sheets: visible.flatMap(({ name, relation }) => readGrid(name, relation)),
    hiddenSheets: sheets.filter((sheet) => sheet.isHidden).map(({ name }) => name),
  };
}
