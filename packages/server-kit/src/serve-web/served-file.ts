import { createHash } from "node:crypto";
import { extname } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

export type Coding = "br" | "gzip";
/** A file as it is served: read once at the start, compressed once, when it is first asked for. */
export interface ServedFile {
  readonly body: Buffer;
  readonly type: string;
  readonly cache: string;
  readonly etag: string;
  /** The policy it needs where the usual one of pages does not do. */
  readonly policy?: string;
  /** Nothing for files that compression does not make smaller. */
  coded(coding: Coding): Buffer | undefined;
}

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};
const shrinks = new Set([".js", ".css", ".html", ".json", ".map", ".svg"]);
const coders: Readonly<Record<Coding, (body: Buffer) => Buffer>> = { br: (body) => brotliCompressSync(body), gzip: (body) => gzipSync(body, { level: 9 }) };

/** For addresses that change with their content. */
export const forever = "public, max-age=31536000, immutable";
/** For addresses that stay while their content changes. */
export const askEachTime = "no-cache";

/** Makes a file ready for serving; the type follows the name's ending. */
export function servedFile(content: Buffer | string, name: string, cache: string, policy?: string): ServedFile {
  const body = Buffer.from(content);
  const ending = extname(name);
  const coded = new Map<Coding, Buffer>();
  return {
    body,
    cache,
    ...(policy !== undefined && { policy }),
    type: types[ending] ?? "application/octet-stream",
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"`,
    coded(coding) {
      if (!shrinks.has(ending)) return undefined;
      const known = coded.get(coding) ?? coders[coding](body);
      coded.set(coding, known);
      return known;
    },
  };
}
