import type { BenchRow } from "../run/bench.js";

export async function measureStart(): Promise<readonly BenchRow[]> {
  return [];
}
