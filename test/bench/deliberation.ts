import type { BenchRow } from "../run/bench.js";
import { measureLedger } from "./deliberation-ledger.js";

/** The deliberation engine's goals; each part brings its rows. */
const parts: readonly (() => Promise<readonly BenchRow[]>)[] = [measureLedger];

export async function benchDeliberation(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const measure of parts) rows.push(...(await measure()));
  return rows;
}
