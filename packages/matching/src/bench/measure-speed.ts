import { solvePairing } from "../solve-pairing/solve-pairing.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import type { BenchRow } from "./bench-row.js";
import { roundFigure } from "./bench-row.js";
import { measureFresh } from "./measure-fresh.js";
import type { SpeedGoal } from "./goal-rows.js";
import { findObstacle, startRival, type Rival, type Run } from "./rival.js";

const REPETITIONS = 9;
const SLOW_MS = 2_000;

/** Runs one solver and the other in turn, at least nine times (a rival slower than 2 s once), and compares the least CPU times. */
export async function measureSpeed(goal: SpeedGoal, folder: string, sources: string): Promise<BenchRow> {
  const { id, what, rival, share } = goal;
  const head = { id, what, unit: `× ${rival}`, goal: `≤ ${share}` };
  const obstacle = findObstacle(rival);
  if (obstacle !== undefined) return { ...head, figure: undefined, holds: undefined, note: `not measured: ${obstacle}` };
  const problem = goal.make();
  const opponent = await startRival(rival, problem, folder, sources);
  try {
    const [ours, theirs] = await interleave(() => (goal.cold ? measureFresh(id, folder, sources) : Promise.resolve(measureOnce(problem))), opponent);
    if (ours.objective !== theirs.objective)
      return { ...head, figure: undefined, holds: false, note: `objectives differ: ${ours.objective} and ${theirs.objective}` };
    const figure = roundFigure(ours.ms / theirs.ms);
    return { ...head, figure, holds: figure <= share, note: `${roundFigure(ours.ms)} ms and ${roundFigure(theirs.ms)} ms, objective ${ours.objective}` };
  } finally {
    opponent.stop();
  }
}

async function interleave(run: () => Promise<Run>, opponent: Rival): Promise<[Run, Run]> {
  const ours: Run[] = [];
  const theirs: Run[] = [];
  for (let k = 0; k < REPETITIONS; k++) {
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
  const { user, system } = process.cpuUsage(before);
  if (!answer.solved || !verifyPairing(problem, answer).certified) throw new Error("an instance of the benchmark was not solved with a certificate");
  return { ms: (user + system) / 1000, objective: answer.objective };
}
