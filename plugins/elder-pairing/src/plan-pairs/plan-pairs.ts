import { solvePairing, verifyPairing, type PairingPlan, type PairingProblem, type Shortage } from "@lianxin/matching/integers";
import { compileSide, type CompiledSide } from "./compile-side.js";
import { rowsOfEdges } from "./edges.js";
import { findShortages } from "./find-shortages.js";
import { priceMoves } from "./price-moves.js";
import { solveWithQuotas, type Solved } from "./solve-with-quotas.js";
import type { PairFacts, PlannedPair, PlannedPairs, Side, SidePlan } from "./pair-facts.js";

function solve(problem: PairingProblem): PairingPlan {
  const answer: PairingPlan | Shortage = solvePairing(problem);
  if (!answer.solved) throw new Error("There is always nobody to take.");
  return answer;
}
const certify = (problem: PairingProblem, plan: PairingPlan): boolean => verifyPairing(problem, plan).certified;

/** The cheapest plan; with pairs held before, the cheapest with a price on each change, and what that gives up against the cheapest without. Both are certified. */
function solveSide(compiled: CompiledSide): Solved {
  const { problem, before } = compiled;
  const best = solve(problem);
  if (before.length === 0) return { chosen: best.chosen, best: best.chosen, isCertified: certify(problem, best), moves: 0, dropped: 0, givenUp: 0 };
  const priced = priceMoves(compiled);
  const plan = solve(priced);
  const held = new Set(before);
  const kept = plan.chosen.reduce((count, e) => count + (held.has(e) ? 1 : 0), 0);
  const prices = plan.chosen.reduce((sum, e) => sum + priced.cost[e]! - problem.cost[e]!, 0);
  return {
    ...{ chosen: plan.chosen, best: best.chosen },
    isCertified: certify(priced, plan) && certify(problem, best),
    ...{ moves: plan.chosen.length - kept, dropped: before.length - kept, givenUp: plan.objective - prices - best.objective },
  };
}

function describe(compiled: CompiledSide, quotas: PairFacts["quotas"], solved: Solved): SidePlan {
  const { problem, elders, cadres, because } = compiled;
  const rowOf = rowsOfEdges(problem.start);
  const pairs: PlannedPair[] = [];
  const unserved: string[] = [];
  for (const e of solved.chosen) {
    const row = rowOf[e]!;
    const cadre = cadres[problem.column[e]!];
    if (!cadre) unserved.push(elders[row]!.id);
    else pairs.push({ elderId: elders[row]!.id, cadreId: cadre.id, cost: problem.cost[e]!, because: because[e - row]! });
  }
  const { isCertified, moves, dropped, givenUp } = solved;
  return {
    pairs,
    unserved,
    shortages: findShortages(compiled, quotas, solved.chosen),
    isCertified,
    cost: pairs.reduce((sum, { cost }) => sum + cost, 0),
    moves: moves - (unserved.length === 0 ? 0 : countNew(compiled, solved)),
    dropped,
    givenUp,
  };
}

/** "Nobody" is no new pair. */
const countNew = ({ problem, cadres }: CompiledSide, { chosen }: Solved): number => {
  let count = 0;
  for (const e of chosen) if (problem.column[e] === cadres.length) count++;
  return count;
};

const nothing: SidePlan = { pairs: [], unserved: [], shortages: [], isCertified: true, cost: 0, moves: 0, dropped: 0, givenUp: 0 };

/** One side by itself: primaries, or backups for the primaries given. Certified, the same for the same facts in any order. */
export function planSide(facts: PairFacts, side: Side, primaryOf?: ReadonlyMap<string, string>): SidePlan {
  if (facts.elders.length === 0) return nothing;
  const compiled = compileSide(facts, side, primaryOf);
  const solved = solveSide(compiled);
  const quotas = side === "primary" ? facts.quotas : [];
  return describe(compiled, quotas, solveWithQuotas(compiled, quotas, solved));
}

/** Primaries first, proved optimal; then backups for these primaries, proved optimal. */
export function planPairs(facts: PairFacts): PlannedPairs {
  const primary = planSide(facts, "primary");
  const backup = planSide(facts, "backup", new Map(primary.pairs.map(({ elderId, cadreId }) => [elderId, cadreId])));
  return { primary, backup };
}
