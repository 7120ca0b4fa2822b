import { PairingSession } from "../change-plan/pairing-session.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { roundFigure, type BenchRow } from "./bench-row.js";
import { makeDense } from "./make-dense.js";
import { makeUniform } from "./make-sparse.js";
import { cpuSince, measureOnce } from "./measure-speed.js";
import { createRandom } from "./random-numbers.js";

const CHANGES = 1_000;
const CHECKED = 10;
const REPETITIONS = 7;

interface Quantile {
  readonly share: number;
  readonly at: number;
}

/** One instance on which withdrawals are measured, with the quantiles of their times that have goals. */
export interface ChangeGoal {
  readonly id: string;
  readonly what: string;
  readonly quantiles: readonly Quantile[];
  readonly make: () => PairingProblem;
}

/** Goals for withdrawals, as shares of our own full solve. */
export const changeGoals: readonly ChangeGoal[] = [
  {
    id: "withdrawal-10k",
    what: "10,000 sparse",
    quantiles: [
      { share: 1 / 1000, at: 0.5 },
      { share: 1 / 100, at: 0.99 },
    ],
    make: () => makeUniform({ rows: 10_000, columns: 10_500, degree: 20, columnMin: 0, columnMax: 1 }, 12),
  },
  {
    id: "withdrawal-878",
    what: "878 dense",
    quantiles: [
      { share: 1 / 300, at: 0.5 },
      { share: 1 / 20, at: 0.95 },
    ],
    make: () => makeDense({ rows: 878, columns: 856, each: 1, columnMin: 0, columnMax: 2, forbidden: 0.05 }, 13),
  },
];

/** The id of a quantile's row. */
export function rowOf({ id }: ChangeGoal, { at }: Quantile): string {
  return `${id}-p${100 * at}`;
}

/**
 * Withdrawals of either side, one at a time and taken back afterwards, as shares of our own full solve. Like every figure the least of several repetitions,
 * here of the same series from the same start, which does the same work: a collection of garbage is not taken for that of the change it fell into.
 */
export function measureChanges(goal: ChangeGoal): BenchRow[] {
  const problem = goal.make();
  const full = Math.min(...Array.from({ length: REPETITIONS }, () => measureOnce(problem).ms));
  withdrawMany(new PairingSession(problem), 100, 21);
  const runs = Array.from({ length: REPETITIONS }, () => withdrawMany(new PairingSession(problem), CHANGES, 22));
  const times = Array.from({ length: CHANGES }, (_, k) => Math.min(...runs.map((run) => run.times[k]!))).sort((a, b) => a - b);
  const equal = Math.min(...runs.map((run) => run.equal));
  return goal.quantiles.map((quantile) => {
    const { share, at } = quantile;
    const ms = times[Math.floor(at * (times.length - 1))]!;
    const figure = roundFigure(ms / full);
    const shown = `${roundFigure(ms * 1000)} µs of ${roundFigure(full)} ms; ${equal} of ${CHECKED} checked objectives equal a full solve`;
    return {
      id: rowOf(goal, quantile),
      what: `one withdrawal, ${goal.what}, ${100 * at}th percentile (${shown})`,
      figure,
      unit: "× full",
      goal: `≤ 1/${Math.round(1 / share)}`,
      holds: figure <= share && equal === CHECKED,
    };
  });
}

function withdrawMany(session: PairingSession, count: number, seed: number): { times: number[]; equal: number } {
  const random = createRandom(seed);
  const { rows, columns } = session.problem;
  const columnMax = session.problem.columnMax[0]!;
  const times: number[] = [];
  let equal = 0;
  for (let k = 0; k < count; k++) {
    const isRow = k % 2 === 0;
    const one = Math.floor(random() * (isRow ? rows : columns));
    const before = process.cpuUsage();
    if (isRow) session.setRow(one, 0, 0);
    else session.setColumn(one, 0, 0);
    times.push(cpuSince(before));
    if (k % (count / CHECKED) === 0 && session.isSolved && solvedAlike(session)) equal++;
    if (isRow) session.setRow(one, 1, 1);
    else session.setColumn(one, 0, columnMax);
  }
  return { times, equal };
}

function solvedAlike(session: PairingSession): boolean {
  const fresh = solvePairing(session.problem);
  return fresh.solved && fresh.objective === session.objective;
}
