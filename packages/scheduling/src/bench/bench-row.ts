/** One line of the results: what was measured, the figure, the goal, and whether it holds. `figure` NaN = not measured here. */
export interface BenchRow {
  readonly id: string;
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  readonly goal: string;
  readonly holds: boolean;
}

/** What a benchmark needs of its surroundings. */
export interface BenchTools {
  /** Milliseconds of a clock that only goes forward. */
  readonly stopwatch: () => number;
  /** `quick` (some two minutes) or `full` (the sizes and counts of the goals, some twelve). */
  readonly size: "quick" | "full";
  /** First and last seed, for measuring a long row in pieces; else each row's own. */
  readonly seeds?: readonly [number, number];
  /** Bytes in use after a collection (heap and array buffers), when the runtime can say; in a process where nothing else was measured before. */
  readonly memoryBytes?: () => number;
  /** Bytes of the whole package minified and gzipped, when someone has bundled it. */
  readonly bundleBytes?: () => number;
  readonly log?: (line: string) => void;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function atMost(id: string, what: string, figure: number, unit: string, goal: number): BenchRow {
  return { id, what, figure, unit, goal: `≤ ${goal}`, holds: figure <= goal };
}

export function atLeast(id: string, what: string, figure: number, unit: string, goal: number): BenchRow {
  return { id, what, figure, unit, goal: `≥ ${goal}`, holds: figure >= goal };
}

/** The seeds of a row: those asked for, else 1 … count. */
export function listSeeds(tools: BenchTools, count: number): number[] {
  const [first, last] = tools.seeds ?? [1, count];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
