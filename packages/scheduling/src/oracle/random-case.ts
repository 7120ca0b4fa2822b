import type { HolidayYear, Interval, Meeting, Person, Pin, Problem, RoleNeed, Span, Venue, WeeklyHours } from "../problem.js";
import { drawFrom } from "./random-numbers.js";

type Draw = (below: number) => number;

export const HOLIDAYS_2026: HolidayYear = {
  year: 2026,
  days: [
    { date: "2026-09-20", isOffDay: false, name: "国庆节" },
    { date: "2026-09-25", isOffDay: true, name: "中秋节" },
    ...[1, 2, 3, 4, 5, 6, 7].map((day) => ({ date: `2026-10-0${day}`, isOffDay: true, name: "国庆节" })),
    { date: "2026-10-10", isOffDay: false, name: "国庆节" },
  ],
};

const pad = (n: number): string => String(n).padStart(2, "0");
const START = Date.UTC(2026, 8, 18);

/** A moment some minutes after 2026-09-18 00:00, now and then written in UTC. */
function moment(minutes: number, draw: Draw): string {
  const local = new Date(START + minutes * 60_000).toISOString().slice(0, 16);
  return draw(5) === 0 ? new Date(START + (minutes - 480) * 60_000).toISOString() : local;
}

function interval(draw: Draw, days: number, most: number): Interval {
  const from = draw(days * 1440) - 100;
  return { from: moment(from, draw), to: moment(from + 10 + draw(most), draw) };
}

function many<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

function spans(draw: Draw): Span[] {
  const from = 6 + draw(5);
  return draw(3) === 0
    ? [
        [`${pad(from)}:10`, "11:50"],
        ["13:00", `${17 + draw(5)}:30`],
      ]
    : [[`${pad(from)}:00`, `${16 + draw(8)}:00`]];
}

function weekly(draw: Draw): WeeklyHours {
  const work = spans(draw);
  const weekend = draw(2) === 0 ? { 6: spans(draw) } : {};
  return {
    days: { 1: work, 2: work, 3: work, 4: work, 5: work, ...weekend },
    ...(draw(3) === 0 ? { makeUp: spans(draw), holiday: [["09:00", "12:00"]] as Span[] } : {}),
  };
}

function person(draw: Draw, i: number, days: number): Person {
  return {
    id: `p${i}`,
    ...(draw(3) === 0 ? {} : { hours: weekly(draw) }),
    busy: many(draw(8), () => interval(draw, days, 300)),
    leave: draw(5) === 0 ? [interval(draw, days, 2880)] : [],
    tentative: many(draw(3), () => interval(draw, days, 200)),
    roles: draw(4) === 0 ? ["clerk"] : [],
  };
}

function venue(draw: Draw, i: number, days: number): Venue {
  return {
    id: `v${i}`,
    ...(draw(5) === 0 ? {} : { seats: 10 + draw(50) }),
    equipment: draw(2) === 0 ? ["screen"] : [],
    site: `s${draw(2)}`,
    ...(draw(3) === 0 ? {} : { hours: weekly(draw) }),
    busy: many(draw(7), () => interval(draw, days, 400)),
    closures: draw(4) === 0 ? [interval(draw, days, 2000)] : [],
    ...(draw(3) === 0 ? { bufferMinutes: draw(50) } : {}),
  };
}

function pick(draw: Draw, people: readonly Person[], count: number): string[] {
  const left = people.map((one) => one.id);
  return many(Math.min(count, left.length), () => left.splice(draw(left.length), 1)[0]!);
}

function maybe<T extends object>(draw: Draw, odds: number, make: () => T): Partial<T> {
  return draw(odds) === 0 ? make() : {};
}

/** A role of a few, or of everyone who holds it; of whom one, two or three are needed. */
function role(draw: Draw, people: readonly Person[], i: number): RoleNeed {
  const clerks = people.filter((one) => one.roles?.includes("clerk")).length;
  if (i === 0 && clerks > 0 && draw(4) === 0) return { id: "clerk", need: 1 + draw(clerks) };
  const anyOf = pick(draw, people, 1 + draw(6));
  return { id: `r${i}`, anyOf, ...(draw(2) === 0 ? { need: 1 + draw(Math.min(3, anyOf.length)) } : {}) };
}

function pinOf(draw: Draw, days: number, venues: readonly Venue[]): Pin {
  const start = new Date(START + (draw(days) * 1440 + 480 + 15 * draw(40)) * 60_000).toISOString().slice(0, 16);
  return { start, ...(venues.length > 0 && draw(2) === 0 ? { venue: `v${draw(venues.length)}` } : {}) };
}

function meeting(draw: Draw, people: readonly Person[], venues: readonly Venue[], days: number, strain: number): Meeting {
  const members = pick(draw, people, 1 + draw(40));
  return {
    id: "m",
    minutes: [15, 30, 40, 90, 120, 480, 600][draw(strain > 1 ? 7 : 5)]!,
    required: pick(draw, people, draw(2 + strain * 3)),
    roles: many(draw(3), (i) => role(draw, people, i)),
    quorums: draw(2) === 0 ? [] : [{ id: "members", of: members, atLeast: [1 + draw(2), 3], op: draw(2) === 0 ? "gt" : "gte" } as const],
    preferred: pick(draw, people, draw(6)).map((id) => ({ person: id, weight: 1 + draw(4) })),
    ...maybe(draw, 2, () => ({ seats: 5 + draw(50) })),
    ...maybe(draw, 4, () => ({ equipment: ["screen"] })),
    ...maybe(draw, 5, () => ({ sites: [`s${draw(3)}`] })),
    ...maybe(draw, 6, () => ({ noVenue: true })),
    ...maybe(draw, 2, () => ({ hours: weekly(draw) })),
    ...maybe(draw, 4, () => ({ workingDaysOnly: true })),
    ...maybe(draw, 3, () => ({ startEvery: 30 })),
    ...maybe(draw, 2, () => ({ notice: { n: draw(6), basis: draw(2) === 0 ? "working" : "calendar", count: draw(2) === 0 ? "clear" : "back" } as const })),
    ...maybe(draw, 4, () => ({ notBefore: moment(draw(days * 1440), draw) })),
    ...maybe(draw, 8, () => ({ pinned: pinOf(draw, days, venues) })),
    ...maybe(draw, 4, () => ({ deadline: new Date(START + draw(days) * 86_400_000).toISOString().slice(0, 10) })),
  };
}

/** A problem with one meeting, from a seed. `strain` 1 leaves most meetings possible, 3 few. */
export function randomCase(seed: number, strain: number): { problem: Problem; meeting: Meeting } {
  const draw = drawFrom(seed);
  const days = 2 + draw(9);
  const people = many(1 + draw(60), (i) => person(draw, i, days));
  const venues = many(draw(6), (i) => venue(draw, i, days));
  const asked = meeting(draw, people, venues, days, strain);
  const problem: Problem = {
    horizon: { start: "2026-09-18", days, ...maybe(draw, 2, () => ({ from: "07:30", to: "21:00" })) },
    postFrom: "2026-09-17",
    holidays: [HOLIDAYS_2026],
    closures: draw(4) === 0 ? [interval(draw, days, 1000)] : [],
    people,
    venues,
    meetings: [],
  };
  return { problem, meeting: asked };
}
