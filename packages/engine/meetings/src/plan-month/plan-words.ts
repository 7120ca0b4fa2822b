export const planKinds = ["month", "repair"] as const;
export type PlanKind = (typeof planKinds)[number];

/** What is said of one meeting of a plan. Placed: who can come. Unplaced: which rules block it. */
export interface PlanFact {
  readonly meetingId: string;
  /** Of those who vote. */
  readonly present: number;
  readonly members: number;
  readonly need: number;
  readonly postBy: string | null;
  /** Rules in words; empty for one that is placed and breaks none. */
  readonly broken: readonly string[];
}

/** Days ahead within which announced meetings are not moved: people have arranged themselves. */
export const frozenDays = 3;
