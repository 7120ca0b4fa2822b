import { dateText } from "../count-days/civil-date.js";
import { momentText } from "../count-days/moment.js";
import { readHorizon } from "../count-days/read-horizon.js";
import type { Assignment, DateText, Problem } from "../problem.js";
import type { Absence, QuorumStanding, RoleStanding } from "../proposal.js";
import type { Violation } from "./check-place.js";
import { judgePlan } from "./score-plan.js";
import { lastPosting, readWorkDays } from "./work-days.js";

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

/** As `explain`, without asking first whether the problem can be planned at all. Errors: those of `readPlan`. */
export function explainPlan(problem: Problem, assignments: readonly Assignment[]): ExplainedMeeting[] {
  const { attendance, violations } = judgePlan(problem, assignments);
  const { offset } = readHorizon(problem.horizon);
  const calendar = readWorkDays(problem.holidays);
  const at = (minutes: number): string => momentText(minutes, offset);
  return attendance.map(({ placed: { meeting, from, to, venue }, present, absent, quorums, roles }) => ({
    meeting: meeting.id,
    start: at(from),
    end: at(to),
    ...(venue ? { venue: venue.id } : {}),
    present,
    absent,
    quorums,
    roles,
    ...(meeting.notice ? { latestPosting: dateText(lastPosting(calendar, meeting.notice, Math.floor(from / 1440))) } : {}),
    violations: violations.filter((one) => one.meeting === meeting.id || one.params["other"] === meeting.id),
  }));
}
