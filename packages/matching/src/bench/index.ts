export type { BenchRow } from "./bench-row.js";
export { benchMatching, runMatchingBench } from "./run-bench.js";
