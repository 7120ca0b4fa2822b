import { latestPostingDate, propose, type CompiledProblem, type HolidayYear, type Meeting } from "@lianxin/scheduling";
import { addDays, daysBetween } from "../tell-time/tell-time.js";
import type { SlotQuestion } from "./describe-problem.js";

/** "open": all rules hold; "few": too few can come; "late": the notice would be too late; "other": enough people, but something else is missing. */
export type CellState = "open" | "few" | "late" | "other" | "past";
export interface HourCell {
  readonly day: string;
  readonly time: string;
  /** How many of those who vote can come for the whole meeting. */
  readonly count: number;
  readonly state: CellState;
}

/** When meetings usually begin. */
export const usualTimes = ["08:30", "10:00", "14:30", "15:00", "16:30", "19:30"] as const;

const isLate = ({ pack, today }: SlotQuestion, holidays: readonly HolidayYear[], day: string): boolean =>
  pack.notice !== null && latestPostingDate(holidays, { n: pack.notice.days, basis: pack.notice.basis, count: pack.notice.count }, day) < today;

const longestTable = 14;

export interface HoursQuestion {
  readonly question: SlotQuestion;
  readonly holidays: readonly HolidayYear[];
  readonly need: number;
  /** No hour of the window fits: then no single hour is asked, each of which would be diagnosed. */
  readonly isBlocked: boolean;
}

/** How many can come, by hour and day, for the first two weeks of the window. O(cells × people); the calendars are compiled once. */
export function countHours(compiled: CompiledProblem, meeting: Meeting, { question, holidays, need, isBlocked }: HoursQuestion): HourCell[] {
  const { fromOn, untilOn, voting, now } = question;
  const asked: Meeting = { id: meeting.id, minutes: meeting.minutes, noVenue: true, preferred: voting.map((person) => ({ person })) };
  const days = Array.from({ length: Math.min(longestTable, daysBetween(fromOn, untilOn) + 1) }, (_, i) => addDays(fromOn, i));
  const countAt = (start: string): number => {
    const offer = propose(compiled, { ...asked, pinned: { start } }, { k: 1 });
    return offer.kind === "slots" ? offer.proposals[0]!.present.length : 0;
  };
  const isOpen = (start: string): boolean => !isBlocked && propose(compiled, { ...meeting, pinned: { start } }, { k: 1 }).kind === "slots";
  const stateOf = (day: string, start: string, count: number): CellState =>
    start <= now ? "past" : isLate(question, holidays, day) ? "late" : count < need ? "few" : isOpen(start) ? "open" : "other";
  return usualTimes.flatMap((time) =>
    days.map((day) => {
      const count = countAt(`${day}T${time}`);
      return { day, time, count, state: stateOf(day, `${day}T${time}`, count) };
    }),
  );
}
