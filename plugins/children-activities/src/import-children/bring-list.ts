import { addressOf, saveFile } from "@lianxin/web-kit";
import { api, text } from "../api.js";

const readList = (homeId: string, file: File) => api("POST /homes/:homeId/children/list", { params: { homeId }, body: file as never });
type Refused = Awaited<ReturnType<typeof readList>>["refused"];
export interface Brought {
  readonly file: File;
  readonly added: number;
  readonly refused: Refused;
}

/** Reads a list and sends its lines slice by slice under one import; the same lines again write nothing, so that a broken network is no harm. */
export async function bringList(homeId: string, file: File, onProgress: (done: number, of: number) => void): Promise<Brought> {
  const { lines, refused } = await readList(homeId, file);
  const all = [...refused];
  let added = 0;
  if (lines.length > 0) {
    const { id: importId, linesPerSlice } = await api("POST /homes/:homeId/imports", { params: { homeId } });
    for (let i = 0; i < lines.length; i += linesPerSlice) {
      const body = { lines: lines.slice(i, i + linesPerSlice) };
      const stored = await api("POST /imports/:importId/lines", { params: { importId }, body, idempotencyKey: `${importId}-${i}` });
      added += stored.added;
      all.push(...stored.refused);
      onProgress(Math.min(i + linesPerSlice, lines.length), lines.length);
    }
  }
  return { file, added, refused: all.sort((a, b) => a.line - b.line) };
}

/** Takes an import back, turn after turn, until it is done. */
export async function undoAll(importId: string): Promise<{ readonly undone: number; readonly kept: number }> {
  for (;;) {
    const { isDone, ...counts } = await api("POST /imports/:importId/undo", { params: { importId } });
    if (isDone) return counts;
  }
}

/** The file with what is wrong written on its lines, saved by the browser. */
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
