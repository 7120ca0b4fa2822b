export type { BenchRow } from "./bench-row.js";
export { runMatchingBench } from "./run-bench.js";
