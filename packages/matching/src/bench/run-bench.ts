import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "./bench-row.js";
import { speedGoals } from "./goal-rows.js";
import { measureChanges } from "./measure-changes.js";
import { measureMemory, measureSize, measureSmallRoster } from "./measure-rest.js";
import { measureSpeed } from "./measure-speed.js";

type Measurement = (folder: string, sources: string) => Promise<BenchRow[]>;

const measurements: readonly (readonly [id: string, measure: Measurement])[] = [
  ...speedGoals.map((goal) => [goal.id, async (folder: string, sources: string) => [await measureSpeed(goal, folder, sources)]] as const),
  ["roster-200", measureSmallRoster],
  ["withdrawal", () => Promise.resolve(measureChanges())],
  ["memory-100k", measureMemory],
  ["size", measureSize],
];

/**
 * Measures the goals of the matching engine, row by row as they are done. `only` runs the measurements whose id begins so. Rivals are built and run
 * where they are installed (liblemon-dev with g++, python3-scipy); elsewhere their rows say that they were not measured.
 */
export async function* runMatchingBench(only = ""): AsyncGenerator<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), "matching-bench-"));
  try {
    for (const [id, measure] of measurements) if (id.startsWith(only)) yield* await measure(folder, import.meta.dirname);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
