import type { Counts, DirectoryDesk, FilePreview, FileRequest } from "./directory-desk.js";

/** Most lines that one turn of the write lane takes; the directory accepts no more at a time. */
const linesPerTurn = 20;

export interface LoadedFile extends Counts {
  readonly importId: string;
  readonly problems: FilePreview["problems"];
}

/** What would come of each line; nothing is written. Throws what the directory's preview throws: fileUnreadable, fileEmpty, placeUnknown. */
export const previewFile = ({ read }: DirectoryDesk, request: FileRequest): Promise<FilePreview> =>
  read(({ imports }) => imports.preview({ mapping: {}, mended: {}, language: "zh-CN", ...request }));

/** Brings a file in through the directory's importer, some lines a turn, and tells `progress`; lines with problems stay out and are given back. O(lines). */
export async function loadFile(desk: DirectoryDesk, request: FileRequest, progress: (done: number, of: number) => void = () => undefined): Promise<LoadedFile> {
  const { ready, problems } = await previewFile(desk, request);
  const { kind, placeId, file } = request;
  const importId = await desk.write(({ imports }) => imports.start({ kind, placeId, fileName: file.name, by: desk.actor?.personId ?? null }));
  const total = { added: 0, changed: 0, same: 0 };
  for (let i = 0; i < ready.length; i += linesPerTurn) {
    // Whoever loads files here runs the house, or asked for its example as administrator: they answer for everybody in them.
    const counts = await desk.write(({ imports }) => imports.lines(importId, ready.slice(i, i + linesPerTurn), async () => true));
    for (const deed of ["added", "changed", "same"] as const) total[deed] += counts[deed];
    progress(Math.min(i + linesPerTurn, ready.length), ready.length);
  }
  return { importId, problems, ...total };
}
