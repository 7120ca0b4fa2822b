import { errors } from "../errors.js";
import { isDay } from "../tell-time/tell-time.js";

interface Span {
  readonly from: string;
  readonly to: string;
}
const day = 86_400_000;

/** Two days, both included, as a query says them. Throws dayInvalid and datesTurned at their fields, the latter also for more than `mostDays`. */
export function readSpan({ from, to }: Span, mostDays = Infinity): Span {
  if (!isDay(from)) throw errors.dayInvalid({ value: from }, "query.from");
  if (!isDay(to)) throw errors.dayInvalid({ value: to }, "query.to");
  if (to < from || Date.parse(to) - Date.parse(from) > mostDays * day) throw errors.datesTurned({}, "query.to");
  return { from, to };
}
