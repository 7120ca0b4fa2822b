import { cancelDay, type Care } from "../change-day/change-day.js";
import { checkSeen, findClashes, type Clash } from "../change-day/find-clashes.js";
import { errors } from "../errors.js";
import { daysAheadOf, findSeries, sitesOf, type DayRow, type SeriesRow } from "../keep-days/day.repository.js";
import { checkInsured, readInsurance, type Insurance } from "../plan-days/insurance.js";
import { openDays } from "../plan-days/open-days.js";
import { checkTimes } from "../plan-days/plan-series.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays } from "../sign-up/board.js";
import { tellOfDay } from "../tell-volunteers/tell-of-day.js";
import { instantOf } from "../tell-time/tell-time.js";
import { settleWaiting } from "./settle-waiting.js";

export interface SeriesChange extends Partial<Insurance> {
  readonly title: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly untilOn: string | null;
  readonly meetingPoint: string;
  readonly tools: string | null;
  readonly hazards: string | null;
}

const timesOf = (zone: string, { startTime, endTime }: Pick<SeriesRow, "startTime" | "endTime">, { heldOn }: DayRow) => ({
  startsAt: instantOf(heldOn, startTime, zone),
  endsAt: instantOf(heldOn, endTime, zone),
});

/** Dates ahead that nobody changed by hand follow the series; one that was moved to other times keeps them. Those that change, as they will be. */
function followSeries(zone: string, before: SeriesRow, after: SeriesChange, days: readonly DayRow[]): DayRow[] {
  const hasNewPlace = before.meetingPoint !== after.meetingPoint;
  return days.flatMap((day) => {
    const [old, fresh] = [timesOf(zone, before, day), timesOf(zone, after, day)];
    const follows = day.startsAt === old.startsAt && day.endsAt === old.endsAt;
    const times = follows ? fresh : { startsAt: day.startsAt, endsAt: day.endsAt };
    if (times.startsAt === day.startsAt && times.endsAt === day.endsAt && !(hasNewPlace && day.meetingPoint === null)) return [];
    return [{ ...day, ...times, sequence: day.sequence + 1 }];
  });
}

/** Who has another place when a date is to be held, date by date. */
async function findAllClashes(ctx: VolunteerDaysContext, days: readonly DayRow[]): Promise<ReadonlyMap<string, Clash[]>> {
  const found = new Map<string, Clash[]>();
  for (const day of days) found.set(day.id, day.state === "open" ? await findClashes(ctx, day) : []);
  return found;
}

/**
 * Changes what a series says, for its dates ahead; past ones stay as they were. A last day that comes nearer calls off the dates after it, one that goes
 * further opens more. Whoever signed up is told once. Gives who has another place at the new times: `isTry` does no more, and it is changed only when so many
 * were seen. Throws what is odd about times and dates, placesClash.
 */
export async function changeSeries(ctx: VolunteerDaysContext, series: SeriesRow, { isTry, clashing, ...change }: SeriesChange & Care): Promise<Clash[]> {
  const { db, clock, audit } = ctx;
  checkTimes({ ...change, fromOn: series.fromOn, untilOn: change.untilOn ?? undefined });
  const insurance = readInsurance({ ...series, ...change });
  for (const { work, closedOn } of await sitesOf(db, series.id)) if (closedOn === null) checkInsured(insurance, work, clock.today());
  const known = (await daysAheadOf(db, series.id, clock.now())).filter(({ startsAt, state }) => startsAt > clock.now() && state !== "cancelled");
  const held = await holdDays(
    db,
    known.map(({ id }) => id),
  );
  const ahead = [...held.values()].map(({ day }) => day).filter(({ state }) => state !== "cancelled");
  const isOut = ({ originalOn }: DayRow) => change.untilOn !== null && originalOn > change.untilOn;
  const changed = followSeries(
    clock.zone,
    series,
    change,
    ahead.filter((day) => !isOut(day)),
  );
  const clashes = await findAllClashes(ctx, changed);
  const all = [...clashes.values()].flat();
  if (isTry) return all;
  checkSeen(all, clashing);
  await db
    .updateTable("volunteer_days_series")
    .set({ ...change, ...insurance })
    .where("id", "=", series.id)
    .execute();
  for (const day of ahead.filter(isOut)) await cancelDay(ctx, day, { reason: "other" });
  for (const day of changed) {
    const { id, startsAt, endsAt, sequence } = day;
    await db.updateTable("volunteer_days_day").set({ startsAt, endsAt, sequence }).where("id", "=", id).execute();
    if (day.state === "open") await tellOfDay(ctx, day, "moved", clashes.get(id));
  }
  await openDays(ctx, (await findSeries(db, series.id))!);
  audit("series.change", series.id, { clashes: all.length });
  return all;
}

export interface Closed {
  readonly stillComing: number;
  readonly moved: number;
  readonly ended: number;
}

/**
 * No team goes to a site any more: its free places ahead are taken away, who has one keeps it, and who waits there goes elsewhere or is told that the line
 * has ended. Gives how many people still have a place, were moved and were told. Throws siteUnknown.
 */
export async function closeSite(ctx: VolunteerDaysContext, series: SeriesRow, siteId: string): Promise<Closed> {
  const { db, clock, audit } = ctx;
  const site = (await sitesOf(db, series.id)).find(({ id }) => id === siteId);
  if (!site) throw errors.siteUnknown({}, "params.siteId");
  const days = await daysAheadOf(db, series.id, clock.now());
  const ids = ["", ...days.map(({ id }) => id)];
  // The days are held first, as whoever signs up holds them too.
  await holdDays(db, ids);
  await db.updateTable("volunteer_days_site").set({ closedOn: clock.today() }).where("id", "=", siteId).execute();
  const rows = await db
    .updateTable("volunteer_days_post")
    .set((eb) => ({ most: eb.ref("taken"), least: 0 }))
    .where("siteId", "=", siteId)
    .where("dayId", "in", ids)
    .returning("taken")
    .execute();
  const closed = { stillComing: rows.reduce((sum, { taken }) => sum + taken, 0), moved: 0, ended: 0 };
  for (const open of (await holdDays(db, ids)).values()) {
    if (open.day.startsAt <= clock.now()) continue;
    const { moved, ended } = await settleWaiting(ctx, open, siteId);
    closed.moved += moved;
    closed.ended += ended;
  }
  audit("site.close", siteId, { ...closed });
  return closed;
}
