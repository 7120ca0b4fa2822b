import { addWorkingDays } from "@lianxin/scheduling";
import type { Insertable } from "kysely";
import { errors } from "../errors.js";
import { findSeries, postsOf, type DayRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext, VolunteerDaysDatabase } from "../plugin.js";
import { activeOn, type ActiveRow } from "../sign-up/sign-up.repository.js";
import { addDays } from "../tell-time/tell-time.js";
import { countMinutes, whenServed } from "./count-minutes.js";
import { freeMinutes } from "./free-minutes.js";
import { holdDate, servedBeside } from "./served-beside.js";
import { serviceOfDay, type ServiceRow } from "./service.repository.js";

/** 民政部令第67号 第十一条: within ten working days. */
const workingDays = 10;
type NewService = Insertable<VolunteerDaysDatabase["volunteer_days_service"]>;

/** The last day on which the hours of a day may be written down; null in a year whose holidays nobody loaded. */
export async function dueOf({ use }: Pick<VolunteerDaysContext, "use">, heldOn: string): Promise<string | null> {
  const years = [...new Set([heldOn, addDays(heldOn, 40)].map((day) => Number(day.slice(0, 4))))];
  const { days, missingYears } = await use.directory.holidays(years);
  if (missingYears.length > 0) return null;
  const of = (year: number) => days.filter(({ day }) => day.startsWith(`${year}-`)).map(({ day, isOffDay, name }) => ({ date: day, isOffDay, name }));
  return addWorkingDays(
    years.map((year) => ({ year, days: of(year) })),
    heldOn,
    workingDays,
  );
}

/** Minutes that stand for each sign-up: what was written less what was reversed. */
export function sumMinutes(rows: readonly Pick<ServiceRow, "signUpId" | "minutes">[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { signUpId, minutes } of rows) sums.set(signUpId, (sums.get(signUpId) ?? 0) + minutes);
  return sums;
}

interface Told {
  readonly row: ActiveRow;
  readonly minutes: number;
  readonly reversesId: string | null;
  readonly reason: string | null;
}

/** Was it noted that they came or left? Of the others only whoever records the hours knows. */
const isTicked = ({ arrivedAt, leftAt }: ActiveRow): boolean => arrivedAt !== null || leftAt !== null;

/** Who answered for each team: of those with the leaders' place who did not stay away, whoever was ticked off, and of several the first who signed up. */
function leadersOf(active: readonly ActiveRow[], postOf: ReadonlyMap<string, { readonly kind: string; readonly siteId: string }>): ReadonlyMap<string, string> {
  const leading = active.filter(({ postId, state, isAbsent }) => postOf.get(postId)?.kind === "leader" && state === "confirmed" && !isAbsent);
  const leaderOf = new Map<string, string>();
  for (const row of [...leading.filter(isTicked), ...leading]) {
    const { siteId } = postOf.get(row.postId)!;
    if (!leaderOf.has(siteId)) leaderOf.set(siteId, row.volunteerId);
  }
  return leaderOf;
}

async function write(ctx: VolunteerDaysContext, day: DayRow, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  const { db, clock, newId, actor, use } = ctx;
  const [series, posts, community, active] = await Promise.all([
    findSeries(db, day.seriesId),
    postsOf(db, [day.id]),
    use.directory.community(),
    activeOn(db, day.id),
  ]);
  const postOf = new Map(posts.map((post) => [post.id, post]));
  const leaderOf = leadersOf(active, postOf);
  const rows = told.map(({ row, minutes, reversesId, reason }): NewService => {
    const { siteId, siteName, work } = postOf.get(row.postId)!;
    const what = { title: series!.title, servedOn: day.heldOn, siteName, work, organizer: community?.name ?? "", leaderId: leaderOf.get(siteId) ?? null };
    const whose = { placePath: day.placePath, volunteerId: row.volunteerId, signUpId: row.signUpId, dayId: day.id };
    return { id: newId(), ...whose, minutes, reversesId, ...what, reason, recordedAt: clock.now(), recordedById: actor.personId };
  });
  await db.insertInto("volunteer_days_service").values(rows).execute();
}

export interface Recorded {
  readonly people: number;
  readonly minutes: number;
  /** How many have fewer minutes than they were here, or none, as the time stands for them at another place already. */
  readonly elsewhere: number;
}

/**
 * Writes down the minutes of all who were ticked off, and, where their number was seen and is said, of those who were not; again it adds only what is
 * missing. Time that stands at another place of theirs is left out, so that no minute counts twice. Throws dayNotOver, dayCancelled, hoursUnticked when the
 * number is another one.
 */
export async function recordHours(ctx: VolunteerDaysContext, day: DayRow, unticked?: number): Promise<Recorded> {
  if (day.state === "cancelled") throw errors.dayCancelled({ day: day.heldOn });
  if (day.endsAt > ctx.clock.now()) throw errors.dayNotOver({ day: day.heldOn });
  await holdDate(ctx, day);
  const known = new Set((await serviceOfDay(ctx.db, day.id)).map(({ signUpId }) => signUpId));
  const came = (await activeOn(ctx.db, day.id)).filter(({ state, isAbsent }) => state === "confirmed" && !isAbsent);
  const missing = came.filter(({ signUpId }) => !known.has(signUpId));
  const count = missing.filter((row) => !isTicked(row)).length;
  if (unticked !== undefined && unticked !== count) throw errors.hoursUnticked({ count }, "body.unticked");
  const beside = await servedBeside(ctx, day);
  const counted = missing
    .filter((row) => unticked !== undefined || isTicked(row))
    .map((row) => {
      const whole = countMinutes(day, row);
      const minutes = Math.min(whole, freeMinutes(whenServed(day, row, whole), beside.get(row.volunteerId) ?? []));
      const reason = minutes < whole ? ctx.text("volunteer-days.hours.elsewhere", { count: whole - minutes }, "zh-CN") : null;
      return { row, minutes, reversesId: null, reason };
    });
  const told = counted.filter(({ minutes }) => minutes > 0);
  await write(ctx, day, told);
  ctx.audit("hours.record", day.id, { people: told.length });
  const elsewhere = counted.filter(({ reason }) => reason !== null).length;
  return { people: told.length, minutes: told.reduce((sum, { minutes }) => sum + minutes, 0), elsewhere };
}

/** Corrects what stands for one sign-up: a reversal and the right minutes, both with the reason. Throws reasonNeeded, minutesOdd, minutesTwice, notRecorded. */
export async function correctHours(ctx: VolunteerDaysContext, day: DayRow, signUpId: string, said: { minutes: number; reason: string }): Promise<void> {
  const reason = said.reason.trim();
  if (reason === "") throw errors.reasonNeeded({}, "body.reason");
  const most = countMinutes(day, { arrivedAt: null, leftAt: null });
  if (said.minutes > most) throw errors.minutesOdd({ most }, "body.minutes");
  await holdDate(ctx, day);
  const row = (await activeOn(ctx.db, day.id)).find((one) => one.signUpId === signUpId);
  const rows = (await serviceOfDay(ctx.db, day.id)).filter((one) => one.signUpId === signUpId);
  const reversed = new Set(rows.map(({ reversesId }) => reversesId));
  const stands = rows.find(({ id, reversesId }) => reversesId === null && !reversed.has(id));
  if (!row || rows.length === 0) throw errors.notRecorded({}, "params.signUpId");
  const free = freeMinutes(whenServed(day, row, said.minutes), (await servedBeside(ctx, day)).get(row.volunteerId) ?? []);
  if (said.minutes > free) throw errors.minutesTwice({ most: free }, "body.minutes");
  await write(ctx, day, [
    ...(stands ? [{ row, minutes: -stands.minutes, reversesId: stands.id, reason }] : []),
    ...(said.minutes > 0 ? [{ row, minutes: said.minutes, reversesId: null, reason }] : []),
  ]);
  ctx.audit("hours.correct", signUpId, { from: stands?.minutes ?? 0, to: said.minutes });
}
