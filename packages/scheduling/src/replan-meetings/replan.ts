import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { notBeforeGrain } from "../compile-meeting/time-rules.js";
import type { Score } from "../objective.js";
import { annealMoves, beginAnnealing, makeHeat } from "../plan-meetings/anneal-plan.js";
import { placePins } from "../plan-meetings/construct-plan.js";
import { linkStanding } from "../plan-meetings/meeting-order.js";
import { placeMeeting, removeMeeting, returnToBest } from "../plan-meetings/place-meeting.js";
import { movedCost } from "../plan-meetings/price-slot.js";
import { listAssignments, type Plan } from "../plan-meetings/plan.js";
import { forgetBest, noteBest, type PlanState } from "../plan-meetings/plan-state.js";
import { repairStep } from "../plan-meetings/repair-plan.js";
import type { Assignment, Problem } from "../problem.js";
import { checkWhole, SchedulingError } from "../scheduling-error.js";
import { judgePlan } from "../verify-plan/score-plan.js";
import { applyChanges } from "./apply-changes.js";
import { displaceBroken } from "./displace.js";
import { insertByChain } from "./eject-chain.js";
import { openPlan, SPARE, type OpenPlan } from "./open-plan.js";
import { readChanges, type Changes } from "./read-changes.js";

export interface ReplanOptions {
  /** What moving one meeting costs in units of the term `moved` (default 10); another room at the same time costs three tenths of it, rounded up. */
  readonly costPerMovedMeeting?: number;
  /** Meetings that start before this date or moment stay where they are, whatever happens. */
  readonly freezeBefore?: string;
  /** Ids of further meetings that stay. */
  readonly frozen?: readonly string[];
  readonly seed?: number;
  /** Moves of the closing anneal; default 2,000. */
  readonly iterations?: number;
}

/** A meeting whose time or room differs from what stood; nobody is moved without being asked, so this is the list of whom to ask. */
export interface Move {
  readonly meeting: string;
  readonly from?: Assignment;
  readonly to?: Assignment;
}

export interface Replanned {
  readonly assignments: readonly Assignment[];
  readonly moves: readonly Move[];
  readonly unplaced: readonly string[];
  /** The search's own totals, with the cost of the moves. */
  readonly score: Score;
}

const MOST_REPAIRS = 60;

/** 1 for each meeting, by number, that is to stay where it stands. Error: `unknown-meeting`. */
function listFrozen(open: OpenPlan, options: ReplanOptions): Uint8Array {
  const { state, model } = open;
  const before = options.freezeBefore === undefined ? 0 : notBeforeGrain(model.grid, options.freezeBefore, "freezeBefore");
  for (const id of options.frozen ?? []) if (!open.numberOf.has(id)) throw new SchedulingError("unknown-meeting", id);
  const frozen = new Set(options.frozen);
  return Uint8Array.from(state.start, (start, m) => (start >= 0 && (start < before || frozen.has(model.meetings[m]!.id)) ? 1 : 0));
}

/** Those whom a meeting that must stand where it stands may have made impossible: its day's, and those that follow it or that it follows. */
function listNear({ model, bucket, filled, start }: PlanState, m: number): number[] {
  const day = Math.floor(start[m]! / model.grid.perDay);
  const links = [...model.orders.before[m]!, ...model.orders.after[m]!];
  return [...bucket.subarray(day * model.n, day * model.n + filled[day]!), ...links.map((link) => link.meeting)];
}

/** Puts the pins down, then takes out whoever can no longer stand. */
function settle(state: PlanState, suspects: ReadonlySet<number>, put: Iterable<number>, isFrozen: Uint8Array): void {
  const { model } = state;
  for (let m = 0; m < model.n; m++) state.isFixed[m] = isFrozen[m] === 1 || model.pin[m]! >= 0 ? 1 : 0;
  const forced = [...placePins(state), ...[...put].filter((m) => state.isFixed[m] === 1 && state.start[m]! >= 0)];
  displaceBroken(state, new Set([...suspects, ...forced.flatMap((m) => listNear(state, m))]));
}

/** Takes the plan as it is for what stood; what an earlier re-plan has moved no longer costs. */
function rememberStanding(state: PlanState): void {
  const moved = [...state.start.keys()].filter((m) => state.start[m]! >= 0 && movedCost(state, m, state.start[m]!, state.venue[m]!) > 0);
  const places = moved.map((m) => ({ m, start: state.start[m]!, venue: state.venue[m]! }));
  for (const { m } of places) removeMeeting(state, m);
  state.stoodStart.set(state.start);
  state.stoodVenue.set(state.venue);
  for (const { m, start, venue } of places) {
    state.stoodStart[m] = start;
    state.stoodVenue[m] = venue;
    placeMeeting(state, m, start, venue);
  }
}

function placeDisplaced(state: PlanState): void {
  const { model } = state;
  const weights = new Float64Array(model.n).fill(1);
  const hopeless = new Uint8Array(model.n);
  const order = [...state.unplaced].sort((a, b) => model.starts[a]!.length - model.starts[b]!.length || a - b);
  for (const m of order) if (state.start[m]! < 0 && !insertByChain(state, m, 3, weights)) hopeless[m] = model.starts[m]!.length === 0 ? 255 : 0;
  forgetBest(state);
  for (let i = 0; i < MOST_REPAIRS && state.best.total.hard > 0 && repairStep(state, weights, hopeless); i++) noteBest(state);
  returnToBest(state);
}

function polish(state: PlanState, iterations: number): void {
  const annealing = beginAnnealing(state, makeHeat([1.5, 0.05], [20, 0.5]));
  const moved = annealing.movable.filter((m) => state.start[m] !== state.stoodStart[m] || state.venue[m] !== state.stoodVenue[m]);
  if (moved.length === 0) return;
  const near = { ...annealing, movable: moved, swapsDays: false };
  for (let i = 0; i < 16; i++) annealMoves(near, Math.ceil(iterations / 16), i / 16);
  returnToBest(state);
}

function listMoves(before: readonly Assignment[], after: readonly Assignment[]): Move[] {
  const stood = new Map(before.map((one) => [one.meeting, one]));
  const stands = new Map(after.map((one) => [one.meeting, one]));
  const moves: Move[] = [];
  for (const to of after) {
    const from = stood.get(to.meeting);
    if (!from) moves.push({ meeting: to.meeting, to });
    else if (from.start !== to.start || from.venue !== to.venue) moves.push({ meeting: to.meeting, from, to });
  }
  for (const from of before) if (!stands.has(from.meeting)) moves.push({ meeting: from.meeting, from });
  return moves;
}

/**
 * Fits changes into an open plan with few moves, in place: displaced meetings go to their best spot or along an ejection chain of depth 3, and a short
 * anneal polishes what has moved; every move costs. Frozen and pinned meetings never move. Errors: those of `readChanges`; `unknown-meeting`, `bad-number`; after
 * an error the plan is as it was.
 */
export function replanOpen(open: OpenPlan, changes: Changes, options: ReplanOptions = {}): Replanned {
  const { state, model } = open;
  const moveCost = checkWhole(options.costPerMovedMeeting ?? 10, 0, 1_000_000, "costPerMovedMeeting");
  const iterations = checkWhole(options.iterations ?? 2000, 0, Number.MAX_SAFE_INTEGER, "iterations");
  const before = listAssignments(model, state);
  const isFrozen = listFrozen(open, options);
  const read = readChanges(open, changes);
  rememberStanding(state);
  const suspects = applyChanges(open, read, isFrozen);
  state.moveCost = moveCost;
  settle(state, suspects, read.put.keys(), isFrozen);
  placeDisplaced(state);
  polish(state, iterations);
  const assignments = listAssignments(model, state);
  const held = new Set(assignments.map((one) => one.meeting));
  const unplaced = model.meetings.flatMap((meeting) => (meeting && !held.has(meeting.id) ? [meeting.id] : []));
  return { assignments, moves: listMoves(before, assignments), unplaced, score: { ...state.total } };
}

/** The problem as it is after the changes; series stay series, so an occurrence that was changed is given as a meeting of its own. */
function changedProblem(problem: Problem, open: OpenPlan): Problem {
  const { compiled, model } = open;
  return { ...problem, people: compiled.people.all, venues: compiled.venues.all, meetings: linkStanding(model.meetings, problem.meetings) };
}

/** `openPlan` and `replanOpen` in one, judged by the independent checker. Errors: those of both. */
export function replan(
  problem: Problem | CompiledProblem,
  current: readonly Assignment[],
  changes: Changes,
  options: ReplanOptions = {},
): Plan & { readonly moves: readonly Move[] } {
  const open = openPlan(problem, current, options.seed, Math.max(SPARE, changes.added?.length ?? 0));
  const { assignments, moves } = replanOpen(open, changes, options);
  const { unloadedYears } = open.compiled;
  const costPerMovedMeeting = options.costPerMovedMeeting ?? 10;
  const kept = current.filter((one) => open.numberOf.has(one.meeting));
  const verdict = judgePlan(changedProblem(open.compiled.problem, open), assignments, { stood: kept, costPerMovedMeeting });
  return { assignments, moves, iterations: options.iterations ?? 2000, unloadedYears, ...verdict };
}
