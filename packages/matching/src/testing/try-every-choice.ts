import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { stepCost } from "./try-every-plan.js";

/** What one feasible plan costs, how many of its pairs were not there before, and how many of those before it has not. */
export interface Outcome {
  readonly cost: number;
  readonly moves: number;
  readonly dropped: number;
}

/** The oracle for two aims: cost and changes of every plan there is, repeated outcomes left out. Exponential; for at most 5 × 5. */
export function tryEveryChoice(problem: PairingProblem, before: Uint8Array): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  const count = new Array<number>(problem.columns).fill(0);
  const busy = new Set<string>();
  const all = before.reduce((sum, mark) => sum + mark, 0);
  const finish = (pairs: number, moves: number, kept: number): void => {
    if (count.some((n, j) => n < problem.columnMin[j]!)) return;
    const cost = pairs + stepCost(problem, count);
    outcomes.set(`${cost}/${moves}/${kept}`, { cost, moves, dropped: all - kept });
  };
  const walk = (i: number, e: number, taken: number, cost: number, moves: number, kept: number): void => {
    if (i === problem.rows) return finish(cost, moves, kept);
    if (e === problem.start[i + 1]!) return taken >= problem.rowMin[i]! ? walk(i + 1, e, 0, cost, moves, kept) : undefined;
    walk(i, e + 1, taken, cost, moves, kept);
    const j = problem.column[e]!;
    const time = problem.together?.[i] ?? -1;
    const at = `${j}@${time}`;
    if (taken === problem.rowMax[i]! || count[j] === problem.columnMax[j]! || busy.has(at)) return;
    count[j]!++;
    if (time >= 0) busy.add(at);
    walk(i, e + 1, taken + 1, cost + problem.cost[e]!, moves + 1 - before[e]!, kept + before[e]!);
    busy.delete(at);
    count[j]!--;
  };
  walk(0, 0, 0, 0, 0, 0);
  return [...outcomes.values()];
}
