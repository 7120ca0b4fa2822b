import { touch, type PlanState, type Snapshot } from "./plan-state.js";
import { movedCost, ownMedium, ownSoft, STABLE_WITHIN } from "./price-slot.js";

/** Medium and soft cost that the placed meetings m and j share; answers in `state.priced`. O(1). */
function pricePair(state: PlanState, m: number, j: number): void {
  const { model, start, end, venue, priced } = state;
  const { medium, soft } = model.compiled.weights;
  const at = m * model.n + j;
  const overlap = Math.min(end[m]!, end[j]!) - Math.max(start[m]!, start[j]!);
  priced.medium = overlap > 0 ? overlap * model.pairs.medium[at]! : overlap === 0 ? medium.noBreak : 0;
  priced.soft = overlap > 0 ? overlap * model.pairs.soft[at]! : overlap === 0 ? soft.noBreak : 0;
  if (overlap <= 0 && -overlap <= STABLE_WITHIN && venue[m] !== venue[j]) {
    priced.medium += medium.roomStability * model.pairs.common[at]!;
    priced.soft += soft.roomStability * model.pairs.common[at]!;
  }
}

/** Adds (`sign` 1) or takes back (−1) what m shares with the others of its day, on both sides; gives the sums. */
function shareCosts(state: PlanState, m: number, day: number, sign: number): { medium: number; soft: number } {
  const { bucket, priced } = state;
  const { n } = state.model;
  const sum = { medium: 0, soft: 0 };
  for (let at = day * n; at < day * n + state.filled[day]!; at++) {
    const j = bucket[at]!;
    if (j === m) continue;
    pricePair(state, m, j);
    state.medium[j]! += sign * priced.medium;
    state.soft[j]! += sign * priced.soft;
    sum.medium += priced.medium;
    sum.soft += priced.soft;
  }
  return sum;
}

/** What m costs by itself where it stands: its people, its date, its room, its move. */
function priceAlone(state: PlanState, m: number): { medium: number; soft: number } {
  const { model, start, venue } = state;
  const { medium, soft } = model.compiled.weights;
  const moved = movedCost(state, m, start[m]!, venue[m]!);
  const isRoom = venue[m]! < model.venueCount;
  const at = m * model.venueCount + venue[m]!;
  return {
    medium: ownMedium(model, m, start[m]!) + (isRoom ? model.roomMedium[at]! : 0) + medium.moved * moved,
    soft: ownSoft(model, m, start[m]!) + (isRoom ? model.roomSoft[at]! : 0) + soft.moved * moved,
  };
}

/** Puts an unplaced meeting at a start in a venue (`model.venueCount` = none) and books the costs. O(meetings of the day). */
export function placeMeeting(state: PlanState, m: number, s: number, venue: number): void {
  const { model, total } = state;
  const day = Math.floor(s / model.grid.perDay);
  touch(state, m);
  state.start[m] = s;
  state.end[m] = s + model.length[m]!;
  state.venue[m] = venue;
  const shared = shareCosts(state, m, day, 1);
  const alone = priceAlone(state, m);
  state.slotOf[m] = state.filled[day]!;
  state.bucket[day * model.n + state.filled[day]!++] = m;
  state.medium[m] = shared.medium + alone.medium;
  state.soft[m] = shared.soft + alone.soft;
  total.medium += state.medium[m];
  total.soft += state.soft[m];
  total.hard -= model.priority[m]!;
  state.unplaced.delete(m);
}

/** Takes a placed meeting out. O(meetings of the day). */
export function removeMeeting(state: PlanState, m: number): void {
  const { model, total } = state;
  const day = Math.floor(state.start[m]! / model.grid.perDay);
  const last = state.bucket[day * model.n + --state.filled[day]!]!;
  state.bucket[day * model.n + state.slotOf[m]!] = last;
  state.slotOf[last] = state.slotOf[m]!;
  shareCosts(state, m, day, -1);
  total.medium -= state.medium[m]!;
  total.soft -= state.soft[m]!;
  total.hard += model.priority[m]!;
  touch(state, m);
  state.start[m] = -1;
  state.end[m] = -1;
  state.unplaced.add(m);
}

/** Puts those of the given meetings that stand elsewhere back where `places` has them. O(given + moved · meetings of a day). */
export function returnTo(state: PlanState, places: Pick<Snapshot, "start" | "venue">, meetings: Iterable<number>): void {
  const moved: number[] = [];
  for (const m of meetings) if (state.start[m] !== places.start[m] || (state.start[m]! >= 0 && state.venue[m] !== places.venue[m])) moved.push(m);
  for (const m of moved) if (state.start[m]! >= 0) removeMeeting(state, m);
  for (const m of moved) if (places.start[m]! >= 0) placeMeeting(state, m, places.start[m]!, places.venue[m]!);
}

/** Puts every meeting back where the best plan has it. */
export function returnToBest(state: PlanState): void {
  returnTo(state, state.best, [...state.touched]);
}
