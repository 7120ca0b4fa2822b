import { PairingSession } from "@lianxin/matching/change";
import { type PairingProblem, solvePairing } from "@lianxin/matching/integers";
import { roundFigure, type BenchRow } from "./bench-row.js";
import { makeDense } from "./make-dense.js";
import { makeUniform } from "./make-sparse.js";
import { cpuSince, measureOnce } from "./measure-speed.js";
import { createRandom } from "./random-numbers.js";

const CHANGES = 1_000;
const REPETITIONS = 7;
/** V8 has compiled all of a full solve well only after about twenty. */
const FULL_SOLVES = 25;

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
    what: "878 dense, cadres take 1–2",
    quantiles: [
      { share: 1 / 300, at: 0.5 },
      { share: 1 / 20, at: 0.95 },
    ],
    make: () => makeDense({ rows: 878, columns: 856, each: 1, columnMin: 1, columnMax: 2, forbidden: 0.05 }, 13),
  },
];

/** The id of a quantile's row. */
export function rowOf({ id }: ChangeGoal, { at }: Quantile): string {
  return `${id}-p${100 * at}`;
}

/**
 * Withdrawals of either side, one at a time and taken back afterwards, as shares of our own full solve once it is warm. Like every figure the least of
 * several repetitions, here of the same series from the same start, which does the same work: a collection of garbage is not taken for that of the change
 * it fell into. One more repetition, which is not timed, compares the objective after every withdrawal and every return with a full solve's.
 */
export function measureChanges(goal: ChangeGoal): BenchRow[] {
  const problem = goal.make();
  const full = Math.min(...Array.from({ length: FULL_SOLVES }, () => measureOnce(problem).ms));
  withdrawMany(problem, 100, 21);
  const runs = Array.from({ length: REPETITIONS }, () => withdrawMany(problem, CHANGES, 22));
  const times = Array.from({ length: CHANGES }, (_, k) => Math.min(...runs.map((run) => run[k]!))).sort((a, b) => a - b);
  const equal = countEqual(problem);
  return goal.quantiles.map((quantile) => {
    const { share, at } = quantile;
    const ms = times[Math.floor(at * (times.length - 1))]!;
    const figure = roundFigure(ms / full);
    const shown = `${roundFigure(ms * 1000)} µs of ${roundFigure(full)} ms; after ${equal} of ${2 * CHANGES} withdrawals and returns as good as a full solve`;
    return {
      id: rowOf(goal, quantile),
      what: `one withdrawal, ${goal.what}, ${100 * at}th percentile (${shown})`,
      figure,
      unit: "× full",
      goal: `≤ 1/${Math.round(1 / share)}`,
      holds: figure <= share && equal === 2 * CHANGES,
    };
  });
}

interface Absence {
  withdraw(): boolean;
  comeBack(): boolean;
}

/** A series of withdrawals, of rows and columns in turn. */
function* listAbsences({ rows, columns, columnMin, columnMax }: PairingProblem, session: PairingSession, count: number, seed: number): Generator<Absence> {
  const random = createRandom(seed);
  for (let k = 0; k < count; k++) {
    const one = Math.floor(random() * (k % 2 === 0 ? rows : columns));
    if (k % 2 === 0) yield { withdraw: () => session.setRow(one, 0, 0), comeBack: () => session.setRow(one, 1, 1) };
    else yield { withdraw: () => session.setColumn(one, 0, 0), comeBack: () => session.setColumn(one, columnMin[one]!, columnMax[one]!) };
  }
}

function withdrawMany(problem: PairingProblem, count: number, seed: number): number[] {
  const times: number[] = [];
  for (const { withdraw, comeBack } of listAbsences(problem, new PairingSession(problem), count, seed)) {
    const before = process.cpuUsage();
    withdraw();
    times.push(cpuSince(before));
    comeBack();
  }
  return times;
}

/** After how many changes of the timed series the objective is a full solve's. */
function countEqual(problem: PairingProblem): number {
  const session = new PairingSession(problem);
  const whole = session.objective;
  let equal = 0;
  for (const { withdraw, comeBack } of listAbsences(problem, session, CHANGES, 22)) {
    const fresh = withdraw() ? solvePairing(session.problem) : undefined;
    if (fresh?.solved === true && fresh.objective === session.objective) equal++;
    if (comeBack() && session.objective === whole) equal++;
  }
  return equal;
}
