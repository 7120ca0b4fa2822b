import { compareScores, type Score } from "../objective.js";
import type { PlanModel } from "../plan-meetings/plan-model.js";
import { placeMeeting, removeMeeting } from "../plan-meetings/place-meeting.js";
import { makeState, type PlanState } from "../plan-meetings/plan-state.js";
import { ownMedium, ownSoft, priceSlot } from "../plan-meetings/price-slot.js";

interface Least {
  readonly hard: number;
  readonly medium: number;
  readonly soft: number;
}

/** The least that a meeting can cost wherever it stands; clashes can only add to it. */
function leastCost(model: PlanModel, m: number): Least {
  const rooms = model.rooms[m]!.map((room) => m * model.venueCount + room);
  const roomMedium = rooms.length === 0 ? 0 : Math.min(...rooms.map((at) => model.roomMedium[at]!));
  const roomSoft = rooms.length === 0 ? 0 : Math.min(...rooms.map((at) => model.roomSoft[at]!));
  const starts = [...model.starts[m]!];
  if (starts.length === 0) return { hard: 0, medium: 0, soft: 0 };
  return {
    hard: 0,
    medium: Math.min(...starts.map((s) => ownMedium(model, m, s))) + roomMedium,
    soft: Math.min(...starts.map((s) => ownSoft(model, m, s))) + roomSoft,
  };
}

/**
 * Whether any plan is better than `than`, by trying every legal start and room of every meeting (and leaving it out), cutting off what cannot win.
 * It prices single slots as the search does (proved against the independent checker in `plan.test.ts`) and shares nothing else with it.
 */
export function findBetterPlan(model: PlanModel, than: Score): Score | undefined {
  const state = makeState(model, 1);
  const order = [...Array(model.n).keys()].sort((a, b) => model.length[b]! - model.length[a]!);
  const least = order.map((m) => leastCost(model, m));
  let found: Score | undefined;
  const visit = (depth: number): void => {
    const rest = { ...state.total };
    for (let d = depth; d < order.length; d++) {
      rest.hard -= model.priority[order[d]!]!;
      rest.medium += least[d]!.medium;
      rest.soft += least[d]!.soft;
    }
    if (found || compareScores(rest, than) >= 0) return;
    const m = order[depth];
    if (m === undefined) found = rest;
    else tryEverywhere(state, m, () => visit(depth + 1));
  };
  visit(0);
  return found;
}

function tryEverywhere(state: PlanState, m: number, go: () => void): void {
  const { model } = state;
  const rooms = model.needsVenue[m] === 1 ? model.rooms[m]! : [-1];
  for (const s of model.starts[m]!)
    for (const room of rooms) {
      if (!priceSlot(state, m, s, room, -1, Infinity)) continue;
      placeMeeting(state, m, s, state.priced.venue);
      go();
      removeMeeting(state, m);
    }
  go();
}
