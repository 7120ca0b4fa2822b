import type { Meeting, Problem } from "../problem.js";
import { drawBelow, drawSome, seedRandom, type Random } from "../random.js";
import { PUBLISHED_OBJECTIVE } from "./generate-published.js";

const PEOPLE = ["a", "b", "c", "d", "e", "f", "g", "h"];

function generateMeeting(random: Random, i: number): Meeting {
  const named = drawSome(random, PEOPLE, 1 + drawBelow(random, 5));
  const required = named.slice(0, 1 + drawBelow(random, 2));
  return {
    id: `meeting-${i}`,
    minutes: 15 * (1 + drawBelow(random, 4)),
    required,
    preferred: named.slice(required.length).map((person) => ({ person, weight: 1 + drawBelow(random, 2) })),
    seats: 4 + drawBelow(random, 12),
    priority: 1 + drawBelow(random, 2),
  };
}

/** Four to seven short meetings of eight people in two rooms and two short days, small enough to be searched completely. */
export function generateSmall(seed: number): Problem {
  const random = seedRandom(seed);
  const busyDay = (): string => `2026-09-0${1 + drawBelow(random, 2)}`;
  const hours = ["09:30", "10:00", "10:30"][drawBelow(random, 3)]!;
  return {
    horizon: { start: "2026-09-01", days: 2, from: "08:00", to: hours },
    people: PEOPLE.map((id) => {
      const day = busyDay();
      return { id, busy: drawBelow(random, 3) === 0 ? [{ from: `${day}T08:00`, to: `${day}T08:45` }] : [] };
    }),
    venues: [
      { id: "small", seats: 10 },
      { id: "large", seats: 16, bufferMinutes: 15 * drawBelow(random, 2) },
    ],
    meetings: Array.from({ length: 4 + drawBelow(random, 4) }, (_, i) => generateMeeting(random, i)),
    objective: [...PUBLISHED_OBJECTIVE, { term: "preferredAbsent", level: "medium", weight: 1 }],
  };
}
