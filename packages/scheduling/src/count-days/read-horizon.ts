import type { Horizon } from "../problem.js";
import { checkWhole, SchedulingError } from "../scheduling-error.js";
import { readDate } from "./civil-date.js";
import { readTime } from "./moment.js";

const LONGEST_HORIZON = 1100;
/** What a length or a gap may be at most: the longest horizon. */
export const MOST_MINUTES = LONGEST_HORIZON * 1440;

/** The days of a horizon as numbers; `opens` and `closes` are minutes of each day, rounded inwards to quarter hours, `offset` minutes east of UTC. */
export interface HorizonDays {
  readonly startDay: number;
  readonly days: number;
  readonly opens: number;
  readonly closes: number;
  readonly offset: number;
}

/** Whoever names another zone must say how far it is from UTC: a plan eight hours off is worse than none. */
function readOffset({ zone = "Asia/Shanghai", offsetMinutes }: Horizon): number {
  if (offsetMinutes === undefined && zone !== "Asia/Shanghai") throw new SchedulingError("zone-without-offset", "horizon.offsetMinutes", { zone });
  return checkWhole(offsetMinutes ?? 480, -900, 900, "horizon.offsetMinutes");
}

/** Errors: `zero-day-horizon`, `horizon-too-long`, `empty-day`, `bad-date`, `bad-time`, `bad-number`, `zone-without-offset`. */
export function readHorizon(horizon: Horizon): HorizonDays {
  const { days, from = "00:00", to = "24:00" } = horizon;
  const startDay = readDate(horizon.start, "horizon.start");
  if (!Number.isInteger(days) || days <= 0) throw new SchedulingError("zero-day-horizon", "horizon.days", { days: String(days) });
  if (days > LONGEST_HORIZON) throw new SchedulingError("horizon-too-long", "horizon.days", { days, most: LONGEST_HORIZON });
  const opens = Math.ceil(readTime(from, "horizon.from") / 15) * 15;
  const closes = Math.floor(readTime(to, "horizon.to") / 15) * 15;
  if (closes <= opens) throw new SchedulingError("empty-day", "horizon.to", { from, to });
  return { startDay, days, opens, closes, offset: readOffset(horizon) };
}
