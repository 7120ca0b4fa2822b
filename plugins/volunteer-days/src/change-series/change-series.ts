import { cancelDay, restoreDay, type Care } from "../change-day/change-day.js";
import { checkSeen, findClashes, type Clash } from "../change-day/find-clashes.js";
import { daysAheadOf, findSeries, sitesOf, type DayRow, type SeriesRow } from "../keep-days/day.repository.js";
import { canOpen } from "../change-day/choose-date.js";
import { checkInsured, readInsurance, type Insurance } from "../plan-days/insurance.js";
import { openDays } from "../plan-days/open-days.js";
import { checkTimes } from "../plan-days/plan-series.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays } from "../sign-up/board.js";
import { activeOn } from "../sign-up/sign-up.repository.js";
import { nobody, reachable, type Told } from "../tell-volunteers/reach.js";
import { standingOn } from "../tell-volunteers/who-stands.js";
import { tellOfDay } from "../tell-volunteers/tell-of-day.js";
import { instantOf } from "../tell-time/tell-time.js";

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

/** What a change of a series does, or did. */
export interface Concerned extends Told {
  readonly clashes: readonly Clash[];
  /** Dates called off as they come after the last day. */
  readonly calledOff: number;
  /** Dates that an earlier last day had called off and that take place after all. */
  readonly restored: number;
  /** How many hear of it: those with a place, or waiting for one, on dates that change. */
  readonly people: number;
}

async function countPeople(ctx: VolunteerDaysContext, days: readonly DayRow[]): Promise<number> {
  const ids = new Set<string>();
  for (const { id } of days) for (const { volunteerId } of await activeOn(ctx.db, id)) ids.add(volunteerId);
  return ids.size;
}

/** The dates ahead, held: those that the change concerns, and those that an earlier last day had called off and this one does not, where they can still be held. */
async function readDates(ctx: VolunteerDaysContext, series: SeriesRow, untilOn: string | null) {
  const { db, clock } = ctx;
  const isAhead = ({ startsAt, state, reason }: DayRow) => startsAt > clock.now() && (state !== "cancelled" || reason === "ended");
  const known = (await daysAheadOf(db, series.id, clock.now())).filter(isAhead);
  const held = await holdDays(
    db,
    known.map(({ id }) => id),
  );
  const days = [...held.values()].map(({ day }) => day).filter(isAhead);
  const isOut = ({ originalOn }: DayRow) => untilOn !== null && originalOn > untilOn;
  const stand = days.filter(({ state }) => state !== "cancelled");
  const [back, undecided]: DayRow[][] = [[], []];
  for (const day of days) {
    if (day.state !== "cancelled" || isOut(day)) continue;
    if (await canOpen(ctx, day)) back!.push(day);
    else if (day.holiday !== null) undecided!.push(day);
  }
  const off = days.filter((day) => day.state === "cancelled" && !back!.includes(day));
  return { back: back!, undecided: undecided!, off, out: stand.filter(isOut), stay: stand.filter((day) => !isOut(day)) };
}

/**
 * Changes what a series says, for its dates ahead; past ones stay as they were. A last day that comes nearer calls off the dates after it, one that goes
 * further opens more, and those again that were called off by it. Whoever signed up is told once. Gives whom it concerns and who has another place at the new times: `isTry` does no more,
 * and it is changed only when so many clashes were seen. Throws what is odd about times and dates, placesClash.
 */
export async function changeSeries(ctx: VolunteerDaysContext, series: SeriesRow, { isTry, clashing, ...change }: SeriesChange & Care): Promise<Concerned> {
  const { db, clock, audit } = ctx;
  checkTimes({ ...change, fromOn: series.fromOn, untilOn: change.untilOn ?? undefined });
  const insurance = readInsurance({ ...series, ...change });
  for (const { work, closedOn } of await sitesOf(db, series.id)) if (closedOn === null) checkInsured(insurance, work, clock.today());
  const { out, stay, back, off, undecided } = await readDates(ctx, series, change.untilOn);
  const changed = followSeries(clock.zone, series, change, stay);
  const follows = new Map(followSeries(clock.zone, series, change, back).map((day) => [day.id, day]));
  const restored = back.map((day) => ({ ...(follows.get(day.id) ?? day), state: "open" }));
  const clashes = await findAllClashes(ctx, [...changed, ...restored]);
  const all = [...clashes.values()].flat();
  const told = [...out, ...changed, ...restored].filter(({ state }) => state === "open");
  const concerned = { clashes: all, calledOff: out.length, restored: restored.length, people: await countPeople(ctx, told), ...nobody };
  if (isTry) return concerned;
  checkSeen(all, clashing);
  const stood = await standingOn(
    ctx,
    told.map(({ id }) => id),
  );
  await db
    .updateTable("volunteer_days_series")
    .set({ ...change, ...insurance })
    .where("id", "=", series.id)
    .execute();
  for (const day of out) await cancelDay(ctx, day, { reason: "ended" });
  // A date that is off is told to nobody, but has the times of the series when a later last day brings it back.
  for (const { id, startsAt, endsAt } of followSeries(clock.zone, series, change, [...out, ...off]))
    await db.updateTable("volunteer_days_day").set({ startsAt, endsAt }).where("id", "=", id).execute();
  for (const day of changed) {
    const { id, startsAt, endsAt, sequence } = day;
    await db.updateTable("volunteer_days_day").set({ startsAt, endsAt, sequence }).where("id", "=", id).execute();
    if (day.state === "open") await tellOfDay(ctx, day, "moved", clashes.get(id));
  }
  for (const day of restored) await restoreDay(ctx, day, { clashing: clashes.get(day.id)!.length }, { startsAt: day.startsAt, endsAt: day.endsAt });
  // What waited for a decision on a holiday waits again; nobody can have signed up for it.
  for (const { id } of undecided) await db.updateTable("volunteer_days_day").set({ state: "undecided", reason: null }).where("id", "=", id).execute();
  await openDays(ctx, (await findSeries(db, series.id))!);
  audit("series.change", series.id, { clashes: all.length, calledOff: out.length, restored: restored.length });
  return { ...concerned, ...(await reachable(ctx, stood)) };
}
