import { parentPort } from "node:worker_threads";
import { planRota } from "./plan-rota.js";
import type { RotaProblem } from "./rota-problem.js";

/** Plans in a thread of its own, so that a rota of thousands of people keeps nobody waiting. A cancel comes too late: the plan is one piece of work. */
parentPort?.on("message", ({ id, problem }: { readonly id: number; readonly problem?: RotaProblem }) => {
  if (problem) parentPort?.postMessage({ id, kind: "done", result: planRota(problem) });
});
