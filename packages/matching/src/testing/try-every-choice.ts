import type { PairingProblem } from "../solve-pairing/pairing-problem.js";

/** What one feasible plan costs, and how many of its pairs were not there before. */
export interface Outcome {
  readonly cost: number;
  readonly moves: number;
}

/** The oracle for two aims: cost and moves of every plan there is, repeated outcomes left out. Exponential; for at most 5 × 5. */
export function tryEveryChoice(problem: PairingProblem, before: Uint8Array): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  const count = new Array<number>(problem.columns).fill(0);
  const walk = (i: number, e: number, taken: number, cost: number, moves: number): void => {
    if (i === problem.rows) {
      if (count.every((n, j) => n >= problem.columnMin[j]!))
        outcomes.set(`${cost + steps(problem, count)}/${moves}`, { cost: cost + steps(problem, count), moves });
      return;
    }
    if (e === problem.start[i + 1]!) return taken >= problem.rowMin[i]! ? walk(i + 1, e, 0, cost, moves) : undefined;
    walk(i, e + 1, taken, cost, moves);
    const j = problem.column[e]!;
    if (taken === problem.rowMax[i]! || count[j] === problem.columnMax[j]!) return;
    count[j]!++;
    walk(i, e + 1, taken + 1, cost + problem.cost[e]!, moves + 1 - before[e]!);
    count[j]!--;
  };
  walk(0, 0, 0, 0, 0);
  return [...outcomes.values()];
}

function steps({ step, columnMax }: PairingProblem, count: readonly number[]): number {
  let sum = 0;
  let at = 0;
  count.forEach((n, j) => {
    for (let k = 0; k < n; k++) sum += step?.[at + k] ?? 0;
    at += columnMax[j]!;
  });
  return sum;
}
