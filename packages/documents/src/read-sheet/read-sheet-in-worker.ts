import { Worker } from "node:worker_threads";
import { DocumentRefused, type TextParams } from "../document-refused.js";
import type { RefusalCode } from "../refusal-texts.js";
import { checkSheet } from "./read-sheet.js";
import { usualLimits, type SheetBook, type SheetLimits } from "./sheet-grid.js";
import { damaged, tooLarge } from "./zip-directory.js";

/** How far a worker may go; memory in megabytes of its heap, time in milliseconds. */
export interface WorkerLimits extends SheetLimits {
  readonly heapMegabytes: number;
  readonly milliseconds: number;
}

interface Answer {
  readonly book?: SheetBook;
  readonly refusal?: { readonly code: RefusalCode; readonly params: TextParams };
}

/**
 * Reads a file from outside in a thread of its own, so that the server goes on answering: whatever `checkSheet` refuses is refused before a
 * thread starts; a file that takes more than the memory or the time is refused too. Rejects with `DocumentRefused`.
 */
export async function readSheetInWorker(bytes: Uint8Array, name: string, limits: Partial<WorkerLimits> = {}): Promise<SheetBook> {
  const all = { ...usualLimits, heapMegabytes: 256, milliseconds: 20_000, ...limits };
  checkSheet(bytes, name, all);
  const worker = startWorker({ bytes: Uint8Array.from(bytes), name, limits: all }, all.heapMegabytes);
  try {
    const { book, refusal } = await answerOf(worker, name, all);
    if (refusal) throw new DocumentRefused(refusal.code, refusal.params);
    if (!book) throw damaged(name, "worker");
    return book;
  } finally {
    await worker.terminate();
  }
}

function startWorker(workerData: { bytes: Uint8Array; name: string; limits: SheetLimits }, heapMegabytes: number): Worker {
  return new Worker(workerModule(), {
    workerData,
    transferList: [workerData.bytes.buffer as ArrayBuffer],
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32 },
  });
}

// A thread of Node 20 does not inherit a loader: from TypeScript sources (development, tests) it registers one first; built code needs none.
function workerModule(): URL {
  const here = import.meta.url;
  if (!here.endsWith(".ts")) return new URL("./read-sheet.worker.js", here);
  const loader = import.meta.resolve("tsx/esm/api");
  const module = new URL("./read-sheet.worker.ts", here).href;
  return new URL(`data:text/javascript,${encodeURIComponent(`import { register } from "${loader}"; register(); await import("${module}");`)}`);
}

function answerOf(worker: Worker, name: string, { milliseconds, heapMegabytes }: WorkerLimits): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const seconds = Math.round(milliseconds / 100) / 10;
    const timer = setTimeout(() => reject(new DocumentRefused("sheet.slow", { name, seconds })), milliseconds);
    worker.once("message", resolve);
    worker.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLarge(name, "memory", heapMegabytes, heapMegabytes) : error);
    });
    worker.once("exit", () => {
      clearTimeout(timer);
      reject(damaged(name, "worker"));
    });
  });
}
