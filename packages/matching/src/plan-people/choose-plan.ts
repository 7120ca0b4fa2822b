import { keepOptimal } from "../keep-plan/keep-optimal.js";
import { defaultMovePrice, keepPriced, pricedProblem } from "../keep-plan/keep-priced.js";
import { keepWithinSlackInSteps } from "../keep-plan/keep-within-slack.js";
import { markEdges, type KeptPlan } from "../keep-plan/kept-plan.js";
import { chooseAmongOptimal, type EdgeCost } from "../keep-plan/narrow-to-optimal.js";
import type { PairingPlan, PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import type { Steps } from "../steps.js";
import { verifyMoves } from "../verify-certificate/verify-moves.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import { keyOf, type CompiledPlan } from "./compile-plan.js";
import { scaleCost } from "./cost-of-pair.js";
import type { KeepMode } from "./plan-problem.js";
import { rankTie } from "./tie-rank.js";

/**
 * A plan for a compiled problem, independently checked. `minimised` is the problem whose cheapest plan it is: the compiled one, with the price of moves where
 * there is one; undefined under a slack, where the plan need not be the cheapest of anything. `kept` tells what it kept of the one before, if there was one.
 */
export interface ChosenPlan {
  readonly solved: true;
  readonly plan: PairingPlan;
  readonly certified: boolean;
  readonly minimised: PairingProblem | undefined;
  readonly kept?: KeptPlan;
  /** How many changes the independent check says there must be at least. */
  readonly atLeast: number;
}

/** Solves a compiled problem in the mode it asks for; ties are broken by names, after moves where there is a plan before (not under a slack). */
export function* choosePlan(compiled: CompiledPlan): Steps<ChosenPlan | Shortage> {
  yield;
  const { pairing, pairs, source } = compiled;
  const byName = (e: number) => rankTie(pairs[e]!.person, pairs[e]!.place);
  if (source.previous !== undefined) return yield* chooseKeeping(compiled, source.keep ?? { mode: "priced" }, byName);
  const answer = solvePairing(pairing);
  if (!answer.solved) return answer;
  const plan = chooseAmongOptimal(pairing, answer, byName);
  return { solved: true, plan, certified: verifyPairing(pairing, plan).certified, minimised: pairing, atLeast: 0 };
}

function* chooseKeeping(compiled: CompiledPlan, keep: KeepMode, byName: EdgeCost): Steps<ChosenPlan | Shortage> {
  const { pairing, scale } = compiled;
  const before = findPrevious(compiled);
  const mark = markEdges(pairing, before);
  if (keep.mode === "priced") {
    const price = keep.price === undefined ? defaultMovePrice(pairing) : scaleCost("keep price", keep.price, scale);
    return certify(pairing, keepPriced(pairing, before, price, byName), mark, pricedProblem(pairing, mark, price));
  }
  if (keep.mode === "optimal") return certify(pairing, keepOptimal(pairing, before, byName), mark, pairing);
  const kept = yield* keepWithinSlackInSteps(pairing, before, scaleCost("keep slack", keep.slack, scale));
  return certify(pairing, kept, mark, undefined);
}

/** Pairs of the plan before that are still allowed. */
export function findPrevious({ source, pairs }: CompiledPlan): number[] {
  const wanted = new Set(source.previous?.map(keyOf));
  return [...pairs.keys()].filter((e) => wanted.has(keyOf(pairs[e]!)));
}

/**
 * Under a slack the plan is checked to be feasible ("gap" is the last claim looked at, and the only one it may fail), and its cost against that of the best
 * plan, which is certified itself. What the mode says of changes is checked apart.
 */
function certify(pairing: PairingProblem, kept: KeptPlan | Shortage, mark: Uint8Array, minimised: PairingProblem | undefined): ChosenPlan | Shortage {
  if (!("plan" in kept)) return kept;
  const { plan, best, cost, most, proof } = kept;
  const { reason } = verifyPairing(minimised ?? pairing, plan);
  const isGood = reason === "" || (minimised === undefined && reason === "gap" && cost <= most);
  const certified = isGood && verifyPairing(pairing, best).certified;
  return { solved: true, plan, certified, minimised, kept, atLeast: verifyMoves(pairing, mark, most, proof) };
}
