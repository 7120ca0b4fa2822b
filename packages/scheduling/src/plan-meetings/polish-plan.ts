import { drawSome } from "../random.js";
import type { Steps } from "../steps.js";
import type { Spot } from "./construct-plan.js";
import { placeMeeting, removeMeeting, returnToBest } from "./place-meeting.js";
import { isBetter, noteBest, type PlanState } from "./plan-state.js";
import { BEST_ROOM, priceSlot } from "./price-slot.js";

/** So many meetings are searched completely; of more, six random ones at a time, broken off after some proposals. */
const MOST_EXACT = 8;
const TOGETHER = 6;
const MOST_PROPOSALS = 20_000;
/** Proposals of one step. */
const STEP = 2048;

type Total = PlanState["total"];

/** A meeting that has no place yet and the spots that may still win, cheapest first. */
interface Open {
  readonly m: number;
  readonly spots: readonly Spot[];
}

/** One level of the search: the spots of one meeting are tried in turn, and leaving it out last; `others` have no place yet. */
interface Frame extends Open {
  readonly others: readonly Open[];
  /** What is certain without this meeting. */
  readonly without: Total;
  next: number;
}

function add(a: Total, b: Pick<Total, "medium" | "soft">, hard: number): Total {
  return { hard: a.hard + hard, medium: a.medium + b.medium, soft: a.soft + b.soft };
}

const FREE = { medium: 0, soft: 0 };
const negate = ({ medium, soft }: Spot): Pick<Total, "medium" | "soft"> => ({ medium: -medium, soft: -soft });

/** Every start in every room. */
function listPlaces({ model }: PlanState, m: number): Spot[] {
  const rooms = model.needsVenue[m] === 1 ? model.rooms[m]! : [BEST_ROOM];
  return [...model.starts[m]!].flatMap((start) => rooms.map((venue) => ({ start, venue, ...FREE })));
}

/** Those of the spots that are legal as the others stand, with their price now. */
function priceSpots(state: PlanState, { m, spots }: Open): Spot[] {
  const legal: Spot[] = [];
  for (const { start, venue } of spots) if (priceSlot(state, m, start, venue, -1, Infinity)) legal.push({ start, ...state.priced });
  return legal.sort((a, b) => a.medium - b.medium || a.soft - b.soft);
}

/**
 * The next level, or nothing when no plan better than the best can follow. What stands only makes the places of the rest dearer, so the sum of their cheapest
 * spots is a bound (lexicographic sums keep that order), and a spot that lifts it past the best need not be looked at further down.
 */
function openFrame(state: PlanState, rest: readonly Open[]): Frame | undefined {
  const { best, model, total } = state;
  const priced = rest.map((open) => ({ m: open.m, spots: priceSpots(state, open) }));
  const bound = priced.reduce((sum, { m, spots }) => (spots[0] ? add(sum, spots[0], -model.priority[m]!) : sum), total);
  if (rest.length === 0 || !isBetter(bound, best.total)) return undefined;
  const left = priced.map(({ m, spots }) => {
    const without = spots[0] ? add(bound, negate(spots[0]), model.priority[m]!) : bound;
    return { m, without, spots: spots.filter((spot) => isBetter(add(without, spot, -model.priority[m]!), best.total)) };
  });
  left.sort((a, b) => a.spots.length - b.spots.length);
  return { ...left[0]!, others: left.slice(1), next: 0 };
}

/** Moves a level on: its meeting leaves its spot for the next that may win; false when there is none. */
function tryNext(state: PlanState, frame: Frame): boolean {
  const { m, spots, without } = frame;
  const { best, model } = state;
  if (state.start[m]! >= 0) removeMeeting(state, m);
  const spot = spots[frame.next++];
  if (!spot) return frame.next === spots.length + 1 && isBetter(without, best.total);
  if (!isBetter(add(without, spot, -model.priority[m]!), best.total)) return tryNext(state, Object.assign(frame, { next: spots.length }));
  placeMeeting(state, m, spot.start, spot.venue);
  noteBest(state);
  return true;
}

/**
 * Tries all places of a few meetings together, the others standing, and takes the best: what annealing leaves undone on small instances. Depth first, the
 * meeting with the fewest spots first (Land and Doig 1960). Gives true when all that can move has been searched to the end: the plan is then optimal.
 */
export function* polishSome(state: PlanState, movable: readonly number[], isLate: boolean): Steps<boolean> {
  const isExact = isLate && movable.length <= MOST_EXACT;
  const last = isExact ? Infinity : state.proposals + MOST_PROPOSALS;
  const chosen = isExact ? movable : drawSome(state.random, movable, TOGETHER);
  returnToBest(state);
  for (const m of chosen) if (state.start[m]! >= 0) removeMeeting(state, m);
  const stack: Frame[] = [];
  const push = (frame: Frame | undefined): unknown => frame && stack.push(frame);
  push(
    openFrame(
      state,
      chosen.map((m) => ({ m, spots: listPlaces(state, m) })),
    ),
  );
  for (let pause = state.proposals + STEP; stack.length > 0 && state.proposals < last;) {
    const frame = stack.at(-1)!;
    if (!tryNext(state, frame)) stack.pop();
    else push(openFrame(state, frame.others));
    if (state.proposals < pause) continue;
    pause = state.proposals + STEP;
    yield;
  }
  returnToBest(state);
  return isExact;
}
