import { parentPort } from "node:worker_threads";

interface Counting {
  readonly id: number;
  readonly call?: "cancel" | "fail" | "die" | "stubborn";
  readonly until?: number;
}

let stopAt: number | undefined;

/** Counts to `until`, telling each number; a cancel ends it where it is. For the tests. */
parentPort?.on("message", ({ id, call, until = 0 }: Counting) => {
  if (call === "cancel") return void (stopAt = id);
  if (call === "fail") return parentPort?.postMessage({ id, kind: "failed", error: { code: "too-many", item: "until", params: { most: 3 } } });
  if (call === "die") throw new Error("out of ink");
  if (call === "stubborn") return;
  const count = (n: number): void => {
    if (n > until || stopAt === id) return parentPort?.postMessage({ id, kind: "done", result: n - 1 });
    parentPort?.postMessage({ id, kind: "progress", progress: n });
    setTimeout(() => count(n + 1), 1);
  };
  count(1);
});
