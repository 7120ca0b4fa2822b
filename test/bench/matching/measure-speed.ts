import { type PairingProblem, solvePairing, verifyPairing } from "@lianxin/matching/integers";
import type { BenchRow } from "./bench-row.js";
import { roundFigure } from "./bench-row.js";
import { measureFresh } from "./measure-fresh.js";
import type { SpeedGoal } from "./goal-rows.js";
import type { Rival, Run } from "./attach-rival.js";
import { findObstacle, startRival } from "./rival.js";

/** So many runs of each, as V8 needs about twenty to compile all of it well; fewer where one takes long. */
const REPETITIONS = 25;
const LONG_REPETITIONS = 9;
const LONG_MS = 100;
const SLOW_MS = 2_000;

/** Runs one solver and the other in turn, 25 times (nine where one of ours takes longer than 100 ms; a rival slower than 2 s once), and compares the least CPU times. */
export async function measureSpeed(goal: SpeedGoal, folder: string, sources: string): Promise<BenchRow> {
  const { id, what, rival, share } = goal;
  const head = { id, unit: `× ${rival}`, goal: `≤ ${share}` };
  const obstacle = findObstacle(rival);
  if (obstacle !== undefined) return { ...head, what: `${what} (${obstacle})`, figure: "not measured", holds: null };
  const problem = goal.make();
  const opponent = await startRival(rival, problem, folder, sources);
  try {
    const [ours, theirs] = await interleave(() => (goal.cold ? measureFresh(id, folder, sources) : Promise.resolve(measureOnce(problem))), opponent);
    if (theirs.objective !== undefined && ours.objective !== theirs.objective)
      return { ...head, what: `${what} (${ours.objective} and ${theirs.objective})`, figure: "objectives differ", holds: false };
    const figure = roundFigure(ours.ms / theirs.ms);
    return { ...head, what: `${what} (${sayTimes(rival, ours, theirs)})`, figure, holds: judge(figure, share, theirs) };
  } finally {
    opponent.stop();
  }
}

/** A rival that was stopped gives no more than a bound: where that is above the goal, nothing is known. */
export function judge(figure: number, share: number, { objective }: Run): boolean | null {
  return figure <= share ? true : objective === undefined ? null : false;
}

function sayTimes(rival: string, ours: Run, theirs: Run): string {
  const times = `${roundFigure(ours.ms)} ms and ${roundFigure(theirs.ms)} ms`;
  return theirs.objective === undefined ? `at most: ${times}, when ${rival} was stopped` : `${times}, objective ${ours.objective}`;
}

async function interleave(run: () => Promise<Run>, opponent: Rival): Promise<[Run, Run]> {
  const ours: Run[] = [];
  const theirs: Run[] = [];
  for (let k = 0; k < (ours[0] !== undefined && ours[0].ms > LONG_MS ? LONG_REPETITIONS : REPETITIONS); k++) {
    if (k === 0 || theirs[0]!.ms < SLOW_MS) theirs.push(await opponent.run());
    ours.push(await run());
  }
  return [least(ours), least(theirs)];
}

function least(runs: readonly Run[]): Run {
  return runs.reduce((best, run) => (run.ms < best.ms ? run : best));
}

/** CPU milliseconds of this process for one solve, garbage collection and compiler threads included; the certificate is checked outside the clock. */
export function measureOnce(problem: PairingProblem): Run {
  const before = process.cpuUsage();
  const answer = solvePairing(problem);
  const ms = cpuSince(before);
  if (!answer.solved || !verifyPairing(problem, answer).certified) throw new Error("an instance of the benchmark was not solved with a certificate");
  return { ms, objective: answer.objective };
}

/** CPU milliseconds of this process since a reading of process.cpuUsage. */
export function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
