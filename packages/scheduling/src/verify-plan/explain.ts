import { dateText } from "../count-days/civil-date.js";
import { momentText } from "../count-days/moment.js";
import { countBackNotice } from "../count-days/working-days.js";
import { buildGrid } from "../compile-calendars/grid.js";
import { buildHolidayTable } from "../count-days/holiday-table.js";
import type { Assignment, DateText, Problem } from "../problem.js";
import type { Absence, QuorumStanding, RoleStanding } from "../proposal.js";
import type { Violation } from "./check-place.js";
import { score } from "./score-plan.js";

/** One meeting of a plan with everyone who is there or not, its quorums and roles, and what it breaks. */
export interface ExplainedMeeting {
  readonly meeting: string;
  readonly start: string;
  readonly end: string;
  readonly venue?: string;
  readonly present: readonly string[];
  readonly absent: readonly Absence[];
  readonly quorums: readonly QuorumStanding[];
  readonly roles: readonly RoleStanding[];
  readonly latestPosting?: DateText;
  /** Empty = it may stand so. A clash is listed with both its meetings. */
  readonly violations: readonly Violation[];
}

/**
 * Explains every meeting of a plan, from the independent checker: drag a meeting, ask again, and see what it breaks.
 * O(as `score`). Errors: those of `score`.
 */
export function explain(problem: Problem, assignments: readonly Assignment[]): ExplainedMeeting[] {
  const { attendance, violations } = score(problem, assignments);
  const grid = buildGrid(problem.horizon);
  const holidays = buildHolidayTable(problem.holidays ?? []);
  const at = (minutes: number): string => momentText(minutes, grid.offset);
  return attendance.map(({ placed: { meeting, from, to, venue }, present, absent, quorums, roles }) => ({
    meeting: meeting.id,
    start: at(from),
    end: at(to),
    ...(venue ? { venue: venue.id } : {}),
    present,
    absent,
    quorums,
    roles,
    ...(meeting.notice ? { latestPosting: dateText(countBackNotice(holidays, meeting.notice, Math.floor(from / 1440))) } : {}),
    violations: violations.filter((one) => one.meeting === meeting.id || one.params["other"] === meeting.id),
  }));
}
