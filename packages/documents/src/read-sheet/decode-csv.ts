import { DocumentRefused } from "../document-refused.js";

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The text of a .csv file: by its byte order mark (UTF-8, UTF-16), else UTF-8 when it is valid, else GB18030 (what Chinese Excel and WPS write).
 * Refuses what is none of them.
 */
export function decodeCsv(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return tryDecode(bytes, "utf-16le") ?? refuse(file);
  const text = tryDecode(bytes, "utf-8") ?? tryDecode(bytes, "gb18030");
  return text === undefined || text.includes("\u0000") ? refuse(file) : text;
}

function refuse(name: string): never {
  throw new DocumentRefused("sheet.encoding.unknown", { name });
}
