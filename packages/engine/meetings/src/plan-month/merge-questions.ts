import type { Assignment, Interval, Meeting, Person, Problem, Venue } from "@lianxin/scheduling";
import { addDays } from "../tell-time/tell-time.js";
import { describeProblem, isUsualTime, type SlotQuestion } from "../find-slots/describe-problem.js";

/** One meeting of a plan: what is asked of its time, and where it stands if it is announced. */
export interface PlannedQuestion {
  readonly question: SlotQuestion;
  /** Local times "2026-09-09T15:00"; absent for a draft. */
  readonly standing?: { readonly start: string; readonly end: string; readonly venueId: string | null } | undefined;
  /** People asked to it who said that they cannot come and send nobody. */
  readonly declined: readonly string[];
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): T[] => [...new Map(all.map((one) => [one.id, one])).values()];

/** The rooms of its own community only; without any, it is held without a room. */
function boundToRooms(meeting: Meeting, { venues }: SlotQuestion): Meeting {
  return venues.length === 0 ? { ...meeting, noVenue: true } : { ...meeting, venues: venues.map(({ id }) => id) };
}

/** Where it stands was lawful when it was announced: usual hours, the size of its room and the notice bind only what is moved, and are checked then. */
function boundAsAnnounced(meeting: Meeting, { question, standing }: PlannedQuestion): Meeting {
  if (!standing) return meeting;
  const { notice: _, hours, seats, ...rest } = meeting;
  const room = question.venues.find(({ id }) => id === standing.venueId);
  return {
    ...rest,
    ...(hours && isUsualTime(standing.start, standing.end) && { hours }),
    ...(seats !== undefined && { seats: Math.min(seats, room?.seats ?? seats) }),
    ...(standing.venueId === null && { noVenue: true }),
  };
}

function withDeclines(people: readonly Person[], planned: readonly PlannedQuestion[]): Person[] {
  const away = new Map<string, Interval[]>();
  for (const { declined, standing } of planned)
    for (const person of standing ? declined : []) away.set(person, [...(away.get(person) ?? []), { from: standing!.start, to: standing!.end }]);
  return people.map((person) => (away.has(person.id) ? { ...person, busy: [...(person.busy ?? []), ...away.get(person.id)!] } : person));
}

/** Rooms that announced meetings stand in and that are no more: they are closed throughout, so that whoever stands there is seen to have no room. */
function goneRooms(planned: readonly PlannedQuestion[], { horizon, venues }: Problem): Venue[] {
  const known = new Set(venues.map(({ id }) => id));
  const gone = [...new Set(planned.flatMap(({ standing }) => standing?.venueId ?? []))].filter((id) => !known.has(id));
  const always = { from: `${horizon.start}T00:00`, to: `${addDays(horizon.start, horizon.days)}T00:00` };
  return gone.map((id) => ({ id, closures: [always] }));
}

/** One problem of many meetings, whose questions share a window; and where those that are announced stand. O(people + venues + meetings). */
export function mergeQuestions(planned: readonly PlannedQuestion[]): { problem: Problem; stood: Assignment[] } {
  const described = planned.map((one) => ({ one, ...describeProblem(one.question) }));
  const meetings = described.map(({ one, meeting }) => boundAsAnnounced(boundToRooms(meeting, one.question), one));
  const people: Person[] = byId(described.flatMap(({ problem }) => problem.people));
  const venues: Venue[] = byId(described.flatMap(({ problem }) => problem.venues));
  const stood = planned.flatMap(({ question: { meetingId }, standing }) =>
    standing ? [{ meeting: meetingId, start: standing.start, end: standing.end, ...(standing.venueId && { venue: standing.venueId }) }] : [],
  );
  const problem = { ...described[0]!.problem, people: withDeclines(people, planned), venues, meetings };
  return { problem: { ...problem, venues: [...venues, ...goneRooms(planned, problem)] }, stood };
}
