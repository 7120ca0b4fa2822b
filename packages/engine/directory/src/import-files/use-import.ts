import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { addressOf, saveFile } from "@lianxin/web-kit";
import { api, t } from "../browser.js";
import { writePlaceList, type MissingPlace } from "./missing-places.js";
import type { ImportKindName } from "./import-kinds.js";

type Texts = Readonly<Record<string, string>>;
type Shape<T> = T extends Promise<infer V> ? V : never;
const asked = (placeId: string, kind: string, body: FormData) =>
  api("POST /places/:placeId/imports/:kind/preview", { params: { placeId, kind }, body: body as never });
export type PreviewAnswer = Shape<ReturnType<typeof asked>>;

export interface Source {
  readonly kind: ImportKindName;
  readonly placeId: string;
  readonly file: File;
}
export interface Progress {
  readonly done: number;
  readonly of: number;
}
export interface Imported {
  readonly importId: string;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** Asks what would come of a file, with the columns and cells as they were mended. */
export function askPreview({ kind, placeId, file }: Source, mapping: Texts, mended: Texts): Promise<PreviewAnswer> {
  return asked(placeId, kind, formOf(file, mapping, mended));
}

function formOf(file: File, mapping: Texts, mended: Texts): FormData {
  const form = new FormData();
  form.append("mapping", JSON.stringify(mapping));
  form.append("mended", JSON.stringify(mended));
  form.append("file", file, file.name);
  return form;
}

/** The file with what is wrong written on its cells, saved by the browser. */
export const saveAnnotated = ({ kind, placeId, file }: Source, mapping: Texts, mended: Texts): Promise<void> =>
  saveFile(
    `${file.name.replace(/\.\w+$/, "")}-${t("directory.page.annotatedName")}.xlsx`,
    "POST",
    addressOf("directory", "/places/:placeId/imports/:kind/annotated", { placeId, kind }),
    { upload: formOf(file, mapping, mended) },
  );

/** Brings the ready lines in, a slice at a time; each slice keeps its key, so that a retry after a lost answer adds nothing twice. */
export async function sendLines({ kind, placeId, file }: Source, lines: PreviewAnswer["ready"], progress: (progress: Progress) => void): Promise<Imported> {
  const { id: importId, linesPerSlice: slice } = await api("POST /imports", { body: { kind, placeId, fileName: file.name } });
  const total = { added: 0, changed: 0, same: 0 };
  for (let i = 0; i < lines.length; i += slice) {
    const counts = await api("POST /imports/:importId/lines", {
      params: { importId },
      body: { lines: lines.slice(i, i + slice) },
      idempotencyKey: `${importId}-${i}`,
    });
    for (const deed of ["added", "changed", "same"] as const) total[deed] += counts[deed];
    progress({ done: Math.min(i + slice, lines.length), of: lines.length });
  }
  return { importId, ...total };
}

/** Adds places as an import of its own, which can be taken back; gives what is wrong with them, and then adds none. */
export async function addPlaces({ placeId, file }: Source, places: readonly MissingPlace[]): Promise<{ added: number; problems: readonly string[] }> {
  const list = new File([writePlaceList(places)], t("directory.page.missingPlace.file", { file: file.name }));
  const source: Source = { kind: "places", placeId, file: list };
  const { ready, problems } = await askPreview(source, {}, {});
  if (problems.length > 0) return { added: 0, problems: problems.map(({ text }) => text) };
  const { added } = await sendLines(source, ready, () => undefined);
  return { added, problems: [] };
}

/** Takes an import back, turn after turn, until it is done. */
export async function undoAll(importId: string): Promise<{ undone: number; kept: number }> {
  for (;;) {
    const { isDone, ...counts } = await api("POST /imports/:importId/undo", { params: { importId } });
    if (isDone) return counts;
  }
}

/** The state of the three steps; nothing of the file is kept on the device. */
export function useImport() {
  const source = useSignal<Source | undefined>(undefined);
  const preview = useSignal<PreviewAnswer | undefined>(undefined);
  const step = useSignal<0 | 1 | 2 | 3>(0);
  const mapping = useSignal<Readonly<Record<string, string>>>({});
  const mended = useSignal<Readonly<Record<string, string>>>({});
  const progress = useSignal<Progress | undefined>(undefined);
  const imported = useSignal<Imported | undefined>(undefined);
  const error = useSignal<unknown>(undefined);
  const isBusy = useSignal(false);
  return useMemo(() => {
    const attempt = async (work: () => Promise<void>) => {
      if (isBusy.value) return;
      isBusy.value = true;
      error.value = undefined;
      await work().catch((refusal: unknown) => void (error.value = refusal));
      isBusy.value = false;
    };
    const look = (next: 1 | 2) =>
      attempt(async () => {
        preview.value = await askPreview(source.value!, mapping.value, mended.value);
        step.value = next;
      });
    const send = () =>
      attempt(async () => {
        imported.value = await sendLines(source.value!, preview.value!.ready, (now) => (progress.value = now));
        step.value = 3;
      });
    const annotate = () => attempt(() => saveAnnotated(source.value!, mapping.value, mended.value));
    const add = (places: readonly MissingPlace[]) => addPlaces(source.value!, places);
    const startOver = () => {
      for (const state of [source, preview, progress, imported, error]) state.value = undefined;
      mapping.value = mended.value = {};
      step.value = 0;
    };
    return { source, preview, step, mapping, mended, progress, imported, error, isBusy, look, send, annotate, addPlaces: add, startOver };
  }, []);
}
export type ImportState = ReturnType<typeof useImport>;
