import { DocumentRefused } from "../document-refused.js";
import { readCsv } from "./read-csv.js";
import { readXlsx } from "./read-xlsx.js";
import { usualLimits, type SheetBook, type SheetLimits } from "./sheet-grid.js";
import { readZipDirectory, tooLarge } from "./zip-directory.js";

/**
 * Reads an .xlsx or .csv file as secretaries keep them: merged cells expanded, dates and numbers as text, hidden sheets left out. `name` is the
 * file's name, for the messages. Throws `DocumentRefused`. Linear in the unpacked size; a file from outside is read by `readSheetInWorker`.
 */
export function readSheet(bytes: Uint8Array, name: string, limits: SheetLimits = usualLimits): SheetBook {
  const buffer = asBuffer(bytes);
  return checkSheet(buffer, name, limits) === "xlsx" ? readXlsx(buffer, name, limits) : readCsv(buffer, name, limits);
}

/**
 * Says what a file is by its first bytes and refuses, without unpacking anything, what is too large, old, locked or declares too much inside.
 * Takes less than a millisecond and no memory to speak of.
 */
export function checkSheet(bytes: Uint8Array, name: string, limits: SheetLimits = usualLimits): "xlsx" | "csv" {
  const buffer = asBuffer(bytes);
  if (buffer.length > limits.fileBytes) throw tooLarge(name, "file", limits.fileBytes, buffer.length);
  if (buffer.length === 0) throw new DocumentRefused("sheet.empty", { name });
  if (buffer.length >= 8 && buffer.readUInt32BE(0) === 0xd0cf11e0) throw new DocumentRefused(isLocked(buffer) ? "sheet.locked" : "sheet.kind.old", { name });
  if (buffer.length >= 22 && buffer.readUInt32BE(0) === 0x504b0304) {
    readZipDirectory(buffer, name, limits);
    return "xlsx";
  }
  if (/\.xlsx$/i.test(name) || /^\s*<|^%PDF|^\{\\rtf/.test(buffer.toString("latin1", 0, 200))) throw new DocumentRefused("sheet.kind.unknown", { name });
  return "csv";
}

const isLocked = (bytes: Buffer) => bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
