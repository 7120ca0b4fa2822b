import { compileProblem } from "../compile-calendars/compile-problem.js";
import { compileMeeting } from "../compile-meeting/compile-meeting.js";
import { expandMeetings } from "../plan-meetings/expand-meetings.js";
import { listOrders } from "../plan-meetings/meeting-order.js";
import type { Problem } from "../problem.js";

/** Refuses what `plan` would refuse, pins that collide apart, which a checker is there to tell. O(people · (intervals + words) + meetings · people named). */
export function checkProblem(problem: Problem): void {
  const compiled = compileProblem(problem);
  const meetings = expandMeetings(compiled);
  for (const meeting of meetings) compileMeeting(compiled, meeting);
  listOrders(meetings, problem.meetings);
}
