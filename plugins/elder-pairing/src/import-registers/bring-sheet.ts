import { api } from "../api.js";

export const kinds = ["cadres", "elders", "spots"] as const;
export type Kind = (typeof kinds)[number];
type Mended = Readonly<Record<string, string>>;

/** What would come of a file, with the cells mended here. */
export function lookAt(placeId: string, kind: Kind, file: File, mended: Mended) {
  const form = new FormData();
  form.append("mended", JSON.stringify(mended));
  form.append("file", file, file.name);
  return api("POST /places/:placeId/registers/:kind/preview", { params: { placeId, kind }, body: form as never });
}
export type Preview = Awaited<ReturnType<typeof lookAt>>;

/** Sends the lines, of those who had gone the ones that shall come `back`, of those who may be registered already the ones that were answered (`sames`), slice by slice under one import; each slice keeps its key, and the same lines again change nothing, so a broken network is no harm. */
export async function bring(
  placeId: string,
  kind: Kind,
  file: File,
  { ready, leaving, returning, alike }: Preview,
  { back, sames }: { readonly back: ReadonlySet<number>; readonly sames: ReadonlyMap<number, string> },
  onProgress: (done: number, of: number) => void,
) {
  const isGone = new Set(returning.map(({ line }) => line));
  const isOpen = new Set(alike.map(({ line }) => line).filter((line) => !sames.has(line)));
  const here = ready.filter(({ line }) => (!isGone.has(line) || back.has(line)) && !isOpen.has(line));
  const said = ({ line }: { readonly line: number }) => ({ ...(back.has(line) && { returns: true }), ...(sames.get(line) && { sameAs: sames.get(line)! }) });
  const lines = [...here.map((one) => ({ ...one, ...said(one) })), ...leaving];
  const { id: importId, linesPerSlice: slice } = await api("POST /places/:placeId/registers/:kind/imports", {
    params: { placeId, kind },
    body: { fileName: file.name },
  });
  const sums = { added: 0, changed: 0, same: 0, ended: 0 };
  for (let i = 0; i < lines.length; i += slice) {
    const body = { lines: lines.slice(i, i + slice) };
    const stored = await api("POST /imports/:importId/lines", { params: { importId }, body, idempotencyKey: `${importId}-${i}` });
    for (const deed of ["added", "changed", "same", "ended"] as const) sums[deed] += stored[deed];
    onProgress(Math.min(i + slice, lines.length), lines.length);
  }
  if (kind !== "spots") await api("POST /places/:placeId/registers/ties", { params: { placeId } });
  return sums;
}

/** Takes an import back, turn after turn, until it is done. */
export async function undoAll(importId: string): Promise<{ readonly undone: number; readonly kept: number }> {
  for (;;) {
    const { isDone, ...counts } = await api("POST /imports/:importId/undo", { params: { importId } });
    if (isDone) return counts;
  }
}
