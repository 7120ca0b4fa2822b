import type { Meeting, Problem, RoleNeed } from "../problem.js";
import type { Absence, QuorumStanding, RoleStanding } from "../proposal.js";
import { findAway } from "./is-free.js";
import type { PlacedMeeting, PlanReading } from "./placed-meeting.js";
import { momentText, readMoment } from "../count-days/moment.js";

/** Who is at a placed meeting, and what that means for its quorums and roles. */
export interface PlanAttendance {
  readonly placed: PlacedMeeting;
  readonly present: readonly string[];
  readonly absent: readonly Absence[];
  /** Away by their own calendar, double bookings apart. */
  readonly away: ReadonlySet<string>;
  readonly quorums: readonly QuorumStanding[];
  readonly roles: readonly RoleStanding[];
}

export function holdersOf(problem: Problem, role: RoleNeed): readonly string[] {
  return role.anyOf ?? problem.people.filter((person) => person.roles?.includes(role.id)).map((person) => person.id);
}

/** The people a meeting counts on: required, role holders, members of quorums. */
export function countedOf(problem: Problem, meeting: Meeting): Set<string> {
  const counted = new Set(meeting.required);
  for (const role of meeting.roles ?? []) for (const person of holdersOf(problem, role)) counted.add(person);
  for (const quorum of meeting.quorums ?? []) for (const person of quorum.of) counted.add(person);
  return counted;
}

function partOf(problem: Problem, meeting: Meeting, person: string): Absence["part"] {
  if (meeting.required?.includes(person)) return "required";
  if (meeting.roles?.some((role) => holdersOf(problem, role).includes(person))) return "role";
  return meeting.quorums?.some((quorum) => quorum.of.includes(person)) ? "member" : "preferred";
}

/** Up to when someone is in overlapping meetings that count on them as well. */
function findElsewhere(person: string, overlapping: readonly { placed: PlacedMeeting; counted: ReadonlySet<string> }[]): number | undefined {
  let end: number | undefined;
  for (const { placed, counted } of overlapping) if (counted.has(person)) end = Math.max(end ?? 0, placed.to);
  return end;
}

function quorumStandings(meeting: Meeting, there: ReadonlySet<string>): QuorumStanding[] {
  return (meeting.quorums ?? []).map(({ id, of, atLeast: [numerator, denominator], op }) => {
    let need = 0;
    while (op === "gt" ? need * denominator <= of.length * numerator : need * denominator < of.length * numerator) need++;
    const have = of.filter((person) => there.has(person)).length;
    return { id, need, have, of: of.length, margin: have - need };
  });
}

function roleStandings(problem: Problem, meeting: Meeting, there: ReadonlySet<string>): RoleStanding[] {
  return (meeting.roles ?? []).map((role) => {
    const who = holdersOf(problem, role).filter((person) => there.has(person));
    return { id: role.id, need: role.need ?? 1, have: who.length, who };
  });
}

/**
 * Attendance of the people named by one placed meeting among those that overlap it. Someone on whom two overlapping meetings count is counted in neither's quorum or roles.
 * O(people named · intervals).
 */
export function attendPlaced(
  reading: PlanReading,
  placed: PlacedMeeting,
  named: ReadonlySet<string>,
  overlapping: readonly { placed: PlacedMeeting; counted: ReadonlySet<string> }[],
): PlanAttendance {
  const { problem, people, grid } = reading;
  const { meeting, from, to } = placed;
  const absent: Absence[] = [];
  const away = new Set<string>();
  const there = new Set<string>();
  for (const person of named) {
    const own = findAway(reading, people.get(person)!, from, to);
    if (own) away.add(person);
    const elsewhere = own ? undefined : findElsewhere(person, overlapping);
    if (!own && elsewhere === undefined) {
      there.add(person);
      continue;
    }
    const part = partOf(problem, meeting, person);
    if (own)
      absent.push({
        person,
        part,
        reason: own.reason,
        ...(own.until === undefined ? {} : { until: momentText(readMoment(own.until, grid.offset, person), grid.offset) }),
      });
    else absent.push({ person, part, reason: "elsewhere", until: momentText(elsewhere!, grid.offset) });
  }
  return { placed, present: [...there], absent, away, quorums: quorumStandings(meeting, there), roles: roleStandings(problem, meeting, there) };
}
