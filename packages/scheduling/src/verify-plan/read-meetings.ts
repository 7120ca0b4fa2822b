import { dateText, readDate, weekdayOf, yearOf } from "../count-days/civil-date.js";
import { momentText, readMoment, readTime } from "../count-days/moment.js";
import type { HorizonDays } from "../count-days/read-horizon.js";
import type { Meeting, MonthlySeries, Problem } from "../problem.js";
import { isWorked, type WorkDays } from "./work-days.js";

/** A day as rules of a series name it: of the month, from its end, and of the week. */
interface NamedDay {
  readonly day: number;
  readonly month: string;
  readonly ofMonth: number;
  readonly toEnd: number;
}

/** The days of the horizon and two months around it, the last of each month first. O(days). */
function nameDays({ startDay, days }: HorizonDays): NamedDay[] {
  const named: NamedDay[] = [];
  let toEnd = 0;
  for (let day = startDay + days + 92, month = ""; day >= startDay - 62; day--) {
    const text = dateText(day);
    toEnd = text.startsWith(month) && month !== "" ? toEnd + 1 : 0;
    month = text.slice(0, 7);
    named.push({ day, month, ofMonth: Number(text.slice(8)), toEnd });
  }
  // The walk began within a month whose end it has not seen.
  return named.slice(31).reverse();
}

function isRuleDay({ on }: MonthlySeries, { day, ofMonth, toEnd }: NamedDay): boolean {
  if ("day" in on) return ofMonth === on.day;
  return weekdayOf(day) === on.weekday && (on.nth === -1 ? toEnd < 7 : Math.ceil(ofMonth / 7) === on.nth);
}

/** The day on which what the rule puts on `day` takes place. A weekday of the month gives way to holidays only, a day of the month to weekends as well. */
function landOn(calendar: WorkDays, { on, shift }: MonthlySeries, day: number): number | undefined {
  const staysOn = (at: number): boolean => isWorked(calendar, at) || (!("day" in on) && calendar.isOff.get(at) !== true);
  if (staysOn(day)) return day;
  let at = day;
  if (shift === "skip") return undefined;
  if (shift === "sameWeekdayNextWeek")
    do at += 7;
    while (!staysOn(at));
  else
    do at += shift === "next" ? 1 : -1;
    while (!isWorked(calendar, at));
  return at;
}

/** Whether the holidays at hand say where an occurrence from outside of the days goes; beyond three days no rest around New Year carries it in. */
function isTold(calendar: WorkDays, first: number, last: number, { shift }: MonthlySeries, day: number): boolean {
  if (day >= first && day <= last) return true;
  const isTowards = day < first ? shift === "next" || shift === "sameWeekdayNextWeek" : shift === "previous";
  return isTowards && (calendar.years.has(yearOf(day)) || (day >= first - 3 && day <= last + 3));
}

/** A meeting with the time it may take, in minutes since 1970: a series by the hour of its date, everything else as it says itself. */
function* spreadSeries(calendar: WorkDays, horizon: HorizonDays, days: readonly NamedDay[], meeting: Meeting): Generator<Meeting> {
  const { series, notBefore, deadline, ...rest } = meeting;
  const { startDay, offset } = horizon;
  const minute = (text: string, isEnd: boolean): number => (text.length === 10 ? (readDate(text, "") + Number(isEnd)) * 1440 : readMoment(text, offset, ""));
  const least = Math.max(startDay * 1440, notBefore === undefined ? 0 : minute(notBefore, false));
  const most = Math.min((startDay + horizon.days) * 1440, deadline === undefined ? Infinity : minute(deadline, true));
  for (const named of days) {
    if (!isRuleDay(series!, named) || !isTold(calendar, Math.floor(least / 1440), Math.ceil(most / 1440) - 1, series!, named.day)) continue;
    const day = landOn(calendar, series!, named.day);
    if (day === undefined) continue;
    const at = series!.at === undefined ? undefined : day * 1440 + readTime(series!.at, "");
    const [from, to] = at === undefined ? [Math.max(least, day * 1440), Math.min(most, (day + 1) * 1440)] : [at, at + Math.ceil(meeting.minutes / 15) * 15];
    if (from < to && from >= least && to <= most)
      yield { ...rest, id: `${meeting.id}/${named.month}`, notBefore: momentText(from, offset), deadline: momentText(to, offset) };
  }
}

/** The meetings that a plan is to hold, series by their occurrences, worked out day by day and apart from how the search does it. O(meetings + series · days). */
export function readMeetings({ meetings }: Problem, calendar: WorkDays, horizon: HorizonDays): Meeting[] {
  const days = meetings.some((meeting) => meeting.series) ? nameDays(horizon) : [];
  return meetings.flatMap((meeting) => (meeting.series ? [...spreadSeries(calendar, horizon, days, meeting)] : [meeting]));
}
