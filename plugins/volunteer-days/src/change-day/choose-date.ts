import { daysOfSeries, findSeries, type DayRow, type SeriesRow } from "../keep-days/day.repository.js";
import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { listDates } from "../plan-days/list-dates.js";
import { refuseDate, suggestDates, type AnnouncedDay, type DateOption } from "../plan-days/suggest-dates.js";
import { addDays, isDay, tellDay } from "../tell-time/tell-time.js";

/** Dates around some on which the series meets already, the day itself left out; a cancelled date is free. */
async function takenAround({ db }: VolunteerDaysContext, series: SeriesRow, { id, originalOn }: DayRow, heldOn = originalOn): Promise<ReadonlySet<string>> {
  const [first, last] = [originalOn, heldOn].sort() as [string, string];
  const [from, to] = [addDays(first, -35), addDays(last, 35)];
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

/** On a holiday it takes place where somebody has said why, now or when they decided so. */
async function whyNot(ctx: VolunteerDaysContext, day: DayRow, heldOn: string, holidayWhy?: string) {
  const series = (await findSeries(ctx.db, day.seriesId))!;
  const isOnHoliday = holidayWhy !== undefined || (heldOn === day.heldOn && day.holidayWhy !== null);
  return refuseDate(heldOn, await announcedAround(ctx, heldOn), await takenAround(ctx, series, day, heldOn), isOnHoliday);
}

/** Whether a day that is off could take place on the date it has. */
export const canOpen = async (ctx: VolunteerDaysContext, day: DayRow): Promise<boolean> => (await whyNot(ctx, day, day.heldOn)) === undefined;

/** What is kept of a reason for a holiday: only on one, with the name of that one; a day that is held elsewhere has that of its original date. */
export async function keepReason(ctx: VolunteerDaysContext, day: DayRow, heldOn: string, said: string | null): Promise<Pick<DayRow, "holiday" | "holidayWhy">> {
  const nameOf = async (date: string) => (await announcedAround(ctx, date)).find((one) => one.day === date && one.isOffDay)?.name ?? null;
  const holiday = said === null ? null : await nameOf(heldOn);
  if (holiday !== null) return { holiday, holidayWhy: said };
  return { holiday: day.holidayWhy === null ? day.holiday : await nameOf(day.originalOn), holidayWhy: null };
}

/**
 * The date a day is to be open on: as asked, else the one it has. Whatever opens on another date than it is open on now may neither be on a holiday nor
 * where the series meets; with `holidayWhy` it may be on a holiday. Throws dayInvalid, dayOver, dateOff, dateTaken.
 */
export async function chooseDate(ctx: VolunteerDaysContext, day: DayRow, asked?: string, holidayWhy?: string): Promise<string> {
  const heldOn = asked ?? day.heldOn;
  if (!isDay(heldOn)) throw errors.dayInvalid({ value: heldOn }, "body.heldOn");
  if (asked !== undefined && asked < ctx.clock.today()) throw errors.dayOver({ day: asked }, "body.heldOn");
  if (day.state === "open" && heldOn === day.heldOn) return heldOn;
  const refused = await whyNot(ctx, day, heldOn, holidayWhy);
  if (refused) throw errors[refused]({ day: tellDay(heldOn) }, "body.heldOn");
  return heldOn;
}
