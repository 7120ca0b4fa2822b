import { daysOfSeries, sitesOf, type SeriesRow, type SiteRow } from "../keep-days/day.repository.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { addDays, instantOf } from "../tell-time/tell-time.js";
import { listDates } from "./list-dates.js";

type Context = Pick<VolunteerDaysContext, "db" | "newId" | "clock" | "use" | "config">;

const yearsOf = (dates: readonly string[]): number[] => [...new Set(dates.map((date) => Number(date.slice(0, 4))))];

/** Teams and posts for some days at some sites, as the sites ask for them. */
export async function addPosts({ db, newId }: Pick<Context, "db" | "newId">, dayIds: readonly string[], sites: readonly SiteRow[]): Promise<void> {
  const shifts = dayIds.flatMap((dayId) => sites.map(({ id: siteId, posts }) => ({ id: newId(), dayId, siteId, posts })));
  if (shifts.length === 0) return;
  const made = await db
    .insertInto("volunteer_days_shift")
    .values(shifts.map(({ id, dayId, siteId }) => ({ id, dayId, siteId })))
    .onConflict((oc) => oc.columns(["dayId", "siteId"]).doNothing())
    .returning("id")
    .execute();
  const ids = new Set(made.map(({ id }) => id));
  const rows = shifts
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id: shiftId, dayId, siteId, posts }) =>
      posts.map((spec) => ({ ...spec, skill: spec.skill ?? null, id: newId(), dayId, shiftId, siteId, taken: 0, waiting: 0 })),
    );
  for (let from = 0; from < rows.length; from += 500)
    await db
      .insertInto("volunteer_days_post")
      .values(rows.slice(from, from + 500))
      .execute();
}

/** Years of the next weeks whose holidays nobody loaded: their dates are not opened. O(weeks ahead). */
export async function findMissingYears({ clock, use, config }: Pick<Context, "clock" | "use" | "config">, series: SeriesRow): Promise<readonly number[]> {
  const today = clock.today();
  const dates = listDates(series, today, addDays(today, config.weeksAhead * 7));
  return dates.length === 0 ? [] : (await use.directory.holidays(yearsOf(dates))).missingYears;
}

/**
 * Opens the dates of a series that lie ahead and are not there yet. A date on a holiday waits for a decision; dates of a year whose holidays
 * nobody loaded are left out, and the years told. A date that is there, moved and cancelled ones too, is left alone.
 */
export async function openDays(ctx: Context, series: SeriesRow): Promise<{ readonly opened: number; readonly missingYears: readonly number[] }> {
  const { db, newId, clock, use, config } = ctx;
  const today = clock.today();
  const dates = listDates(series, today, addDays(today, config.weeksAhead * 7));
  if (dates.length === 0) return { opened: 0, missingYears: [] };
  const { days, missingYears } = await use.directory.holidays(yearsOf(dates));
  const there = new Set((await daysOfSeries(db, series.id, dates[0]!, dates.at(-1)!)).map(({ originalOn }) => originalOn));
  const off = new Map(days.filter(({ isOffDay }) => isOffDay).map(({ day, name }) => [day, name]));
  const fresh = dates.filter((date) => !there.has(date) && !missingYears.includes(Number(date.slice(0, 4))));
  if (fresh.length === 0) return { opened: 0, missingYears };
  const rows = fresh.map((date) => ({
    ...{ id: newId(), seriesId: series.id, placePath: series.placePath, originalOn: date, heldOn: date },
    startsAt: instantOf(date, series.startTime, clock.zone),
    endsAt: instantOf(date, series.endTime, clock.zone),
    state: off.has(date) ? "undecided" : "open",
    holiday: off.get(date) ?? null,
    ...{ reason: null, words: null, meetingPoint: null, sequence: 0, lastNumber: 0 },
  }));
  const made = await db
    .insertInto("volunteer_days_day")
    .values(rows)
    .onConflict((oc) => oc.columns(["seriesId", "originalOn"]).doNothing())
    .returning("id")
    .execute();
  const sites = (await sitesOf(db, series.id)).filter(({ closedOn }) => closedOn === null);
  await addPosts(
    ctx,
    made.map(({ id }) => id),
    sites,
  );
  return { opened: made.length, missingYears };
}
