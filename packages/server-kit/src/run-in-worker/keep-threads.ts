import type { Worker } from "node:worker_threads";
import { startThread, type WorkerAnswer } from "./worker-thread.js";

/** An idle thread is ended after this many milliseconds: it keeps its compiled code warm for the next request, and memory is given back. */
const idleFor = 60_000;

/** One thread and who listens to it. */
export interface Thread {
  readonly module: string;
  readonly isOver: boolean;
  post(message: object): void;
  listen(hear: (answer: WorkerAnswer) => void, onEnd: (reason: string) => void): void;
  forget(): void;
  end(): Promise<void>;
}

function openThread(module: string | URL): Thread {
  const worker: Worker = startThread(module);
  let hear: ((answer: WorkerAnswer) => void) | undefined;
  let onEnd: ((reason: string) => void) | undefined;
  let over: string | undefined;
  const endWith = (reason: string): void => {
    over ??= reason;
    onEnd?.(over);
  };
  worker.on("message", (answer: WorkerAnswer) => hear?.(answer));
  worker.on("error", (error) => endWith(error.message));
  worker.on("exit", (code) => endWith(`exit ${code}`));
  return {
    module: String(module),
    get isOver() {
      return over !== undefined;
    },
    post: (message) => worker.postMessage(message),
    listen(onAnswer, onOver) {
      worker.ref();
      [hear, onEnd] = [onAnswer, onOver];
      if (over !== undefined) onOver(over);
    },
    forget() {
      worker.unref();
      [hear, onEnd] = [undefined, undefined];
    },
    async end() {
      over ??= "ended";
      await worker.terminate();
    },
  };
}

/** Threads by module: taken for one request, given back for the next. */
export function keepThreads() {
  const idle = new Map<Thread, NodeJS.Timeout>();
  const busy = new Set<Thread>();
  const drop = (thread: Thread): void => {
    clearTimeout(idle.get(thread));
    idle.delete(thread);
  };
  return {
    take(module: string | URL): Thread {
      const free = [...idle.keys()].find((thread) => thread.module === String(module) && !thread.isOver);
      if (free) drop(free);
      const thread = free ?? openThread(module);
      busy.add(thread);
      return thread;
    },
    giveBack(thread: Thread): void {
      busy.delete(thread);
      if (thread.isOver) return;
      const timer = setTimeout(() => (drop(thread), void thread.end()), idleFor).unref();
      idle.set(thread, timer);
    },
    async close(): Promise<void> {
      const all = [...idle.keys(), ...busy];
      all.forEach(drop);
      await Promise.all(all.map((thread) => thread.end()));
    },
  };
}
