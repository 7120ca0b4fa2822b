import { Type, type Static } from "typebox";
import { oneOf } from "../shapes.js";

/** Who is told by a step: the owner, who answers for the place, or who answers for the places above the community. */
export const hearers = ["owner", "grid_leader", "secretary", "superior"] as const;
export type Hearer = (typeof hearers)[number];

const Step = Type.Object({
  /** One of the steps the pages and letters have words for, each at most once in a ladder. */
  id: Type.String({ pattern: "^(before_due|overdue|urge|supervise|street)$" }),
  /** Calendar days before the due day, or working days after it. */
  when: oneOf(["days_before", "working_days_after"] as const),
  count: Type.Integer({ minimum: 1, maximum: 250 }),
  tells: Type.Array(oneOf(hearers), { minItems: 1 }),
});
export const Ladder = Type.Object({
  id: Type.String({ minLength: 1 }),
  /** Promises made from this day on climb it, until the next ladder's day. */
  effectiveFrom: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
  citation: Type.String({ minLength: 1 }),
  /** "local": a habit of this community, no law. */
  verified: oneOf(["true", "false", "local"] as const),
  steps: Type.Array(Step, { minItems: 1 }),
});
export type LadderStep = Static<typeof Step>;
export type Ladder = Static<typeof Ladder>;

/** What a community uses that has not written down its own. */
export const shippedLadders: Ladder[] = [
  {
    id: "local.reminders.2026",
    effectiveFrom: "2000-01-01",
    citation: "社区惯例：到期前提醒，超期提醒，催办，督办，报上级；天数可由社区自定",
    verified: "local",
    steps: [
      { id: "before_due", when: "days_before", count: 4, tells: ["owner"] },
      { id: "overdue", when: "working_days_after", count: 1, tells: ["owner"] },
      { id: "urge", when: "working_days_after", count: 3, tells: ["owner", "grid_leader"] },
      { id: "supervise", when: "working_days_after", count: 7, tells: ["owner", "secretary"] },
      { id: "street", when: "working_days_after", count: 15, tells: ["secretary", "superior"] },
    ],
  },
];

/** The ladder a promise climbs: the latest in force on the day it was made; the earliest of all for a promise made before every ladder. O(n). */
export function chooseLadder(ladders: readonly Ladder[], madeOn: string): Ladder {
  const byDay = [...ladders].sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1));
  return byDay.filter(({ effectiveFrom }) => effectiveFrom <= madeOn).at(-1) ?? byDay[0]!;
}

/** Ids of the steps that need no calendar of working days. */
export const stepsBeforeDue = (ladders: readonly Ladder[]): string[] => [
  ...new Set(ladders.flatMap(({ steps }) => steps.filter(({ when }) => when === "days_before").map(({ id }) => id))),
];
