import { countUnits, expectSum } from "../check-pairing/check-sums.js";
import { largestOf } from "../solve-pairing/bounds-of.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";

/** What a change would do to a problem's sums. */
export interface SumChange {
  /** So many units more. */
  readonly units?: number;
  /** This edge costs `cost`. */
  readonly edge?: number;
  readonly cost?: number;
}

/** Guards a session's sums without adding them up at every change: the largest cost known never falls, until that would refuse something. */
export class KeptSums {
  private units: number;
  private largest: number;

  constructor(problem: PairingProblem) {
    this.units = countUnits(problem);
    this.largest = largestOf(problem.cost, problem.step);
  }

  /** Takes note of a change, or refuses it. O(1), O(m) near the limit. @throws MatchingError sumTooLarge */
  expectFit({ cost, step }: PairingProblem, change: SumChange): void {
    const units = this.units + (change.units ?? 0);
    let largest = Math.max(this.largest, Math.abs(change.cost ?? 0));
    try {
      expectSum(units, largest);
    } catch {
      const then = cost.slice();
      if (change.edge !== undefined) then[change.edge] = change.cost ?? 0;
      largest = largestOf(then, step);
      expectSum(units, largest);
    }
    this.units = units;
    this.largest = largest;
  }
}
