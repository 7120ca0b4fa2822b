import { DocumentRefused } from "../document-refused.js";
import type { SheetLimits } from "./sheet-grid.js";

/** One packed file as the archive's directory declares it; sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

type LimitName = "file" | "entries" | "unpacked" | "rows" | "columns" | "cells" | "memory";

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/**
 * The directory of a zip archive, refused before anything is unpacked when it declares too many files, too many bytes, names that leave the
 * folder, passwords, or more packed bytes than the file has (overlapping entries). Linear in the directory; nothing is allocated but its entries.
 * ZIP64 is refused: a spreadsheet within the limits never needs it.
 */
export function readZipDirectory(bytes: Buffer, file: string, limits: SheetLimits): Map<string, ZipEntry> {
  const end = findEnd(bytes, file);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entries) throw tooLarge(file, "entries", limits.entries, count);
  const entries = new Map<string, ZipEntry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature) throw damaged(file, "directory");
    const entry = readEntry(bytes, at, file);
    if (entries.has(entry.name)) throw unsafe(file, `twice: ${entry.name}`);
    entries.set(entry.name, entry);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  checkTotals([...entries.values()], bytes.length, file, limits);
  return entries;
}

function findEnd(bytes: Buffer, file: string): number {
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= lowest; at--)
    if (bytes.readUInt32LE(at) === endSignature && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  throw damaged(file, "no directory");
}

function readEntry(bytes: Buffer, at: number, file: string): ZipEntry {
  const name = bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28));
  if (/^[/\\]|^[A-Za-z]:|\\|\u0000|(^|\/)\.\.(\/|$)/.test(name)) throw unsafe(file, `path ${name.slice(0, 60)}`);
  if (bytes.readUInt16LE(at + 8) & 0x41) throw new DocumentRefused("sheet.locked", { name: file });
  const entry = { packedSize: bytes.readUInt32LE(at + 20), size: bytes.readUInt32LE(at + 24), offset: bytes.readUInt32LE(at + 42) };
  if (Object.values(entry).includes(0xffffffff)) throw unsafe(file, "ZIP64");
  return { name, method: bytes.readUInt16LE(at + 10), checksum: bytes.readUInt32LE(at + 16), ...entry };
}

function checkTotals(entries: readonly ZipEntry[], fileBytes: number, file: string, limits: SheetLimits): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > limits.unpackedBytes) throw tooLarge(file, "unpacked", limits.unpackedBytes, unpacked);
  if (entries.reduce((sum, entry) => sum + entry.packedSize, 0) > fileBytes) throw unsafe(file, "overlapping entries");
}

/** The refusal of a file that breaks a limit. */
export function tooLarge(name: string, what: LimitName, limit: number, actual: number): DocumentRefused {
  return new DocumentRefused(`sheet.large.${what}`, { name, limit, actual });
}

/** The refusal of a file that is cut or broken; `reason` is for the log. */
export const damaged = (name: string, reason: string) => new DocumentRefused("sheet.damaged", { name, reason });

/** The refusal of a file made to do harm; `reason` is for the log. */
export const unsafe = (name: string, reason: string) => new DocumentRefused("sheet.entry.unsafe", { name, reason });
