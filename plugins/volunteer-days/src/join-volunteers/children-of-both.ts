import { needsCompany } from "../join-rules/age-rules.js";
import { findDay, postsOf } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { isReachedAt, phonesOf } from "../sign-up/find-company.js";
import { activeOn, type ActiveRow, type VolunteerRow } from "../sign-up/sign-up.repository.js";

/** Children who come with one human that was written down twice. */
export interface ChildrenOfBoth {
  /** Whose grown-up has no place at their site any more, once one of two places at the same time is given up. */
  readonly alone: readonly ActiveRow[];
  /** Who stand under the number that goes, beside a grown-up who is found under another one afterwards. */
  readonly underGone: number;
}

/** Days that are not over on which one of both has a place as a grown-up. */
const daysOfAdults = ({ db, clock }: VolunteerDaysContext, ids: readonly string[]) =>
  db
    .selectFrom("volunteer_days_sign_up as signUp")
    .innerJoin("volunteer_days_day as day", "day.id", "signUp.dayId")
    .select("signUp.dayId")
    .distinct()
    .where("signUp.volunteerId", "in", ids)
    .where("signUp.ageBand", "=", "adult")
    .where("signUp.endedAt", "is", null)
    .where("day.endsAt", ">", clock.now())
    .execute();

/** Looks for the children of both rows on the days ahead; `spare` are the places that are given up. O(people of their days²). */
export async function childrenOfBoth(ctx: VolunteerDaysContext, kept: VolunteerRow, gone: VolunteerRow, spare: readonly string[]): Promise<ChildrenOfBoth> {
  const ids = [kept.id, gone.id];
  const numbers = [...(await phonesOf(ctx, kept)), ...(await phonesOf(ctx, gone))];
  const after = await phonesOf(ctx, { phoneIndex: kept.phoneIndex ?? gone.phoneIndex, personId: kept.personId ?? gone.personId });
  const alone: ActiveRow[] = [];
  let underGone = 0;
  for (const { dayId } of await daysOfAdults(ctx, ids)) {
    const { heldOn } = (await findDay(ctx.db, dayId))!;
    const siteOf = new Map((await postsOf(ctx.db, [dayId])).map(({ id, siteId }) => [id, siteId]));
    const active = await activeOn(ctx.db, dayId);
    const adults = active.filter(({ ageBand, signUpId }) => ageBand === "adult" && !spare.includes(signUpId));
    for (const child of active) {
      if (!needsCompany(child.ageBand, heldOn) || child.via === "walkUp" || child.arrivedAt !== null || !(await isReachedAt(ctx, numbers, child))) continue;
      const isBeside = ({ postId, state }: ActiveRow) =>
        siteOf.get(postId) === siteOf.get(child.postId) && (state === "confirmed" || child.state !== "confirmed");
      const beside = adults.filter(isBeside);
      if (beside.some(({ volunteerId }) => ids.includes(volunteerId))) underGone += Number(!(await isReachedAt(ctx, after, child)));
      else if (await isWithOther(ctx, beside, child)) continue;
      else if (active.some(({ signUpId, postId }) => spare.includes(signUpId) && siteOf.get(postId) === siteOf.get(child.postId))) alone.push(child);
    }
  }
  return { alone, underGone };
}

async function isWithOther(ctx: VolunteerDaysContext, adults: readonly ActiveRow[], child: ActiveRow): Promise<boolean> {
  const phones = await phonesOf(ctx, child);
  for (const adult of adults) if (await isReachedAt(ctx, phones, adult)) return true;
  return false;
}
