import { inflateRawSync } from "node:zlib";

interface Asked {
  readonly method: "GET";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}
/** What is needed of a running test: `startPlugin(…)` gives it. */
interface Served {
  readonly app: { readonly http: { inject(asked: Asked): Promise<{ readonly rawPayload: Buffer }> } };
}

/** One entry of a zip archive, found in its central directory. */
export function readEntry(archive: Buffer, name: string): string {
  const listed = archive.lastIndexOf(name) - 46;
  const [packed, local] = [archive.readUInt32LE(listed + 20), archive.readUInt32LE(listed + 42)];
  const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  return inflateRawSync(archive.subarray(begin, begin + packed)).toString("utf8");
}

/** What a .docx file says, without its marks. */
export const textOfBytes = (bytes: Buffer): string => readEntry(bytes, "word/document.xml").replace(/<[^>]+>/g, "");

/** What a .docx file says, without its marks; as the secretary gets it. */
export async function textOfDocument(app: Served, url: string): Promise<string> {
  const answer = await app.app.http.inject({ method: "GET", url, headers: { cookie: "secretary", "x-lianxin": "1" } });
  return textOfBytes(answer.rawPayload);
}
