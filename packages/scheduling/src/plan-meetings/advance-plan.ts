import { annealMoves } from "./anneal-plan.js";
import type { Planning } from "./begin-plan.js";
import { findBestSpot, orderByDifficulty, placeInOrder } from "./construct-plan.js";
import { removeMeeting, returnToBest } from "./place-meeting.js";
import { noteBest } from "./plan-state.js";
import { polishSome } from "./polish-plan.js";
import { repairStep } from "./repair-plan.js";
import type { Steps } from "../steps.js";

/** From when on a small instance is polished, a few meetings at a time and then all of them when they are few: what is found first cuts the complete search short. */
const POLISH_FROM = 0.1;
const EXACT_FROM = 0.4;
const REPAIR_SHARE = 0.4;
const SLICE = 512;
/** What one step of repair counts for in iterations. */
const REPAIR_COST = 200;

/** How much of the budget is spent, 0 … 1. */
export function spentShare(planning: Planning): number {
  const { iterations, timeMs, stopwatch } = planning.budget;
  if (iterations !== undefined) return Math.min(1, planning.iteration / Math.max(1, iterations));
  return Math.min(1, (stopwatch!() - planning.startedAt) / Math.max(1, timeMs!));
}

/** Starts a cycle: every other one from a fresh construction in a shuffled order, the rest from the best plan. */
function beginCycle(planning: Planning, cycle: number): void {
  const { state } = planning;
  planning.cycle = cycle;
  if (cycle % 2 === 0) return returnToBest(state);
  for (const m of planning.annealing.movable) if (state.start[m]! >= 0) removeMeeting(state, m);
  planning.construction = placeInOrder(state, orderByDifficulty(state, 3000), findBestSpot);
}

function needsRepair(planning: Planning, share: number): boolean {
  return planning.state.best.total.hard > 0 && share < REPAIR_SHARE && planning.repairs >= 0;
}

function repair(planning: Planning): void {
  const { state } = planning;
  const canGoOn = repairStep(state, planning.weights, planning.hopeless);
  noteBest(state);
  planning.repairs++;
  planning.iteration += REPAIR_COST;
  if (canGoOn && state.best.total.hard > 0) return;
  planning.repairs = -1;
  returnToBest(state);
}

function polish(planning: Planning, share: number): void {
  const { state, annealing } = planning;
  const before = state.proposals;
  planning.polishing ??= polishSome(state, annealing.movable, share > EXACT_FROM);
  const { done, value } = planning.polishing.next();
  if (done === true) planning.polishing = undefined;
  planning.isOptimal = value === true;
  planning.iteration += SLICE * Math.ceil((state.proposals - before + 1) / SLICE);
}

/** One step of what is being built; what stands by then is noted, since someone may stop here. */
function construct(planning: Planning, steps: Steps): void {
  if (steps.next().done === true) planning.construction = undefined;
  noteBest(planning.state);
}

/**
 * Spends up to `most` iterations of the budget; true when the budget is used up. A step of construction costs none of it and takes the time of 512.
 * Deterministic for an iteration budget, however it is sliced in multiples of 512. Errors while the problem is read: those of `compileProblem` and `buildModel`.
 */
export function advancePlan(planning: Planning, most: number): boolean {
  for (let left = most; left > 0; left -= SLICE) {
    if (planning.construction) {
      construct(planning, planning.construction);
      continue;
    }
    const share = spentShare(planning);
    if (share >= 1 || planning.isOptimal || planning.annealing.movable.length === 0) return true;
    if (needsRepair(planning, share)) {
      repair(planning);
      continue;
    }
    if (planning.repairs > 0) {
      planning.repairs = -1;
      returnToBest(planning.state);
    }
    if (share > POLISH_FROM && planning.isSmall) {
      polish(planning, share);
      continue;
    }
    const cycle = Math.floor(share * planning.cycles);
    if (cycle !== planning.cycle) beginCycle(planning, cycle);
    annealMoves(planning.annealing, SLICE, share * planning.cycles - cycle);
    planning.iteration += SLICE;
  }
  return false;
}
