import { browserPorts, t } from "@lianxin/web-kit";
import { api, text } from "../api.js";

const day = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
const daysAhead = 190;

/** Series with the dates of about half a year from today. */
export const loadSeries = async () => {
  const now = browserPorts.now();
  return (await api("GET /series", { query: { from: day(now), to: day(now + daysAhead * 86_400_000) } })).series;
};
export type ShownSeries = Awaited<ReturnType<typeof loadSeries>>[number];
export type ShownDate = ShownSeries["dates"][number];

/** "第 1 个星期二", "10 日" */
function tellDay({ on }: ShownSeries["rule"]): string {
  if ("day" in on) return text("meetings.series.dayOf", { day: on.day });
  const weekday = t(`meetings.weekday.${on.weekday}`);
  if (!("nth" in on)) return weekday;
  return on.nth === -1 ? text("meetings.series.last", { weekday }) : text("meetings.series.nth", { nth: on.nth, weekday });
}

function tellEvery({ on, every }: ShownSeries["rule"]): string {
  if (!("day" in on) && !("nth" in on)) return t(`meetings.series.weeks.${every && "weeks" in every ? every.weeks : 1}`);
  return t(`meetings.series.every.${every && "months" in every ? every.months : 1}`);
}

/** "每季度，第 1 个星期二" */
const tellRule = (rule: ShownSeries["rule"]): string => text("meetings.series.everyRule", { every: tellEvery(rule), rule: tellDay(rule) });

export const summaryOf = ({ rule, startsAt, minutes, placeText }: ShownSeries): string =>
  text("meetings.series.summary", { rule: tellRule(rule), at: startsAt, minutes, place: placeText, shift: t(`meetings.series.shift.${rule.shift}`) });
