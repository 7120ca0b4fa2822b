import { unpackEntry } from "./unpack-entry.js";
import { damaged, unsafe, type ZipEntry } from "./zip-directory.js";

/** Gives the text of a packed XML part by its name; undefined when the archive has none. */
export type PartReader = (name: string) => string | undefined;

/**
 * Reads XML parts out of an archive. Only UTF-8 is read; a document type, where entity bombs live, is refused (Office never writes one).
 */
export function readParts(bytes: Buffer, entries: ReadonlyMap<string, ZipEntry>, file: string): PartReader {
  return (name) => {
    const entry = entries.get(name) ?? findIgnoringCase(entries, name);
    if (!entry) return undefined;
    const text = decode(unpackEntry(bytes, entry, file), file, name);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw unsafe(file, "DOCTYPE");
    return text;
  };
}

function findIgnoringCase(entries: ReadonlyMap<string, ZipEntry>, name: string): ZipEntry | undefined {
  return [...entries.values()].find((entry) => entry.name.toLowerCase() === name.toLowerCase());
}

function decode(bytes: Buffer, file: string, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw damaged(file, `${name}: not UTF-8`);
  }
}
