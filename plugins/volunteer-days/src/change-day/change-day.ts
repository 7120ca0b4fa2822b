import { promote } from "../cancel-sign-up/promote.js";
import { holdDays, keepBoard, type OpenDay } from "../sign-up/board.js";
import { chooseDate, keepReason } from "./choose-date.js";
import { checkSeen, findClashes, type Clash } from "./find-clashes.js";
import type { DayRow } from "../keep-days/day.repository.js";
import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import type { Told } from "../tell-volunteers/reach.js";
import { tellOfDay } from "../tell-volunteers/tell-of-day.js";
import { instantOf, isTime, timeOf } from "../tell-time/tell-time.js";

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
/** Why a date takes place on a holiday all the same; left out, it does not. */
export interface OnHoliday {
  readonly holidayWhy?: string | undefined;
}

function chooseTimes({ clock }: VolunteerDaysContext, day: DayRow, heldOn: string, { startTime, endTime }: DayMove): { startsAt: string; endsAt: string } {
  const [start, end] = [startTime ?? timeOf(day.startsAt, clock.zone), endTime ?? timeOf(day.endsAt, clock.zone)];
  if (!isTime(start)) throw errors.timeInvalid({ value: start }, "body.startTime");
  if (!isTime(end)) throw errors.timeInvalid({ value: end }, "body.endTime");
  if (end <= start) throw errors.timesTurned({}, "body.endTime");
  return { startsAt: instantOf(heldOn, start, clock.zone), endsAt: instantOf(heldOn, end, clock.zone) };
}

/** Who has another place at the new time, and whom the letters about a change reach: nobody while it is only looked at. */
export interface Changed extends Told {
  readonly clashes: readonly Clash[];
}
type Occasion = "moved" | "cancelled" | "restored";

/** Keeps what became of a day and tells everybody; where it is open, whoever waits gets what fell free while it was not, or while it was too late. */
async function keep(ctx: VolunteerDaysContext, open: OpenDay, values: Partial<DayRow>, occasion: Occasion, clashes: readonly Clash[] = []): Promise<Told> {
  const { db, publish, audit } = ctx;
  const changed = { ...open.day, ...values, sequence: open.day.sequence + 1 };
  const { id, seriesId: _series, lastNumber: _number, ...columns } = changed;
  await db.updateTable("volunteer_days_day").set(columns).where("id", "=", id).execute();
  const told = await tellOfDay(ctx, changed, occasion, clashes);
  const now = { ...open, day: changed };
  if (changed.state === "open") for (const post of open.posts) await promote(ctx, now, post);
  await keepBoard(db, new Map([[id, now]]));
  publish("dayChanged", id, { dayId: id, state: changed.state });
  audit(`day.${occasion}`, id, { heldOn: changed.heldOn, reason: changed.reason, holidayWhy: changed.holidayWhy, clashes: clashes.length });
  return told;
}

/** Takes place at a new time: whoever is somewhere else then is found, and nothing done unless they were seen. */
async function takePlace(ctx: VolunteerDaysContext, open: OpenDay, values: Partial<DayRow>, occasion: Occasion, { isTry, clashing }: Care): Promise<Changed> {
  const clashes = await findClashes(ctx, { ...open.day, ...values });
  if (isTry) return { clashes, told: 0, toCall: [] };
  checkSeen(clashes, clashing);
  return { clashes, ...(await keep(ctx, open, values, occasion, clashes)) };
}

/** The day, held until the commit and not over; throws dayEnded. */
async function holdAhead({ db, clock }: VolunteerDaysContext, { id }: DayRow): Promise<OpenDay> {
  const open = (await holdDays(db, [id])).get(id)!;
  if (open.day.endsAt <= clock.now()) throw errors.dayEnded({ day: open.day.heldOn });
  return open;
}

/**
 * Moves a date, its times or where to meet; it stays the date it was of its series. Gives who has another place at the new time: `isTry` does no more, and
 * moved it is only when so many were seen. Throws dateOff, dateTaken, dayOver, dayEnded, dayInvalid, timeInvalid, placesClash.
 */
export async function moveDay(ctx: VolunteerDaysContext, before: DayRow, move: DayMove & Care & OnHoliday): Promise<Changed> {
  const open = await holdAhead(ctx, before);
  const { day } = open;
  if (day.state === "undecided" && move.heldOn === undefined) throw errors.dayUndecided({ holiday: day.holiday ?? "" }, "body.heldOn");
  const heldOn = await chooseDate(ctx, day, move.heldOn, move.holidayWhy);
  const said = move.holidayWhy ?? (heldOn === day.heldOn ? day.holidayWhy : null);
  const told = { ...(await keepReason(ctx, day, heldOn, said)), words: move.words ?? null, meetingPoint: move.meetingPoint ?? day.meetingPoint };
  return takePlace(ctx, open, { ...chooseTimes(ctx, day, heldOn, move), ...told, heldOn, state: "open", reason: null }, "moved", move);
}

/** A place held for an answer goes back into the line while nobody can give one: its time would run out on a day that is off. */
async function takeOffersBack({ db }: VolunteerDaysContext, { day, posts }: OpenDay): Promise<void> {
  const back = await db
    .updateTable("volunteer_days_sign_up")
    .set((eb) => ({ state: "waiting", offeredUntil: null, sequence: eb("sequence", "+", 1) }))
    .where("dayId", "=", day.id)
    .where("state", "=", "offered")
    .where("endedAt", "is", null)
    .returning("postId")
    .execute();
  for (const { postId } of back) {
    const post = posts.find(({ id }) => id === postId)!;
    Object.assign(post, { taken: post.taken - 1, waiting: post.waiting + 1, isChanged: true });
  }
}

/** Calls a date off and tells everybody who signed up; gives whom that reaches. Throws dayEnded, dayCancelled. */
export async function cancelDay(
  ctx: VolunteerDaysContext,
  before: DayRow,
  { reason, words }: { reason: CancelReason | "ended"; words?: string | undefined },
): Promise<Told> {
  const open = await holdAhead(ctx, before);
  if (open.day.state === "cancelled") throw errors.dayCancelled({ day: open.day.heldOn });
  await takeOffersBack(ctx, open);
  return keep(ctx, open, { state: "cancelled", reason, words: words ?? null }, "cancelled");
}

/**
 * Takes a call-off back, at other times if said; who had signed up still has, and whoever took another place meanwhile is given as by moveDay. With `holidayWhy` also a date that waits
 * for a decision, or was called off, on a holiday. Throws dayEnded, dayNotCancelled, dateOff, dateTaken, placesClash.
 */
export async function restoreDay(
  ctx: VolunteerDaysContext,
  before: DayRow,
  { holidayWhy, ...care }: Care & OnHoliday = {},
  times: Partial<Pick<DayRow, "startsAt" | "endsAt">> = {},
): Promise<Changed> {
  const open = await holdAhead(ctx, before);
  const isWaiting = open.day.state === "undecided" && holidayWhy !== undefined;
  if (open.day.state !== "cancelled" && !isWaiting) throw errors.dayNotCancelled({ day: open.day.heldOn });
  const heldOn = await chooseDate(ctx, open.day, undefined, holidayWhy);
  const decided = { ...(await keepReason(ctx, open.day, heldOn, holidayWhy ?? open.day.holidayWhy)), reason: null, words: null };
  return takePlace(ctx, open, { ...times, ...decided, state: "open" }, "restored", care);
}
