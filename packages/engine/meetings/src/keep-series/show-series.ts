import type { MeetingsContext } from "../plugin.js";
import { datesOf } from "./keep-series.js";
import type { SeriesRow } from "./series.repository.js";

/** A series with its dates in a span. */
export async function showSeries(ctx: MeetingsContext, series: SeriesRow, from: string, to: string) {
  const { id, bodyId, title, type, rule, startsAt, minutes, placeText, fromOn, untilOn } = series;
  return { id, bodyId, title, type, rule, startsAt, minutes, placeText, fromOn, untilOn, dates: await datesOf(ctx, series, from, to) };
}
