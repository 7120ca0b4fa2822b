import { createHash } from "node:crypto";

/**
 * Eight hex digits that change when anything of the shell or of the shared modules does. They stand in the address of every file, the
 * plugins' too, so that a cached file of yesterday never meets today's shared modules.
 */
export function chooseRelease(files: ReadonlyMap<string, Buffer>): string {
  const hash = createHash("sha256");
  for (const [name, body] of files) hash.update(`${name}\n${body.length}\n`).update(body);
  return hash.digest("hex").slice(0, 8);
}

const zeros = "/_m/00000000/";
/** Writes the release over the zeros of a build; same length, so source maps stay exact. Files that name no shared module come back as they are. */
export const withRelease = (body: Buffer, release: string): Buffer =>
  body.includes(zeros) ? Buffer.from(body.toString("utf8").replaceAll(zeros, `/_m/${release}/`)) : body;
