import { SchedulingError } from "@lianxin/scheduling";
import { chooseSlot } from "../publish-meeting/publish-meeting.js";
import { draftMeeting } from "../draft-meeting/draft-meeting.js";
import { readBacklog } from "../draft-meeting/show-draft.js";
import type { NewItem } from "../draft-meeting/plan-agenda.js";
import { compileList, type CompiledList } from "../compile-list/compile-list.js";
import { errors } from "../errors.js";
import { findMeeting } from "../find-meeting/meeting.repository.js";
import { checkGoing } from "../keep-body/end-body.js";
import { holidayYears } from "../find-slots/describe-problem.js";
import type { MeetingsContext } from "../plugin.js";
import { findBody, type BodyRow } from "../set-up-body/body.repository.js";
import { addDays, instantOf, isDay } from "../tell-time/tell-time.js";
import { mostItems, type MeetingType } from "../words.js";
import { changesOf, type SeriesRow } from "./series.repository.js";
import { isRule, isWeekly, listDates, type Change, type SeriesDate, type SeriesRule } from "./series-rule.js";

export interface NewSeries {
  readonly title: string;
  readonly type: MeetingType;
  readonly rule: Omit<SeriesRule, "every">;
  /** A date every so many months, the first of them from `fromOn` on; every month when not said. */
  readonly everyMonths?: number | undefined;
  /** Of a weekday of each week: a date every so many weeks. */
  readonly everyWeeks?: number | undefined;
  readonly startsAt: string;
  readonly minutes: number;
  readonly placeText: string;
  readonly fromOn: string;
  readonly untilOn?: string | undefined;
}

const checkDay = (day: string, field: string): void => {
  if (!isDay(day)) throw errors.dayUnknown({ day }, field);
};

/** What is counted from the first date of a series that does not come every time. */
function everyOf({ rule, everyMonths = 1, everyWeeks = 1 }: NewSeries, first: string): Pick<SeriesRule, "every"> {
  if (isWeekly(rule.on)) return everyWeeks > 1 ? { every: { weeks: everyWeeks, from: first } } : {};
  return everyMonths > 1 ? { every: { months: everyMonths, from: first.slice(0, 7) } } : {};
}

/** Meetings of a body that come again every week or month; throws bodyEnded, dayUnknown, ruleWrong. */
export async function addSeries({ db, newId, clock, actor, audit }: MeetingsContext, body: BodyRow, input: NewSeries): Promise<string> {
  checkGoing(body);
  checkDay(input.fromOn, "body.fromOn");
  if (input.untilOn) checkDay(input.untilOn, "body.untilOn");
  if (!isRule(input.rule)) throw errors.ruleWrong({}, "body.rule.shift");
  let first: SeriesDate | undefined;
  try {
    first = listDates(input.rule, [], input.fromOn, addDays(input.fromOn, 190), [])[0];
  } catch (error) {
    if (error instanceof SchedulingError) throw errors.ruleWrong({}, "body.rule");
    throw error;
  }
  const id = newId();
  const { everyMonths: _months, everyWeeks: _weeks, ...rest } = input;
  const rule = { ...input.rule, ...everyOf(input, first?.plannedOn ?? input.fromOn) };
  const words = { title: input.title.trim(), placeText: input.placeText.trim(), untilOn: input.untilOn ?? null };
  await db
    .insertInto("meetings_series")
    .values({ ...rest, ...words, rule, id, placePath: body.placePath, bodyId: body.id, createdById: actor.personId, createdAt: clock.now() })
    .execute();
  audit("addSeries", id, { bodyId: body.id });
  return id;
}

/** The dates of a series in a span that its own days narrow, with the years whose holidays are not loaded. */
export async function datesOf({ db, use }: MeetingsContext, series: SeriesRow, from: string, to: string): Promise<SeriesDate[]> {
  const [first, last] = [from < series.fromOn ? series.fromOn : from, series.untilOn !== null && series.untilOn < to ? series.untilOn : to];
  if (last < first) return [];
  const years = [];
  for (let year = Number(first.slice(0, 4)) - 1; year <= Number(last.slice(0, 4)) + 1; year++) years.push(year);
  const holidays = holidayYears(await use.directory.holidays(years));
  return listDates(series.rule, await changesOf(db, series.id), first, last, holidays);
}

async function getDate(ctx: MeetingsContext, series: SeriesRow, plannedOn: string): Promise<SeriesDate> {
  checkDay(plannedOn, "params.plannedOn");
  const [date] = await datesOf(ctx, series, plannedOn, plannedOn);
  if (!date) throw errors.occurrenceUnknown({ day: plannedOn }, "params.plannedOn");
  return date;
}

async function keepChange({ db, newId }: MeetingsContext, seriesId: string, plannedOn: string, change: Partial<Change>): Promise<void> {
  const known = (await changesOf(db, seriesId)).find((one) => one.plannedOn === plannedOn);
  if (known) await db.updateTable("meetings_occurrence").set(change).where("id", "=", known.id).execute();
  else
    await db
      .insertInto("meetings_occurrence")
      .values({ id: newId(), seriesId, plannedOn, movedTo: null, cancelReason: null, meetingId: null, ...change })
      .execute();
}

export type DateChange = { readonly movedTo: string } | { readonly cancelReason: string } | { readonly isRestored: true };

/** Moves, cancels or restores one date; the others stay. Throws occurrenceUnknown, occurrenceHeld, occurrenceClash, timePast. */
export async function changeDate(ctx: MeetingsContext, series: SeriesRow, plannedOn: string, change: DateChange): Promise<void> {
  const { clock, audit, db } = ctx;
  const date = await getDate(ctx, series, plannedOn);
  const made = date.meetingId && (await findMeeting(db, date.meetingId));
  if (made && made.state !== "cancelled") throw errors.occurrenceHeld({ title: made.title });
  if ("movedTo" in change) {
    checkDay(change.movedTo, "body.movedTo");
    if (change.movedTo < clock.today()) throw errors.timePast({}, "body.movedTo");
    const others = await datesOf(ctx, series, addDays(change.movedTo, -62), addDays(change.movedTo, 62));
    if (others.some((one) => one.plannedOn !== plannedOn && one.on === change.movedTo)) throw errors.occurrenceClash({ day: change.movedTo }, "body.movedTo");
  }
  const changed =
    "movedTo" in change
      ? { movedTo: change.movedTo, cancelReason: null }
      : { movedTo: null, cancelReason: "cancelReason" in change ? change.cancelReason.trim() : null };
  await keepChange(ctx, series.id, plannedOn, { ...changed, meetingId: null });
  audit("changeDate", series.id, { plannedOn, ...changed });
}

const minutesEach = 5;

/** The first of what is unfinished and waits; the rest can be chosen on the draft. */
async function planItems(ctx: MeetingsContext, { placePath }: SeriesRow): Promise<NewItem[]> {
  const { parts, matters } = await readBacklog(ctx, placePath);
  const all = [...parts.map(({ id }) => ({ partId: id, minutes: minutesEach })), ...matters.map(({ id }) => ({ matterId: id, minutes: minutesEach }))];
  return all.slice(0, mostItems);
}

/** The list of an assignment meeting (问题交办会) is closed at a cut-off that is not to come; throws cutOffToCome, dayUnknown. */
async function compileAt(ctx: MeetingsContext, body: BodyRow, cutOff: string | undefined): Promise<CompiledList> {
  const { clock } = ctx;
  if (cutOff && !isDay(cutOff.slice(0, 10))) throw errors.dayUnknown({ day: cutOff }, "body.cutOff");
  const at = cutOff ? instantOf(cutOff, clock.zone) : clock.now();
  if (at > clock.now()) throw errors.cutOffToCome({}, "body.cutOff");
  return compileList(ctx, body, at);
}

/**
 * A draft for one date of a series, its agenda born from what is unfinished; that of an assignment meeting from the list at the cut-off, now when none is
 * said. Throws occurrenceUnknown, occurrenceHeld, occurrenceOut, cutOffToCome.
 */
export async function draftDate(ctx: MeetingsContext, series: SeriesRow, plannedOn: string, cutOff?: string): Promise<string> {
  const date = await getDate(ctx, series, plannedOn);
  const earlier = date.meetingId && (await findMeeting(ctx.db, date.meetingId));
  if (earlier && earlier.state !== "cancelled") throw errors.occurrenceHeld({ title: earlier.title });
  if (date.on === null) throw errors.occurrenceOut({ day: plannedOn });
  const { title, type, minutes } = series;
  const body = (await findBody(ctx.db, series.bodyId))!;
  const list = type === "assignment" ? await compileAt(ctx, body, cutOff) : undefined;
  const items = list?.items ?? (await planItems(ctx, series));
  const opening = items.length > 0 ? items : [{ title, minutes: minutesEach }];
  const id = await draftMeeting(ctx, body, { title, type: type as MeetingType, minutes, items: opening, list });
  await chooseSlot(ctx, (await findMeeting(ctx.db, id))!, { startsAt: `${date.on}T${series.startsAt}`, minutes, placeText: series.placeText });
  await keepChange(ctx, series.id, plannedOn, { meetingId: id });
  return id;
}

/** No date after a day, or without one on and on; those before stay, with what was said of them. Throws dayUnknown. */
export async function endSeries({ db, audit }: MeetingsContext, series: SeriesRow, untilOn: string | null): Promise<void> {
  if (untilOn !== null) checkDay(untilOn, "body.untilOn");
  await db.updateTable("meetings_series").set({ untilOn }).where("id", "=", series.id).execute();
  audit("endSeries", series.id, { untilOn });
}
