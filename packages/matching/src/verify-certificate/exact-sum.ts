import type { PairingProblem } from "../solve-pairing/pairing-problem.js";

/** A sum of whole numbers that admits it when it may have left the range of exact arithmetic: its value is then NaN, which equals nothing. */
export class ExactSum {
  private total = 0;
  private size = 0;

  /** Adds one term. */
  add(term: number): void {
    this.total += term;
    this.size += Math.abs(term);
  }

  get value(): number {
    return this.size <= Number.MAX_SAFE_INTEGER ? this.total : NaN;
  }
}

/** Adds what the filled places of all columns cost, `tally` counting them. */
export function addSteps({ step, columns, columnMax }: PairingProblem, tally: ReadonlyMap<number, number>, cost: ExactSum): void {
  for (let j = 0, at = 0; step !== undefined && j < columns; at += columnMax[j]!, j++) for (let k = 0; k < (tally.get(j) ?? 0); k++) cost.add(step[at + k]!);
}
