import type { BenchRow } from "../run/bench.js";
import { measureAgenda } from "./deliberation-agenda.js";
import { measureLedger } from "./deliberation-ledger.js";

/** The deliberation engine's goals; each part brings its rows. */
const parts: readonly (() => Promise<readonly BenchRow[]>)[] = [measureLedger, measureAgenda];

export async function benchDeliberation(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const measure of parts) rows.push(...(await measure()));
  return rows;
}
