import type { Meeting, Problem, RoleNeed } from "../problem.js";
import type { Absence, QuorumStanding, RoleStanding } from "../proposal.js";
import { findAway } from "./is-free.js";
import type { PlacedMeeting, PlanReading } from "./placed-meeting.js";
import { momentText } from "../count-days/moment.js";

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
function findElsewhere(placed: PlacedMeeting, engagements: readonly PlacedMeeting[] = []): number | undefined {
  let end: number | undefined;
  for (const other of engagements) if (other !== placed && other.from < placed.to && other.to > placed.from) end = Math.max(end ?? 0, other.to);
  return end;
}

function quorumStandings(meeting: Meeting, gone: ReadonlySet<string>): QuorumStanding[] {
  return (meeting.quorums ?? []).map(({ id, of, atLeast: [numerator, denominator], op }) => {
    let need = 0;
    while (op === "gt" ? need * denominator <= of.length * numerator : need * denominator < of.length * numerator) need++;
    const have = of.filter((person) => !gone.has(person)).length;
    return { id, need, have, of: of.length, margin: have - need };
  });
}

function roleStandings(problem: Problem, meeting: Meeting, gone: ReadonlySet<string>): RoleStanding[] {
  return (meeting.roles ?? []).map((role) => {
    const who = holdersOf(problem, role).filter((person) => !gone.has(person));
    return { id: role.id, need: role.need ?? 1, have: who.length, who };
  });
}

/**
 * Attendance of the people named by one placed meeting among those of its day, given by the people on whom these count. Someone on whom two overlapping meetings count is counted in neither's quorum or roles.
 * O(people named · intervals).
 */
export function attendPlaced(
  reading: PlanReading,
  placed: PlacedMeeting,
  named: ReadonlySet<string>,
  engagements: ReadonlyMap<string, readonly PlacedMeeting[]>,
): PlanAttendance {
  const { problem, people } = reading;
  const { meeting, from, to } = placed;
  const present: string[] = [];
  const absent: Absence[] = [];
  const away = new Set<string>();
  const gone = new Set<string>();
  for (const person of named) {
    const own = findAway(reading, people.get(person)!, from, to);
    const elsewhere = own ? undefined : findElsewhere(placed, engagements.get(person));
    if (!own && elsewhere === undefined) {
      present.push(person);
      continue;
    }
    gone.add(person);
    if (own) away.add(person);
    const until = own ? own.until : elsewhere;
    const ends = until === undefined ? {} : { until: writeOnce(reading, until) };
    absent.push({ person, part: partOf(problem, meeting, person), reason: own?.reason ?? "elsewhere", ...ends });
  }
  return { placed, present, absent, away, quorums: quorumStandings(meeting, gone), roles: roleStandings(problem, meeting, gone) };
}

function writeOnce({ texts, horizon }: PlanReading, minutes: number): string {
  const text = texts.get(minutes) ?? momentText(minutes, horizon.offset);
  texts.set(minutes, text);
  return text;
}
