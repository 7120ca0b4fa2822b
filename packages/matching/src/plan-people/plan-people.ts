import type { KeptPlan } from "../keep-plan/kept-plan.js";
import type { PairingPlan, Shortage } from "../solve-pairing/pairing-problem.js";
import { finish, type Steps } from "../steps.js";
import { choosePlan, findPrevious, type ChosenPlan } from "./choose-plan.js";
import { compilePlan, type CompiledPlan } from "./compile-plan.js";
import { listPlacements } from "./list-placements.js";
import type { FairnessSpread, KeptSummary, PlanAnswer, PlannedPeople, PlanProblem, PlanShortage } from "./plan-problem.js";
import { spreadLoads } from "./spread-loads.js";

/**
 * Plans who serves where: the cheapest plan the hard rules allow, checked by an independent verifier, with the reasons of every placement; or the
 * smallest set of places or people that cannot be satisfied together. The same input gives the same plan on every platform.
 *
 * @throws MatchingError as compilePlan
 */
export function planPeople(problem: PlanProblem): PlanAnswer {
  return finish(planCompiled(compilePlan(problem))).answer;
}

/** A compiled problem's answer in its own words, with what was chosen where there is a plan. */
export function* planCompiled(compiled: CompiledPlan): Steps<{ readonly answer: PlanAnswer; readonly chosen: ChosenPlan | undefined }> {
  const chosen = yield* choosePlan(compiled);
  if (!chosen.solved) return { answer: describeShortage(compiled, chosen), chosen: undefined };
  return { answer: yield* describePlan(compiled, chosen), chosen };
}

function* describePlan(compiled: CompiledPlan, { plan, certified, kept, atLeast }: ChosenPlan): Steps<PlannedPeople> {
  const { source, scale } = compiled;
  return {
    solved: true,
    objective: (kept?.cost ?? plan.objective) / scale,
    scale,
    certified,
    placements: listPlacements(compiled, plan.chosen),
    ...(source.fairness === undefined ? {} : { fairness: yield* spreadBy(compiled, plan) }),
    ...(kept === undefined ? {} : { kept: summarise(compiled, kept, atLeast, (source.previous?.length ?? 0) - findPrevious(compiled).length) }),
  };
}

/** Total service before this plan, with the plan there would be without fairness (all else alike: the plan before, ties), and with this one. */
function* spreadBy(compiled: CompiledPlan, plan: PairingPlan): Steps<FairnessSpread> {
  const { fairness: _left, ...source } = compiled.source;
  const unfair = yield* choosePlan({ ...compiled, source, pairing: { ...compiled.pairing, step: undefined } });
  if (!unfair.solved) throw new Error("no plan");
  return { before: spreadLoads(compiled, []), without: spreadLoads(compiled, unfair.plan.chosen), with: spreadLoads(compiled, plan.chosen) };
}

function summarise({ scale }: CompiledPlan, { moves, dropped, cost, optimum }: KeptPlan, proven: number, gone: number): KeptSummary {
  const atLeast = Math.min(proven, moves + dropped);
  const movesProven = atLeast === moves + dropped;
  return { moves, dropped, atLeast, movesProven, gone, cost: cost / scale, optimum: optimum / scale, givenUp: (cost - optimum) / scale };
}

/** A shortage in the words of the problem. */
function describeShortage({ source }: CompiledPlan, { of, rows, columns, need, offer }: Shortage): PlanShortage {
  const places = Array.from(rows, (i) => source.places[i]!.id);
  const people = Array.from(columns, (j) => source.people[j]!.id);
  return { solved: false, of: of === "rows" ? "places" : "people", places, people, need, offer, short: need - offer };
}
