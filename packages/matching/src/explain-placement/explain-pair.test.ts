import fc from "fast-check";
import { expect, test } from "vitest";
import { PairingSession } from "../change-plan/pairing-session.js";
import { withoutForbidden } from "../change-plan/grow-pairing.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { sessionPairings, sweepSeed, sweepSize, sweepTime } from "../testing/small-pairings.js";
import { tryEveryPlan } from "../testing/try-every-plan.js";
import { explainPair } from "./explain-pair.js";
import type { Move, Price } from "./price-alternative.js";

/** Brute force over all plans that have edge e (every plan costs more by a stated premium, which is then taken off). */
function costWith(problem: PairingProblem, e: number): number | undefined {
  const premium = 100_000_000_000;
  const cost = Float64Array.from(problem.cost);
  cost[e]! -= premium;
  const best = tryEveryPlan({ ...problem, cost: cost as unknown as Int32Array });
  return best === undefined || best > -premium / 2 ? undefined : best + premium;
}

function costWithout(problem: PairingProblem, e: number): number | undefined {
  const state = new Uint8Array(problem.cost.length);
  state[e] = 2;
  return tryEveryPlan(withoutForbidden(problem, state));
}

function sumMoves(session: PairingSession, moves: readonly Move[]): number {
  const { start, column, cost } = session.problem;
  return moves.reduce((sum, move) => {
    const e = column.findIndex((j, k) => j === move.column && k >= start[move.row]! && k < start[move.row + 1]!);
    return sum + (move.joins ? 1 : -1) * cost[e]!;
  }, 0);
}

test(
  `prices every pair at the true difference of a re-solve, and names moves that cost just that (${sweepSize} random pairings, seed ${sweepSeed})`,
  { timeout: sweepTime },
  () => {
    fc.assert(
      fc.property(sessionPairings(), (problem) => {
        const session = new PairingSession(problem);
        if (!session.isSolved) return;
        for (let i = 0, e = 0; i < problem.rows; i++) {
          for (; e < problem.start[i + 1]!; e++) {
            const told = explainPair(session.network, i, problem.column[e]!);

            const truth = told.inPlan ? costWithout(problem, e) : costWith(problem, e);
            const price: Price | undefined = told.inPlan ? told.without : told.with;
            expect(price?.cost).toBe(truth === undefined ? undefined : truth - session.objective);
            if (price !== undefined && problem.step === undefined) expect(sumMoves(session, price.moves)).toBe(price.cost);
          }
        }
      }),
      { numRuns: sweepSize, seed: sweepSeed },
    );
  },
);
