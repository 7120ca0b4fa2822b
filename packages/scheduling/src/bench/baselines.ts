import { findBestSpot, findFirstSpot, placeInOrder, placePins, type Spot } from "../plan-meetings/construct-plan.js";
import { buildModel } from "../plan-meetings/plan-model.js";
import { listAssignments } from "../plan-meetings/plan.js";
import { makeState, type PlanState } from "../plan-meetings/plan-state.js";
import type { Assignment, Problem } from "../problem.js";
import { takeSteps } from "../steps.js";

function planInOrder(problem: Problem, find: (state: PlanState, m: number) => Spot | undefined): Assignment[] {
  const model = buildModel(problem);
  const state = makeState(model, 1);
  placePins(state);
  takeSteps(placeInOrder(state, [...Array(model.n).keys()], find));
  return listAssignments(model, state);
}

/** First come, first served: each meeting, in the order of the problem, takes the first start and room that break no rule. */
export function planFirstCome(problem: Problem): Assignment[] {
  return planInOrder(problem, findFirstSpot);
}

/** Greedy: each meeting, in the order of the problem, takes the legal start and room that cost least as things stand. */
export function planGreedily(problem: Problem): Assignment[] {
  return planInOrder(problem, findBestSpot);
}
