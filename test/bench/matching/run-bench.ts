import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { roundFigure, type BenchRow } from "./bench-row.js";
import { speedGoals } from "./goal-rows.js";
import { changeGoals, measureChanges, rowOf } from "./measure-changes.js";
import { measureProofs } from "./measure-proofs.js";
import { measureMemory, measureShortages, measureSize, measureSmallRoster } from "./measure-rest.js";
import { measureSpeed } from "./measure-speed.js";

/** Measures one or several rows together; `folder` takes files, `sources` is where the runners lie. */
interface Measurement {
  readonly id: string;
  readonly rows: readonly string[];
  measure(folder: string, sources: string): Promise<BenchRow[]>;
}

const measurements: readonly Measurement[] = [
  ...speedGoals.map((goal): Measurement => ({ id: goal.id, rows: [goal.id], measure: async (folder, sources) => [await measureSpeed(goal, folder, sources)] })),
  { id: "roster-200", rows: ["roster-200-cold", "roster-200-warm"], measure: measureSmallRoster },
  ...changeGoals.map((goal): Measurement => ({
    id: goal.id,
    rows: goal.quantiles.map((q) => rowOf(goal, q)),
    measure: () => Promise.resolve(measureChanges(goal)),
  })),
  { id: "shortage-10k", rows: ["shortage-10k-few", "shortage-10k-all"], measure: measureShortages },
  { id: "memory-100k", rows: ["memory-100k"], measure: measureMemory },
  { id: "size", rows: ["size"], measure: measureSize },
  { id: "proofs", rows: ["certificates-pairing", "certificates-roster", "why-not"], measure: () => Promise.resolve(measureProofs()) },
];

/** The ids of all rows, in the order they are measured. */
export const listRows = (): string[] => measurements.flatMap(({ rows }) => rows);

/**
 * Measures the goals of the matching engine, row by row as they are done. `wanted` names rows, or measurements of several; none means all. Rivals are
 * built and run where they are installed (liblemon-dev with g++, python3-scipy); elsewhere their rows say that they were not measured.
 *
 * @throws Error for a name that is none of them
 */
export async function* runMatchingBench(wanted: readonly string[] = []): AsyncGenerator<BenchRow> {
  const known = new Set(measurements.flatMap(({ id, rows }) => [id, ...rows]));
  const stray = wanted.find((one) => !known.has(one));
  if (stray !== undefined) throw new Error(`There is no row "${stray}". Maybe one of: ${[...known].join(", ")}.`);
  const folder = mkdtempSync(join(tmpdir(), "matching-bench-"));
  try {
    for (const { id, rows, measure } of measurements) {
      const own = wanted.length === 0 || wanted.includes(id) ? rows : rows.filter((row) => wanted.includes(row));
      if (own.length > 0) for (const row of await measure(folder, import.meta.dirname)) if (own.includes(row.id)) yield row;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All wanted rows, and how long they took, for `npm run bench -- matching [id …]`; each is also told on stderr when it is done, as the large ones take minutes. */
export async function benchMatching({ rows }: { readonly rows: readonly string[] }): Promise<readonly BenchRow[]> {
  const done: BenchRow[] = [];
  const begin = performance.now();
  for await (const row of runMatchingBench(rows)) {
    process.stderr.write(`${row.id}: ${row.figure} ${row.unit}\n`);
    done.push(row);
  }
  const minutes = roundFigure((performance.now() - begin) / 60_000);
  done.push({ id: "total", what: "the whole run, wall clock", figure: minutes, unit: "min", goal: "≤ 20", holds: minutes <= 20 });
  return done;
}
