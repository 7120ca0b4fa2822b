import { drawSome } from "../random.js";
import type { Spot } from "./construct-plan.js";
import { placeMeeting, removeMeeting, returnTo } from "./place-meeting.js";
import { isBetter, type PlanState } from "./plan-state.js";
import { BEST_ROOM, priceSlot } from "./price-slot.js";

/** Meetings whose places are tried together, and proposals after which a trial is broken off. */
const TOGETHER = 6;
const MOST_PROPOSALS = 20_000;

type Total = PlanState["total"];

interface Trial {
  readonly state: PlanState;
  readonly best: { readonly start: Int32Array; readonly venue: Int32Array; total: Total };
  readonly last: number;
}

function add(a: Total, b: Pick<Total, "medium" | "soft">, hard: number): Total {
  return { hard: a.hard + hard, medium: a.medium + b.medium, soft: a.soft + b.soft };
}

/** Every legal spot of a meeting as the others stand, cheapest first. */
function listSpots(state: PlanState, m: number): Spot[] {
  const { model, priced } = state;
  const rooms = model.needsVenue[m] === 1 ? model.rooms[m]! : [BEST_ROOM];
  const spots: Spot[] = [];
  for (const start of model.starts[m]!) for (const room of rooms) if (priceSlot(state, m, start, room, -1, Infinity)) spots.push({ start, ...priced });
  return spots.sort((a, b) => a.medium - b.medium || a.soft - b.soft);
}

const FREE = { medium: 0, soft: 0 };

/** What stands can only make the places of the rest dearer, so the sum of their cheapest spots is a bound; lexicographic sums keep that order. */
function visit(trial: Trial, rest: readonly number[]): void {
  const { state, best } = trial;
  if (rest.length === 0 && isBetter(state.total, best.total)) {
    best.start.set(state.start);
    best.venue.set(state.venue);
    best.total = { ...state.total };
  }
  if (rest.length === 0 || state.proposals > trial.last) return;
  const options = rest.map((m) => ({ m, spots: listSpots(state, m), priority: state.model.priority[m]! }));
  const bound = options.reduce((sum, { spots, priority }) => (spots[0] ? add(sum, spots[0], -priority) : sum), state.total);
  if (!isBetter(bound, best.total)) return;
  const [{ m, spots, priority }] = options.sort((a, b) => a.spots.length - b.spots.length) as [(typeof options)[number]];
  const others = rest.filter((other) => other !== m);
  const without = spots[0] ? add(bound, { medium: -spots[0].medium, soft: -spots[0].soft }, priority) : bound;
  for (const spot of spots) {
    if (!isBetter(add(without, spot, -priority), best.total)) break;
    placeMeeting(state, m, spot.start, spot.venue);
    visit(trial, others);
    removeMeeting(state, m);
  }
  if (isBetter(add(without, FREE, 0), best.total)) visit(trial, others);
}

/**
 * Tries all places of up to six random meetings together, the others standing, and takes the best: what annealing leaves undone on small instances.
 * Depth first, the meeting with the fewest spots first, cut off by the sum of the cheapest spots (Land and Doig 1960); broken off after 20,000 proposals.
 */
export function polishSome(state: PlanState, movable: readonly number[]): void {
  const chosen = drawSome(state.random, movable, TOGETHER);
  const best = { start: state.start.slice(), venue: state.venue.slice(), total: { ...state.total } };
  for (const m of chosen) if (state.start[m]! >= 0) removeMeeting(state, m);
  visit({ state, best, last: state.proposals + MOST_PROPOSALS }, chosen);
  returnTo(state, best, chosen);
}
