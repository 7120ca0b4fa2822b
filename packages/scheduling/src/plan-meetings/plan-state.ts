import { seedRandom, type Random } from "../random.js";
import type { PlanModel } from "./plan-model.js";

/** A plan in the making. `start[m]` is −1 while m is unplaced. Everything is a typed array, so that a copy is a few block moves. */
export interface PlanState {
  readonly model: PlanModel;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Row of the venue; `model.venueCount` = none. */
  readonly venue: Int32Array;
  /** Meetings by day: `bucket[day * n + i]`, `filled[day]` of them; `slotOf[m]` is m's i. */
  readonly bucket: Int32Array;
  readonly filled: Int32Array;
  readonly slotOf: Int32Array;
  /** Medium and soft cost of each placed meeting where it stands: its own and what it shares with each other meeting. */
  readonly medium: Float64Array;
  readonly soft: Float64Array;
  /** Meetings that may not move. */
  readonly isFixed: Uint8Array;
  /** Where a meeting stood before a re-plan (−1 = nowhere), and what moving it costs. */
  readonly stoodStart: Int32Array;
  readonly stoodVenue: Int32Array;
  moveCost: number;
  /** Level totals; a pair is counted once. `hard` is the summed priority of unplaced meetings. */
  total: { hard: number; medium: number; soft: number };
  readonly unplaced: Set<number>;
  readonly random: Random;
  /** Answer of the last `priceSlot`. */
  priced: { medium: number; soft: number; venue: number };
  /** Scratch of `priceSlot`. */
  readonly blocked: Int32Array;
  stamp: number;
  readonly near: Int32Array;
  readonly hits: Int32Array;
  nearCount: number;
  hitCount: number;
  /** How many meetings end or begin where the other begins or ends. */
  touching: number;
  proposals: number;
  /** Meetings moved since `best` was last written, so that writing it costs only what has changed. */
  readonly isTouched: Uint8Array;
  touched: number[];
  best: Snapshot;
}

/** A state with nothing placed. */
export function makeState(model: PlanModel, seed: number): PlanState {
  const { n } = model;
  const total = { hard: model.priority.reduce((sum, priority) => sum + priority, 0), medium: 0, soft: 0 };
  return {
    model,
    start: new Int32Array(n).fill(-1),
    end: new Int32Array(n).fill(-1),
    venue: new Int32Array(n).fill(model.venueCount),
    bucket: new Int32Array(n * model.grid.days),
    filled: new Int32Array(model.grid.days),
    slotOf: new Int32Array(n),
    medium: new Float64Array(n),
    soft: new Float64Array(n),
    isFixed: new Uint8Array(n),
    stoodStart: new Int32Array(n).fill(-1),
    stoodVenue: new Int32Array(n).fill(-1),
    moveCost: 0,
    total,
    unplaced: new Set([...model.meetings.keys()].filter((m) => model.meetings[m] !== undefined)),
    random: seedRandom(seed),
    priced: { medium: 0, soft: 0, venue: 0 },
    blocked: new Int32Array(model.venueCount + 1),
    stamp: 0,
    near: new Int32Array(n),
    hits: new Int32Array(n),
    nearCount: 0,
    hitCount: 0,
    touching: 0,
    proposals: 0,
    isTouched: new Uint8Array(n),
    touched: [],
    best: { start: new Int32Array(n).fill(-1), venue: new Int32Array(n).fill(model.venueCount), total: { ...total } },
  };
}

/** Where every meeting stands, for coming back to. */
export interface Snapshot {
  readonly start: Int32Array;
  readonly venue: Int32Array;
  total: { readonly hard: number; readonly medium: number; readonly soft: number };
}

export function touch(state: PlanState, m: number): void {
  if (state.isTouched[m] === 1) return;
  state.isTouched[m] = 1;
  state.touched.push(m);
}

export function isBetter(a: Snapshot["total"], b: Snapshot["total"]): boolean {
  return a.hard !== b.hard ? a.hard < b.hard : a.medium !== b.medium ? a.medium < b.medium : a.soft < b.soft;
}

/** Writes the state down as the best, if it is. O(meetings moved since the last time). */
export function noteBest(state: PlanState): boolean {
  if (!isBetter(state.total, state.best.total)) return false;
  for (const m of state.touched) {
    state.best.start[m] = state.start[m]!;
    state.best.venue[m] = state.venue[m]!;
    state.isTouched[m] = 0;
  }
  state.touched = [];
  state.best.total = { ...state.total };
  return true;
}

/** Takes the state as the best, whatever was before. O(n). */
export function forgetBest(state: PlanState): void {
  state.best.start.set(state.start);
  state.best.venue.set(state.venue);
  state.best.total = { ...state.total };
  for (const m of state.touched) state.isTouched[m] = 0;
  state.touched = [];
}
