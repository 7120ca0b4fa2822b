import type { MeetingsContext } from "../plugin.js";
import { addMinutes, instantIn } from "../tell-time/tell-time.js";
import { findPlan, type PlanRow } from "./plan.repository.js";

/** From when on what an earlier repair moved is to begin this time, by meeting: later than it would have. Empty for a plan that stands for itself. */
export async function laterThanTried({ db, clock }: MeetingsContext, plan: PlanRow): Promise<ReadonlyMap<string, string>> {
  const earlier = plan.otherThan ? await findPlan(db, plan.otherThan) : undefined;
  if (!earlier) return new Map();
  const momentsOf = (places: PlanRow["stood"]) => places.map(({ meeting, start }) => [meeting, instantIn(start, clock.zone)] as const);
  const stoodAt = new Map(momentsOf(earlier.stood));
  const moved = momentsOf(earlier.assignments).filter(([meeting, start]) => stoodAt.get(meeting) !== start);
  return new Map(moved.map(([meeting, start]) => [meeting, addMinutes(start, 15)]));
}
