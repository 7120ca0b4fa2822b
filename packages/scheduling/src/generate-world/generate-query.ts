import { countDays } from "../count-days/civil-date.js";
import type { Meeting, Problem } from "../problem.js";
import { drawBelow, drawSome, seedRandom, type Random } from "../random.js";
import { generatePerson, generateVenue } from "./generate-calendars.js";
import { holidays2026 } from "./holidays-2026.js";

/** A thousand calendars of sixty intervals and twenty venues over sixty days, as the one-meeting goals ask (sizes can be changed). */
export function generateCalendarWorld(seed: number, people = 1000, days = 60, venues = 20): Problem {
  const random = seedRandom(seed);
  const span = { startDay: countDays(2026, 9, 1), days };
  return {
    horizon: { start: "2026-09-01", days },
    postFrom: "2026-09-01",
    holidays: [holidays2026],
    people: Array.from({ length: people }, (_, i) => generatePerson(random, span, `person-${i}`, 60)),
    venues: Array.from({ length: venues }, (_, i) => generateVenue(random, span, `venue-${i}`, 60)),
    meetings: [],
  };
}

/** One meeting for that world: up to two required people, a role of four, `members` with a two-thirds quorum (or all of them preferred). */
export function generateQuery(random: Random, problem: Problem, members: number): Meeting {
  const ids = problem.people.map((person) => person.id);
  const all = drawSome(random, ids, members);
  const quorum = members > 12 ? all : [];
  return {
    id: "query",
    minutes: [60, 90, 120][drawBelow(random, 3)]!,
    required: all.slice(0, 1 + drawBelow(random, 2)),
    roles: [{ id: "property-manager", anyOf: drawSome(random, ids, 4) }],
    quorums: quorum.length > 0 ? [{ id: "members", of: quorum, atLeast: members >= 1000 ? [2, 3] : [1, 2] }] : [],
    preferred: quorum.length > 0 ? [] : all.slice(2).map((person) => ({ person })),
    seats: 10 + drawBelow(random, 20),
    notice: { n: 3, basis: "calendar", count: "clear" },
  };
}
