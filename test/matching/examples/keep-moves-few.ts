import { planPeople, type PlanProblem } from "@lianxin/matching";
import { planned, roster } from "./plan-roster.js";

/** v4 lives next door and joins after the plan was made. */
const joined: PlanProblem = {
  ...roster,
  people: [...roster.people, { id: "v4", most: 2 }],
  pairs: [...roster.pairs, { person: "v4", place: "周六队员" }, { person: "v4", place: "周日领队" }],
  previous: planned.solved ? planned.placements : [],
};

/** A plan that is still possible stays whole: each change costs more than any single difference. This is the default. */
export const fewestForced = planPeople(joined);
/** A change costs 1, so that nobody takes another's place, which is two changes, for a gain of less than 2. */
export const priced = planPeople({ ...joined, keep: { mode: "priced", price: 1 } });
/** The cheapest plan, and among the cheapest the one with the fewest changes. */
export const cheapest = planPeople({ ...joined, keep: { mode: "optimal" } });
/** The fewest changes that cost at most 1 more than the cheapest plan. */
export const withinSlack = planPeople({ ...joined, keep: { mode: "slack", slack: 1 } });
