import type { Insertable } from "kysely";
import type { AgeBand } from "../join-rules/age-rules.js";
import type { VolunteerDaysContext, VolunteerDaysDatabase } from "../plugin.js";
import type { Because } from "../tables/people.js";
import type { OpenDay } from "./board.js";

export type NewSignUp = Insertable<VolunteerDaysDatabase["volunteer_days_sign_up"]>;
export type Via = "public" | "account" | "worker" | "walkUp" | "rota" | "standIn" | "swap";
export interface Taker {
  readonly volunteerId: string;
  readonly ageBand: AgeBand;
  readonly hasGuardian: boolean;
  readonly via: Via;
  readonly enteredById: string | null;
  /** Why, of whom the rota places. */
  readonly because?: Because | undefined;
}

/** The row of a place on a held day, under the day's next number. */
export function newSignUp(
  { newId, clock }: Pick<VolunteerDaysContext, "newId" | "clock">,
  open: OpenDay,
  postId: string,
  { volunteerId, via, ageBand, hasGuardian, enteredById, because }: Taker,
  state: "confirmed" | "waiting" = "confirmed",
): NewSignUp {
  const now = clock.now();
  const what = { id: newId(), dayId: open.day.id, postId, firstPostId: postId, volunteerId, state, number: ++open.lastNumber };
  const how = { via, ageBand, hasGuardian, enteredById, sequence: 0, createdAt: now, confirmedAt: state === "confirmed" ? now : null };
  return { ...what, ...how, endedAt: null, endReason: null, arrivedAt: null, leftAt: null, isAbsent: false, offeredUntil: null, because: because ?? null };
}
