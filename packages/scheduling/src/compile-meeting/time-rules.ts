import { erodeRow, fillBits } from "../compile-calendars/bitset.js";
import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import { ceilGrain, floorGrain, GRAIN_MINUTES, type Grid } from "../compile-calendars/grid.js";
import { lookUpHours } from "../compile-calendars/hours.js";
import { STRETCH_WIDTH } from "../compile-calendars/stretches.js";
import { readDate } from "../count-days/civil-date.js";
import { isWorkingDayNumber } from "../count-days/holiday-table.js";
import { readMoment } from "../count-days/moment.js";
import { countBackNotice, MOST_NOTICE } from "../count-days/working-days.js";
import type { Meeting, Notice } from "../problem.js";
import { checkWhole, SchedulingError } from "../scheduling-error.js";

export type TimeRuleKind = "hours" | "closures" | "workingDays" | "notice" | "notBefore" | "deadline" | "pin" | "after" | "before";

/** A rule that binds times alone: the starts it leaves. */
export interface TimeRule {
  readonly kind: TimeRuleKind;
  /** The other meeting of a rule about the order. */
  readonly id?: string;
  readonly starts: Int32Array;
}

/** Starts at which a meeting ends on its own day, at multiples of `every` minutes after midnight. Kept per length and step. */
export function dayStarts(compiled: CompiledProblem, length: number, every: number): Int32Array {
  return lookUp(compiled, `day/${length}/${every}`, () => {
    const { grid } = compiled;
    const bits = new Int32Array(grid.words);
    for (let day = 0; day < grid.days; day++)
      for (let i = 0; i + length <= grid.perDay; i++)
        if (((grid.first + i) * GRAIN_MINUTES) % every === 0) fillBits(bits, 0, day * grid.perDay + i, day * grid.perDay + i + 1, true);
    return bits;
  });
}

function lookUp(compiled: CompiledProblem, key: string, make: () => Int32Array): Int32Array {
  const known = compiled.ruleStarts.get(key);
  if (known) return known;
  const made = make();
  compiled.ruleStarts.set(key, made);
  return made;
}

function onDays(grid: Grid, isGood: (day: number) => boolean): Int32Array {
  const bits = new Int32Array(grid.words);
  for (let day = 0; day < grid.days; day++) if (isGood(grid.startDay + day)) fillBits(bits, 0, day * grid.perDay, (day + 1) * grid.perDay, true);
  return bits;
}

/** The starts `[from, to)`. */
export function inRange(grid: Grid, from: number, to: number): Int32Array {
  const bits = new Int32Array(grid.words);
  fillBits(bits, 0, from, Math.max(from, to), true);
  return bits;
}

/** Starts wholly inside the free bits: eroded by the length. */
function erodedCopy(bits: Int32Array, length: number): Int32Array {
  const copy = bits.slice();
  erodeRow(copy, 0, copy.length, length);
  return copy;
}

/** First grain of a date or moment. */
export function notBeforeGrain(grid: Grid, text: string, item: string): number {
  return ceilGrain(grid, text.length === 10 ? readDate(text, item) * 1440 : readMoment(text, grid.offset, item));
}

/** The grain by which a meeting must have ended: a date means the end of that day. */
export function deadlineGrain(grid: Grid, text: string, item: string): number {
  return floorGrain(grid, text.length === 10 ? (readDate(text, item) + 1) * 1440 : readMoment(text, grid.offset, item));
}

/** Days on which a notice can be up in time: all of them when nobody says from when on it can be, but working days must be known even then. */
function noticeStarts(compiled: CompiledProblem, notice: Notice, item: string): Int32Array {
  checkWhole(notice.n, 0, MOST_NOTICE, item);
  return lookUp(compiled, `notice/${notice.n}/${notice.basis}/${notice.count}`, () => {
    const { postFrom } = compiled.problem;
    const earliest = postFrom === undefined ? -Infinity : readDate(postFrom, "postFrom");
    return onDays(compiled.grid, (day) => countBackNotice(compiled.holidays, notice, day) >= earliest);
  });
}

function closureStarts(compiled: CompiledProblem, length: number): Int32Array {
  return lookUp(compiled, `closures/${length}`, () => {
    const { grid, closures } = compiled;
    const bits = inRange(grid, 0, grid.size);
    for (let i = 0; i < closures.length; i += STRETCH_WIDTH) fillBits(bits, 0, closures[i]!, closures[i + 1]!, false);
    return erodedCopy(bits, length);
  });
}

/** The grain of a pinned start. Errors: `bad-moment`, `pin-outside-horizon`, `pin-off-grid`. */
export function pinGrain(grid: Grid, start: string, item: string): number {
  const minutes = readMoment(start, grid.offset, item);
  const grain = floorGrain(grid, minutes);
  const day = Math.floor(minutes / 1440) - grid.startDay;
  const inDay = (minutes % 1440) / GRAIN_MINUTES - grid.first;
  if (day < 0 || day >= grid.days || inDay < 0 || inDay >= grid.perDay) throw new SchedulingError("pin-outside-horizon", item, { start });
  if (!Number.isInteger(inDay)) throw new SchedulingError("pin-off-grid", item, { start, minutes: GRAIN_MINUTES });
  return grain;
}

/** Every rule of the meeting that binds times alone. Errors: `missing-holiday-year` for working-day rules in a year that is not loaded, and those of the dates. */
export function listTimeRules(compiled: CompiledProblem, meeting: Meeting, length: number): TimeRule[] {
  const { grid } = compiled;
  const rules: TimeRule[] = [];
  const add = (kind: TimeRuleKind, starts: Int32Array): number => rules.push({ kind, starts });
  if (meeting.hours) add("hours", erodedCopy(lookUpHours(compiled.book, grid, compiled.holidays, meeting.hours, `${meeting.id}.hours`), length));
  if (compiled.closures.length > 0) add("closures", closureStarts(compiled, length));
  if (meeting.workingDaysOnly)
    add(
      "workingDays",
      onDays(grid, (day) => isWorkingDayNumber(compiled.holidays, day)),
    );
  if (meeting.notice) add("notice", noticeStarts(compiled, meeting.notice, `${meeting.id}.notice`));
  if (meeting.notBefore) add("notBefore", inRange(grid, notBeforeGrain(grid, meeting.notBefore, `${meeting.id}.notBefore`), grid.size));
  if (meeting.deadline) add("deadline", inRange(grid, 0, deadlineGrain(grid, meeting.deadline, `${meeting.id}.deadline`) - length + 1));
  if (meeting.pinned) add("pin", onePin(grid, meeting));
  return rules;
}

function onePin(grid: Grid, meeting: Meeting): Int32Array {
  const grain = pinGrain(grid, meeting.pinned!.start, `${meeting.id}.pinned`);
  return inRange(grid, grain, grain + 1);
}
