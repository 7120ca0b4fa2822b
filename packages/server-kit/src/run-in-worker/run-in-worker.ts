import type { WorkerOptions } from "@lianxin/plugin-kit";
import { keepThreads, type Thread } from "./keep-threads.js";
import { WorkerFailed } from "./worker-failed.js";
import type { WorkerAnswer } from "./worker-thread.js";

/** How long a worker that was told to stop may take to hand over what it has, in milliseconds. */
const stopWithin = 2_000;

/** Runs requests in threads that are kept warm; a thread serves one request at a time. */
export interface WorkerRunner {
  run(module: string | URL, request: object, options?: WorkerOptions): Promise<unknown>;
  /** Ends every thread; what still runs is rejected with "worker-ended". */
  close(): Promise<void>;
}

function converse(thread: Thread, id: number, request: object, { onProgress, signal }: WorkerOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let deadline: NodeJS.Timeout | undefined;
    const settle = (end: () => void): void => {
      clearTimeout(deadline);
      signal?.removeEventListener("abort", stop);
      thread.forget();
      end();
    };
    const stop = (): void => {
      thread.post({ id, call: "cancel" });
      deadline = setTimeout(() => settle(() => (thread.end(), reject(new WorkerFailed("worker-stopped", String(id))))), stopWithin);
    };
    const hear = (answer: WorkerAnswer): void => {
      if (answer.id !== id) return;
      if (answer.kind === "progress") onProgress?.(answer.progress);
      else if (answer.kind === "done") settle(() => resolve(answer.result));
      else settle(() => reject(new WorkerFailed(answer.error.code, answer.error.item, answer.error.params)));
    };
    thread.listen(hear, (reason) => settle(() => reject(new WorkerFailed("worker-ended", reason))));
    signal?.addEventListener("abort", stop, { once: true });
    thread.post({ ...request, id });
    if (signal?.aborted) stop();
  });
}

/**
 * Long work beside the event loop. `run` sends `request` to the module and resolves with its result; `onProgress` hears it on the way; when `signal` is
 * aborted the worker is asked to stop and `run` resolves with the best it has, or rejects with "worker-stopped" after two seconds.
 * @throws WorkerFailed with the worker's own code, item and params.
 */
export function workerRunner(): WorkerRunner {
  const threads = keepThreads();
  let lastId = 0;
  return {
    async run(module, request, options = {}) {
      const thread = threads.take(module);
      try {
        return await converse(thread, ++lastId, request, options);
      } finally {
        threads.giveBack(thread);
      }
    },
    close: () => threads.close(),
  };
}
