import type { TextLine } from "./line-values.js";
import { linesPerSlice, type AnswersFor } from "./import-lines.js";
import type { Preview, PreviewRequest } from "./preview-file.js";
import type { Counts } from "./store-plan.js";

/** One turn on the directory: its own transaction when it writes. `services` are the directory's. */
export type Turn = <T>(work: (ctx: { readonly services: ImportServices }) => Promise<T>) => Promise<T>;
interface ImportServices {
  readonly imports: {
    preview(request: PreviewRequest): Promise<Preview>;
    start(input: { kind: PreviewRequest["kind"]; fileName: string; placeId: string; by: string | null }): Promise<string>;
    lines(importId: string, lines: readonly TextLine[], answersFor: AnswersFor): Promise<Counts>;
  };
}
export interface ImportedFile extends Counts {
  readonly importId: string;
  readonly fileName: string;
  readonly problems: Preview["problems"];
}

/**
 * Brings a whole file in, slice by slice. Lines with problems stay out and are given back.
 * Reads through `read`, writes each slice in a `turn` of its own, tells `progress` of lines done. O(lines).
 */
export async function importFile(
  doors: { readonly read: Turn; readonly turn: Turn; readonly progress?: (done: number, of: number) => void },
  request: Omit<PreviewRequest, "mapping" | "mended" | "language"> & Partial<PreviewRequest>,
): Promise<ImportedFile> {
  const { ready, problems } = await doors.read(({ services }) => services.imports.preview({ mapping: {}, mended: {}, language: "zh-CN", ...request }));
  const { kind, placeId, file } = request;
  const importId = await doors.turn(({ services }) => services.imports.start({ kind, placeId, fileName: file.name, by: null }));
  const total = { added: 0, changed: 0, same: 0 };
  for (let i = 0; i < ready.length; i += linesPerSlice) {
    const counts = await doors.turn(({ services }) => services.imports.lines(importId, ready.slice(i, i + linesPerSlice), async () => true));
    for (const deed of ["added", "changed", "same"] as const) total[deed] += counts[deed];
    doors.progress?.(Math.min(i + linesPerSlice, ready.length), ready.length);
  }
  return { importId, fileName: file.name, problems, ...total };
}
