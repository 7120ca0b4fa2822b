import type { AgeBand } from "../join-rules/age-rules.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { isReachedAt, phonesOf, reachedOf } from "../sign-up/find-company.js";
import { joinMany } from "../sign-up/join-many.js";
import { tellJoined } from "../sign-up/tell-joined.js";
import type { SignUpRow } from "../sign-up/sign-up.repository.js";

const leftAlone = ({ db }: VolunteerDaysContext, { dayId, endedAt }: SignUpRow) =>
  db
    .selectFrom("volunteer_days_sign_up")
    .selectAll()
    .where("dayId", "=", dayId)
    .where("endReason", "=", "alone")
    .where("endedAt", "=", endedAt)
    .orderBy("number")
    .execute();

/** Somebody comes after all: children whose places ended together with theirs have one again too, or stand in line, as far as nothing stands in the way; they are told. */
export async function bringAlong(
  ctx: VolunteerDaysContext,
  adult: SignUpRow,
  word: { readonly via: "public" | "worker"; readonly enteredById: string | null },
): Promise<void> {
  if (adult.ageBand !== "adult" || adult.endedAt === null) return;
  const rows = await leftAlone(ctx, adult);
  if (rows.length === 0) return;
  const reached = await reachedOf(ctx, [adult.volunteerId, ...rows.map(({ volunteerId }) => volunteerId)]);
  const phones = await phonesOf(ctx, reached.get(adult.volunteerId)!);
  for (const { dayId, volunteerId, postId, ageBand, hasGuardian } of rows) {
    if (!(await isReachedAt(ctx, phones, reached.get(volunteerId)!))) continue;
    const asked = { dayId, postId, who: { volunteerId }, ageBand: ageBand as AgeBand, hasGuardian, ...word, hasKey: true };
    const [joined] = await joinMany(ctx, [asked]);
    if (!(joined instanceof Error)) await tellJoined(ctx, joined!, { isForCalendars: false });
  }
}
