import { holdDays } from "../sign-up/board.js";
import { checkSeen, findClashes, type Clash } from "./find-clashes.js";
import { daysOfSeries, findSeries, type DayRow, type SeriesRow } from "../keep-days/day.repository.js";
import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { listDates } from "../plan-days/list-dates.js";
import { refuseDate, suggestDates, type AnnouncedDay, type DateOption } from "../plan-days/suggest-dates.js";
import { tellOfDay } from "../tell-volunteers/tell-of-day.js";
import { addDays, instantOf, isDay, isTime, timeOf } from "../tell-time/tell-time.js";

export const cancelReasons = ["rain", "heat", "holiday", "other"] as const;
export type CancelReason = (typeof cancelReasons)[number];
export interface DayMove {
  readonly heldOn?: string | undefined;
  readonly startTime?: string | undefined;
  readonly endTime?: string | undefined;
  readonly meetingPoint?: string | undefined;
  readonly words?: string | undefined;
}
/** How a change goes that may put people into two places at once: only looked at, or done with so many clashes seen. */
export interface Care {
  readonly isTry?: boolean | undefined;
  readonly clashing?: number | undefined;
}

/** Dates around one on which the series meets already, that one left out; a cancelled date is free. */
async function takenAround({ db }: VolunteerDaysContext, series: SeriesRow, { id, originalOn }: DayRow): Promise<ReadonlySet<string>> {
  const [from, to] = [addDays(originalOn, -35), addDays(originalOn, 35)];
  const others = (await daysOfSeries(db, series.id, from, to)).filter((one) => one.id !== id);
  const moved = new Set([originalOn, ...others.map((one) => one.originalOn)]);
  const planned = listDates(series, from, to).filter((date) => !moved.has(date));
  return new Set([...planned, ...others.filter(({ state }) => state !== "cancelled").map((one) => one.heldOn)]);
}

async function announcedAround({ use }: VolunteerDaysContext, day: string): Promise<readonly AnnouncedDay[]> {
  const years = [...new Set([addDays(day, -35), addDays(day, 35)].map((one) => Number(one.slice(0, 4))))];
  return (await use.directory.holidays(years)).days;
}

/** Where a date may go that falls on a holiday. */
export async function optionsFor(ctx: VolunteerDaysContext, day: DayRow): Promise<DateOption[]> {
  const series = (await findSeries(ctx.db, day.seriesId))!;
  return suggestDates(day.originalOn, await announcedAround(ctx, day.originalOn), await takenAround(ctx, series, day));
}

async function chooseDate(ctx: VolunteerDaysContext, day: DayRow, heldOn: string | undefined): Promise<string> {
  if (heldOn === undefined) return day.heldOn;
  if (!isDay(heldOn)) throw errors.dayInvalid({ value: heldOn }, "body.heldOn");
  if (heldOn < ctx.clock.today()) throw errors.dayOver({ day: heldOn }, "body.heldOn");
  const series = (await findSeries(ctx.db, day.seriesId))!;
  const refused = refuseDate(heldOn, await announcedAround(ctx, heldOn), await takenAround(ctx, series, day));
  if (refused) throw errors[refused]({ day: heldOn }, "body.heldOn");
  return heldOn;
}

function chooseTimes({ clock }: VolunteerDaysContext, day: DayRow, heldOn: string, { startTime, endTime }: DayMove): { startsAt: string; endsAt: string } {
  const [start, end] = [startTime ?? timeOf(day.startsAt, clock.zone), endTime ?? timeOf(day.endsAt, clock.zone)];
  if (!isTime(start)) throw errors.timeInvalid({ value: start }, "body.startTime");
  if (!isTime(end)) throw errors.timeInvalid({ value: end }, "body.endTime");
  if (end <= start) throw errors.timesTurned({}, "body.endTime");
  return { startsAt: instantOf(heldOn, start, clock.zone), endsAt: instantOf(heldOn, end, clock.zone) };
}

type Occasion = "moved" | "cancelled" | "restored";

async function keep(ctx: VolunteerDaysContext, day: DayRow, values: Partial<DayRow>, occasion: Occasion, clashes: readonly Clash[] = []): Promise<void> {
  const { db, publish, audit } = ctx;
  const changed = { ...day, ...values, sequence: day.sequence + 1 };
  const { id, seriesId: _series, lastNumber: _number, ...columns } = changed;
  await db.updateTable("volunteer_days_day").set(columns).where("id", "=", id).execute();
  await tellOfDay(ctx, changed, occasion, clashes);
  publish("dayChanged", id, { dayId: id, state: changed.state });
  audit(`day.${occasion}`, id, { heldOn: changed.heldOn, reason: changed.reason, clashes: clashes.length });
}

/** Takes place at a new time: whoever is somewhere else then is found, and nothing done unless they were seen. */
async function takePlace(ctx: VolunteerDaysContext, day: DayRow, values: Partial<DayRow>, occasion: Occasion, { isTry, clashing }: Care): Promise<Clash[]> {
  const clashes = await findClashes(ctx, { ...day, ...values });
  if (isTry) return clashes;
  checkSeen(clashes, clashing);
  await keep(ctx, day, values, occasion, clashes);
  return clashes;
}

/** The day, held until the commit and not over; throws dayEnded. */
async function holdAhead({ db, clock }: VolunteerDaysContext, { id }: DayRow): Promise<DayRow> {
  const { day } = (await holdDays(db, [id])).get(id)!;
  if (day.endsAt <= clock.now()) throw errors.dayEnded({ day: day.heldOn });
  return day;
}

/**
 * Moves a date, its times or where to meet; it stays the date it was of its series. Gives who has another place at the new time: `isTry` does no more, and
 * moved it is only when so many were seen. Throws dateOff, dateTaken, dayOver, dayEnded, dayInvalid, timeInvalid, placesClash.
 */
export async function moveDay(ctx: VolunteerDaysContext, before: DayRow, move: DayMove & Care): Promise<Clash[]> {
  const day = await holdAhead(ctx, before);
  const heldOn = await chooseDate(ctx, day, move.heldOn);
  if (day.state === "undecided" && heldOn === day.originalOn) throw errors.dayUndecided({ holiday: day.holiday ?? "" }, "body.heldOn");
  const told = { words: move.words ?? null, meetingPoint: move.meetingPoint ?? day.meetingPoint };
  return takePlace(ctx, day, { ...chooseTimes(ctx, day, heldOn, move), ...told, heldOn, state: "open", reason: null }, "moved", move);
}

/** Calls a date off and tells everybody who signed up; throws dayEnded, dayCancelled. */
export async function cancelDay(
  ctx: VolunteerDaysContext,
  before: DayRow,
  { reason, words }: { reason: CancelReason; words?: string | undefined },
): Promise<void> {
  const day = await holdAhead(ctx, before);
  if (day.state === "cancelled") throw errors.dayCancelled({ day: day.heldOn });
  await keep(ctx, day, { state: "cancelled", reason, words: words ?? null }, "cancelled");
}

/** Takes a call-off back; who had signed up still has, and whoever took another place meanwhile is given as by moveDay. Throws dayEnded, dayNotCancelled, dateOff, placesClash. */
export async function restoreDay(ctx: VolunteerDaysContext, before: DayRow, care: Care = {}): Promise<Clash[]> {
  const day = await holdAhead(ctx, before);
  if (day.state !== "cancelled") throw errors.dayNotCancelled({ day: day.heldOn });
  if (refuseDate(day.heldOn, await announcedAround(ctx, day.heldOn), new Set())) throw errors.dateOff({ day: day.heldOn });
  return takePlace(ctx, day, { state: "open", reason: null, words: null }, "restored", care);
}
