import { RULE_TERMS } from "../objective.js";
import type { Meeting, Objective, Problem } from "../problem.js";
import { drawBelow, drawSome, seedRandom, type Random } from "../random.js";
import { findPlot, makePlanting, takePlot, type Planting } from "./planting.js";

const LENGTHS = [1, 2, 3, 4, 6, 8, 12, 16];
const SIZES = [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 30];
const SEATS = [30, 20, 16, 30, 20];

/** The terms and weights of the classic published meeting-scheduling benchmark. */
export const PUBLISHED_OBJECTIVE: Objective = [
  ...RULE_TERMS.map((term) => ({ term, level: "hard", weight: 1 }) as const),
  { term: "requiredPreferredClash", level: "medium", weight: 1 },
  { term: "preferredClash", level: "medium", weight: 1 },
  { term: "finishEarly", level: "soft", weight: 1 },
  { term: "noBreak", level: "soft", weight: 100 },
  { term: "overlap", level: "soft", weight: 10 },
  { term: "largerRoomFirst", level: "soft", weight: 1 },
  { term: "roomStability", level: "soft", weight: 1 },
];

const PER_DAY = 40;

/** A meeting of random length and people, planted where its room and the people it requires are free. */
function generateMeeting(random: Random, planting: Planting, i: number): Meeting {
  const everyone = planting.people.map((_, person) => person);
  for (;;) {
    const length = LENGTHS[drawBelow(random, LENGTHS.length)]!;
    const named = drawSome(random, everyone, SIZES[drawBelow(random, SIZES.length)]!);
    const required = named.slice(0, Math.max(1, drawBelow(random, named.length + 1)));
    const rooms = [...SEATS.keys()].filter((room) => SEATS[room]! >= named.length);
    const days = Array.from({ length: planting.days }, (_, day) => day);
    const plot = findPlot(random, planting, { length, days, from: 0, to: PER_DAY, rooms, people: required, gap: 0 });
    if (!plot) continue;
    takePlot(planting, plot, length, required);
    const preferred = named.slice(required.length).map((person) => ({ person: `person-${person}` }));
    return { id: `meeting-${i}`, minutes: 15 * length, required: required.map((person) => `person-${person}`), preferred, seats: named.length };
  }
}

/**
 * The shape of the classic published benchmark from a seed: `count` meetings (50–800), 5 rooms of 16–30 seats, days of forty grains (08:00–18:00),
 * 3.2 grains a meeting, 35–40 people, 1–30 of them in a meeting, some required, the rest preferred. Nobody has other engagements. A plan without a hard
 * violation is planted (and forgotten), so that one exists for every seed.
 */
export function generatePublished(seed: number, count: number): Problem {
  const random = seedRandom(seed);
  const planting = makePlanting(Math.ceil((count * 3.2) / PER_DAY), PER_DAY, SEATS.length, 35 + drawBelow(random, 6));
  return {
    horizon: { start: "2026-09-01", days: planting.days, from: "08:00", to: "18:00" },
    people: planting.people.map((_, person) => ({ id: `person-${person}` })),
    venues: SEATS.map((seats, i) => ({ id: `room-${i}`, seats })),
    meetings: Array.from({ length: count }, (_, i) => generateMeeting(random, planting, i)),
    objective: PUBLISHED_OBJECTIVE,
  };
}
