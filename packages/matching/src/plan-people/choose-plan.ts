import { keepOptimal } from "../keep-plan/keep-optimal.js";
import { defaultMovePrice, keepPriced, pricedProblem } from "../keep-plan/keep-priced.js";
import { keepWithinSlack } from "../keep-plan/keep-within-slack.js";
import { markEdges, type KeptPlan } from "../keep-plan/kept-plan.js";
import { chooseAmongOptimal } from "../keep-plan/narrow-to-optimal.js";
import type { PairingPlan, PairingProblem, Shortage } from "../solve-pairing/pairing-problem.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import type { CompiledPlan } from "./compile-plan.js";
import { indexOf } from "./compile-plan.js";
import { scaleCost } from "./cost-of-pair.js";
import type { KeepMode } from "./plan-problem.js";
import { rankTie } from "./tie-rank.js";

/** A plan for a compiled problem, independently checked. `kept` tells what it kept of the one before, if there was one. */
export interface ChosenPlan {
  readonly solved: true;
  readonly plan: PairingPlan;
  readonly certified: boolean;
  readonly kept?: KeptPlan;
}

/** Solves a compiled problem in the mode it asks for; ties are broken by names, after moves where there is a plan before. */
export function choosePlan(compiled: CompiledPlan): ChosenPlan | Shortage {
  const { pairing, source } = compiled;
  if (source.previous === undefined) {
    const answer = solvePairing(pairing);
    return answer.solved ? { solved: true, plan: breakTies(compiled, answer), certified: verifyPairing(pairing, answer).certified } : answer;
  }
  return chooseKeeping(compiled, findPrevious(compiled), source.keep ?? { mode: "priced" });
}

function chooseKeeping(compiled: CompiledPlan, before: readonly number[], keep: KeepMode): ChosenPlan | Shortage {
  const { pairing, scale } = compiled;
  const price = keep.mode === "priced" && keep.price !== undefined ? scaleCost("keep price", keep.price, scale) : defaultMovePrice(pairing);
  const kept = askFor(pairing, before, keep, price, scale);
  if (!("plan" in kept)) return kept;
  const priced = keep.mode === "priced" ? pricedProblem(pairing, markEdges(pairing, before), price) : pairing;
  const certified = keep.mode === "slack" ? kept.cost <= kept.optimum + scaleCost("keep slack", keep.slack, scale) : verifyPairing(priced, kept.plan).certified;
  return { solved: true, plan: kept.plan, certified, kept };
}

function askFor(pairing: PairingProblem, before: readonly number[], keep: KeepMode, price: number, scale: number): KeptPlan | Shortage {
  if (keep.mode === "optimal") return keepOptimal(pairing, before);
  if (keep.mode === "slack") return keepWithinSlack(pairing, before, scaleCost("keep slack", keep.slack, scale));
  return keepPriced(pairing, before, price);
}

function breakTies({ pairing, pairs }: CompiledPlan, plan: PairingPlan): PairingPlan {
  return chooseAmongOptimal(pairing, plan, (e) => rankTie(pairs[e]!.person, pairs[e]!.place));
}

/** Edges of the plan before that are still allowed; names must still be known. */
export function findPrevious({ source, pairing, placeOf, personOf }: CompiledPlan): number[] {
  const wanted = new Set(
    (source.previous ?? []).map(
      ({ person, place }, k) => `${indexOf(placeOf, `previous ${k} place`, place)}/${indexOf(personOf, `previous ${k} person`, person)}`,
    ),
  );
  const edges: number[] = [];
  for (let i = 0; i < pairing.rows; i++) {
    for (let e = pairing.start[i]!; e < pairing.start[i + 1]!; e++) if (wanted.has(`${i}/${pairing.column[e]!}`)) edges.push(e);
  }
  return edges;
}
