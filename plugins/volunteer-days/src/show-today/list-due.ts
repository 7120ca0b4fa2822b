import { within, type Scope } from "@lianxin/plugin-kit";
import { findSeries, postsOf, type DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { dueOf } from "../record-hours/record-hours.js";
import { addDays } from "../tell-time/tell-time.js";

/** How far ahead a date that nobody signed up for is worth saying, and how far back hours are looked for, in days. */
const [ahead, back] = [7, 60];

/** A date that waits for the desk: hours of so many people to write down, or so many people missing for the least that its teams need. */
export interface DueDay {
  readonly id: string;
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly kind: "hours" | "short";
  readonly count: number;
  /** By when the hours are due. */
  readonly dueOn: string | null;
}

/** The people of some dates who had a place, did not stay away, and have no hours yet: how many by date. */
async function countUnrecorded({ db }: VolunteerDaysContext, dayIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("volunteer_days_sign_up as signUp")
    .leftJoin("volunteer_days_service as service", "service.signUpId", "signUp.id")
    .select("signUp.dayId")
    .where("signUp.dayId", "in", ["", ...dayIds])
    .where("signUp.state", "=", "confirmed")
    .where("signUp.endedAt", "is", null)
    .where("signUp.isAbsent", "=", false)
    .where("service.id", "is", null)
    .execute();
  const counts = new Map<string, number>();
  for (const { dayId } of rows) counts.set(dayId, (counts.get(dayId) ?? 0) + 1);
  return counts;
}

async function countMissing({ db }: VolunteerDaysContext, dayIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { dayId, least, taken, siteClosedOn } of await postsOf(db, dayIds))
    if (siteClosedOn === null) counts.set(dayId, (counts.get(dayId) ?? 0) + Math.max(0, least - taken));
  return counts;
}

/** What waits for whoever answers for these places: hours not written down, oldest first, then dates of the next week that lack people. O(days · their sign-ups). */
export async function listDue(ctx: VolunteerDaysContext, scope: Scope): Promise<DueDay[]> {
  const { db, clock } = ctx;
  const today = clock.today();
  const days = await within(db, scope, "volunteer_days_day")
    .selectAll()
    .where("state", "=", "open")
    .where("heldOn", ">=", addDays(today, -back))
    .where("heldOn", "<=", addDays(today, ahead))
    .orderBy("startsAt")
    .orderBy("id")
    .execute();
  const idsOf = (some: readonly DayRow[]) => some.map(({ id }) => id);
  const [over, next] = [days.filter(({ endsAt }) => endsAt <= clock.now()), days.filter(({ startsAt }) => startsAt > clock.now())];
  const [unrecorded, missing] = [await countUnrecorded(ctx, idsOf(over)), await countMissing(ctx, idsOf(next))];
  const found: DueDay[] = [];
  for (const day of [...over, ...next]) {
    const kind = unrecorded.has(day.id) ? "hours" : "short";
    const count = unrecorded.get(day.id) ?? missing.get(day.id) ?? 0;
    if (count === 0) continue;
    const { id, heldOn, startsAt } = day;
    const title = (await findSeries(db, day.seriesId))!.title;
    found.push({ id, title, heldOn, startsAt, kind, count, dueOn: kind === "hours" ? await dueOf(ctx, heldOn) : null });
  }
  return found;
}
