import { dateText, timeText } from "../count-days/civil-date.js";
import type { Interval, Person, Venue, WeeklyHours } from "../problem.js";
import { drawBelow, type Random } from "../random.js";

/** A stretch of days that calendars are generated for. */
export interface CalendarSpan {
  readonly startDay: number;
  readonly days: number;
}

const office: WeeklyHours = weekdays([
  ["08:30", "12:00"],
  ["14:00", "17:30"],
]);
const longOffice: WeeklyHours = weekdays([["08:00", "18:00"]]);
const resident: WeeklyHours = { days: { ...weekdays([["09:00", "21:00"]]).days, 6: [["09:00", "21:00"]], 7: [["09:00", "21:00"]] } };

function weekdays(spans: readonly (readonly [string, string])[]): WeeklyHours {
  return { days: { 1: spans, 2: spans, 3: spans, 4: spans, 5: spans } };
}

/** A quarter of an hour to two and a half hours somewhere between 08:00 and 20:00. */
function drawInterval(random: Random, span: CalendarSpan): Interval {
  const date = dateText(span.startDay + drawBelow(random, span.days));
  const from = 480 + 15 * drawBelow(random, 46);
  const to = Math.min(1320, from + 15 * (1 + drawBelow(random, 10)));
  return { from: `${date}T${timeText(from)}`, to: `${date}T${timeText(to)}` };
}

function drawIntervals(random: Random, span: CalendarSpan, count: number): Interval[] {
  return Array.from({ length: count }, () => drawInterval(random, span)).sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** A person with some fifty-five busy stretches, some tentative ones and now and then a leave: `intervals` in all. */
export function generatePerson(random: Random, span: CalendarSpan, id: string, intervals: number): Person {
  const tentative = drawBelow(random, Math.max(1, Math.floor(intervals / 10)));
  const isAway = intervals > 0 && drawBelow(random, 4) === 0;
  const away = span.startDay + drawBelow(random, span.days);
  return {
    id,
    hours: [office, office, longOffice, resident][drawBelow(random, 4)]!,
    busy: drawIntervals(random, span, intervals - tentative - (isAway ? 1 : 0)),
    tentative: drawIntervals(random, span, tentative),
    leave: isAway ? [{ from: `${dateText(away)}T00:00`, to: `${dateText(away + 1 + drawBelow(random, 3))}T00:00` }] : [],
  };
}

/** A room in one of three sites, open 08:00–21:00 every day, with bookings of its own. */
export function generateVenue(random: Random, span: CalendarSpan, id: string, intervals: number): Venue {
  const daily = { 1: [["08:00", "21:00"]], 2: [["08:00", "21:00"]], 3: [["08:00", "21:00"]], 4: [["08:00", "21:00"]], 5: [["08:00", "21:00"]] } as const;
  return {
    id,
    seats: [12, 20, 30, 45, 60, 80][drawBelow(random, 6)]!,
    equipment: ["projector", "ramp", "microphone"].filter(() => drawBelow(random, 2) === 0),
    site: `site-${drawBelow(random, 3)}`,
    hours: { days: { ...daily, 6: [["08:00", "21:00"]], 7: [["08:00", "21:00"]] }, makeUp: [["08:00", "21:00"]], holiday: [] },
    busy: drawIntervals(random, span, intervals),
    bufferMinutes: 15 * drawBelow(random, 2),
  };
}
