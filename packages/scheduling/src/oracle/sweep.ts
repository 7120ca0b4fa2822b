/** Part of a long random test: so many runs from a seed of its own. */
export interface Sweep {
  readonly seed: number;
  readonly runs: number;
}

const PART = 1000;

/** `quick` runs in one part, or 10,000 in ten with LIANXIN_FULL: each part is a test with a time limit and a seed to repeat it by. */
export function listSweeps(seed: number, quick: number): Sweep[] {
  if (!process.env["LIANXIN_FULL"]) return [{ seed, runs: quick }];
  return Array.from({ length: 10 }, (_, part) => ({ seed: seed + part, runs: PART }));
}
