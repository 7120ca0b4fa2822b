import { crc32, inflateRawSync } from "node:zlib";
import { damaged, unsafe, type ZipEntry } from "./zip-directory.js";

const localSignature = 0x04034b50;

/**
 * The bytes of one packed file. Unpacking stops at the declared size, so a directory that lies costs no more than it declared; another length
 * is refused.
 */
export function unpackEntry(bytes: Buffer, entry: ZipEntry, file: string): Buffer {
  const data = packedBytes(bytes, entry, file);
  const unpacked = entry.method === 0 ? data : inflate(data, entry, file);
  if (unpacked.length !== entry.size) throw unsafe(file, `size of ${entry.name}`);
  if (crc32(unpacked) !== entry.checksum) throw damaged(file, `checksum of ${entry.name}`);
  return unpacked;
}

function packedBytes(bytes: Buffer, { offset, packedSize }: ZipEntry, file: string): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localSignature) throw damaged(file, "local header");
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packedSize > bytes.length) throw damaged(file, "cut short");
  return bytes.subarray(start, start + packedSize);
}

function inflate(data: Buffer, entry: ZipEntry, file: string): Buffer {
  if (entry.method !== 8) throw unsafe(file, `method ${entry.method}`);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, entry.size) });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? unsafe(file, `size of ${entry.name}`) : damaged(file, entry.name);
  }
}
