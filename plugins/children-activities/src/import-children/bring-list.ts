import { addressOf, saveFile } from "@lianxin/web-kit";
import { api, text } from "../api.js";

const readList = (homeId: string, file: File) => api("POST /homes/:homeId/children/list", { params: { homeId }, body: file as never });
type Lines = Awaited<ReturnType<typeof readList>>["lines"];
type Refused = Awaited<ReturnType<typeof readList>>["refused"];
export interface Brought {
  readonly file: File;
  readonly added: number;
  readonly refused: Refused;
}

/** An import that is on its way: what is to be sent, and how far it came. */
export interface Begun extends Brought {
  readonly importId: string;
  readonly lines: Lines;
  readonly linesPerSlice: number;
  readonly next: number;
}

/** Is it the file that was chosen before, chosen again or not? A file that was changed since is another. */
export const isSame = (one: File, other: File): boolean => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

async function begin(homeId: string, file: File): Promise<Begun> {
  const { lines, refused } = await readList(homeId, file);
  const none = { importId: "", linesPerSlice: 1 };
  const { importId, linesPerSlice } =
    lines.length === 0 ? none : await api("POST /homes/:homeId/imports", { params: { homeId } }).then(({ id, ...one }) => ({ importId: id, ...one }));
  return { file, lines, refused, importId, linesPerSlice, next: 0, added: 0 };
}

/**
 * Reads a list and sends its lines slice by slice under one import. `onStep` is given how far it came after each; where the network broke, the same file goes on from there under the same import
 * when it is given what was `begun`.
 */
export async function bringList(homeId: string, file: File, begun: Begun | undefined, onStep: (begun: Begun) => void): Promise<Brought> {
  let now = begun && isSame(begun.file, file) ? begun : await begin(homeId, file);
  onStep(now);
  while (now.next < now.lines.length) {
    const { importId, next } = now;
    const after = next + now.linesPerSlice;
    const body = { lines: now.lines.slice(next, after) };
    const stored = await api("POST /imports/:importId/lines", { params: { importId }, body, idempotencyKey: `${importId}-${next}` });
    now = { ...now, next: Math.min(after, now.lines.length), added: now.added + stored.added, refused: [...now.refused, ...stored.refused] };
    onStep(now);
  }
  const { added, refused } = now;
  return { file, added, refused: refused.toSorted((a, b) => a.line - b.line) };
}

/** Takes an import back, turn after turn, until it is done. */
export async function undoAll(importId: string): Promise<{ readonly undone: number; readonly kept: number }> {
  for (;;) {
    const { isDone, ...counts } = await api("POST /imports/:importId/undo", { params: { importId } });
    if (isDone) return counts;
  }
}

/** The lines of the file that did not come in, with why written on them, saved by the browser. */
export function saveRefused(homeId: string, { file, refused }: Brought): Promise<void> {
  const upload = new FormData();
  upload.append("refused", JSON.stringify(refused));
  upload.append("file", file, file.name);
  return saveFile(
    text("children-activities.import.mend.file"),
    "POST",
    addressOf("children-activities", "/homes/:homeId/children/list-annotated", { homeId }),
    {
      upload,
    },
  );
}
