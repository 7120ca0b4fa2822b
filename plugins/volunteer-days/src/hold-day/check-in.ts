import { errors } from "../errors.js";
import { opensMinutes } from "../check-in-self/rotating-code.js";
import type { DayRow } from "../keep-days/day.repository.js";
import { seat } from "../key-walk-up/seat.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { hasHours } from "../record-hours/service.repository.js";
import { holdDays, keepBoard } from "../sign-up/board.js";
import { activeOn, type ActiveRow } from "../sign-up/sign-up.repository.js";
import { addMinutes, instantOf, isTime, tellNumber } from "../tell-time/tell-time.js";

export interface CheckIn {
  readonly act: "arrive" | "leave" | "absent" | "undo";
  /** Wall clock of the day, "09:40". */
  readonly time?: string | undefined;
  /** With an arrival: when they left, of the same row of the paper. */
  readonly left?: string | undefined;
}
/** Who: ticked on the page by sign-up, or keyed in by the number on the printed sheet. */
export interface Which {
  readonly signUpId?: string | undefined;
  readonly code?: string | undefined;
}

export interface CheckedIn {
  readonly name: string;
  /** It had been noted that they did not come. */
  readonly wasAbsent: boolean;
}

/** The sheet on paper knows no seconds either: what is shown, 08:30 to 09:40, is what is counted. */
const minuteOf = (instant: string): string => `${instant.slice(0, 16)}:00.000Z`;

/** When it was, if nobody said: paper has a time only where it differs from the plan, and what is ticked after the end was not watched either. */
function unsaid({ clock }: VolunteerDaysContext, { startsAt, endsAt }: DayRow, act: CheckIn["act"], isPaper: boolean): string {
  const now = minuteOf(clock.now());
  if (!isPaper && now < endsAt) return now;
  return act === "arrive" ? startsAt : endsAt;
}

function readTime({ clock }: VolunteerDaysContext, day: DayRow, time: string | undefined, field: string): string | undefined {
  if (time === undefined) return undefined;
  if (!isTime(time)) throw errors.timeInvalid({ value: time }, field);
  return instantOf(day.heldOn, time, clock.zone);
}

type Times = Pick<ActiveRow, "arrivedAt" | "leftAt" | "isAbsent">;
const nothing: Times = { arrivedAt: null, leftAt: null, isAbsent: false };

function timesAfter(ctx: VolunteerDaysContext, day: DayRow, row: ActiveRow, { act, time, left }: CheckIn, isPaper: boolean): Times {
  if (act === "absent" || act === "undo") return { ...nothing, isAbsent: act === "absent" };
  const at = readTime(ctx, day, time, "body.time") ?? unsaid(ctx, day, act, isPaper);
  // A row of the paper says the whole: keyed in again, what it does not say is no longer so.
  const before = isPaper && act === "arrive" ? nothing : row;
  const times = act === "arrive" ? { arrivedAt: at, leftAt: readTime(ctx, day, left, "body.left") ?? before.leftAt } : { arrivedAt: row.arrivedAt, leftAt: at };
  const { startsAt, endsAt } = day;
  const [from, to] = [times.arrivedAt ?? startsAt, times.leftAt ?? endsAt];
  if (to < from) throw errors.leftBefore({}, act === "arrive" && left !== undefined ? "body.left" : "body.time");
  if (time !== undefined && act === "arrive" && at >= endsAt) throw errors.timeOutside({ value: time }, "body.time");
  const [leaves, field] = act === "leave" ? [time, "body.time"] : [left, "body.left"];
  if (leaves !== undefined && times.leftAt! <= startsAt) throw errors.timeOutside({ value: leaves }, field);
  return { ...times, isAbsent: false };
}

/** Whether people may be ticked off: so long before the start that whoever is early is seen, and no sooner. */
export const hasOpened = ({ clock }: Pick<VolunteerDaysContext, "clock">, { startsAt }: Pick<DayRow, "startsAt">): boolean =>
  addMinutes(startsAt, -opensMinutes) <= clock.now();

/** The number of "12" and of "0917-12". Throws codeOtherDay for one of another date's sheet. */
export function readCode({ originalOn }: DayRow, code: string): string | undefined {
  const [, date, number] = /^(?:(\d{4})-)?0*(\d+)$/.exec(code.normalize("NFKC").replace(/\s/g, "")) ?? [];
  if (date && number && tellNumber(originalOn, Number(number)) !== `${date}-${number}`) throw errors.codeOtherDay({ code }, "body.code");
  return number;
}

/** Whoever stood in line and is here has a place, one more than was planned where all are taken. */
async function seatWaiting(ctx: VolunteerDaysContext, day: DayRow, { signUpId }: ActiveRow): Promise<void> {
  const open = (await holdDays(ctx.db, [day.id])).get(day.id)!;
  const row = (await activeOn(ctx.db, day.id)).find((one) => one.signUpId === signUpId);
  if (!row || row.state === "confirmed") return;
  const post = open.posts.find(({ id }) => id === row.postId)!;
  await seat(ctx, open, post, row);
  await keepBoard(ctx.db, new Map([[day.id, open]]));
}

/**
 * Somebody came, left or did not come. Without a time a tick is of now, and of the planned start or end once the day is over; a row keyed in from the paper
 * is always of the plan. Who waited in line and came has a place. Throws signUpUnknown, rowUnknown, codeOtherDay, timeInvalid, timeOutside, dayNotBegun, dayCancelled,
 * leftBefore, hoursRecorded.
 */
export async function checkIn(ctx: VolunteerDaysContext, day: DayRow, which: Which, said: CheckIn): Promise<CheckedIn> {
  const { db, audit } = ctx;
  if (day.state !== "open") throw errors.dayCancelled({ day: day.heldOn });
  if (said.act !== "undo" && !hasOpened(ctx, day)) throw errors.dayNotBegun({ day: day.heldOn, minutes: opensMinutes });
  const code = which.code === undefined ? undefined : readCode(day, which.code);
  const row = (await activeOn(db, day.id)).find((one) => one.signUpId === which.signUpId || String(one.number) === code);
  if (!row && which.code !== undefined) throw errors.rowUnknown({ code: which.code }, "body.code");
  if (!row || (row.state !== "confirmed" && said.act !== "arrive")) throw errors.signUpUnknown({}, "body.code");
  if (await hasHours(db, row.signUpId)) throw errors.hoursRecorded({ name: row.name });
  const times = timesAfter(ctx, day, row, said, which.signUpId === undefined);
  if (row.state !== "confirmed") await seatWaiting(ctx, day, row);
  await db.updateTable("volunteer_days_sign_up").set(times).where("id", "=", row.signUpId).execute();
  audit(`checkIn.${said.act}`, row.signUpId, { arrivedAt: times.arrivedAt, leftAt: times.leftAt });
  return { name: row.name, wasAbsent: row.isAbsent && !times.isAbsent };
}
