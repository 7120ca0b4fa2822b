import { countDays, dateText, timeText } from "../count-days/civil-date.js";
import { buildHolidayTable, isWorkingDayNumber } from "../count-days/holiday-table.js";
import { expandWithin } from "../count-days/monthly-series.js";
import type { Meeting, MonthlySeries, Problem } from "../problem.js";
import { drawBelow, drawSome, seedRandom, type Random } from "../random.js";
import { generateEngagements } from "./generate-engagements.js";
import { holidays2026 } from "./holidays-2026.js";
import { findPlot, makePlanting, takePlot, type Planting } from "./planting.js";
import { generateBodies, generateWorldVenues, type Body } from "./world-bodies.js";

/** Days run 08:00–21:00; a plot lies between 09:00 and 17:30, within everyone's hours. */
const PER_DAY = 52;
const PLOT_FROM = 4;
const PLOT_TO = 38;
const START_DAY = countDays(2026, 9, 1);
const table = buildHolidayTable([holidays2026]);

interface World {
  readonly random: Random;
  readonly planting: Planting;
  readonly bodies: readonly Body[];
  readonly seats: readonly number[];
  readonly workingDays: readonly number[];
}

const name = (person: number): string => `person-${person}`;

/** Plants one meeting of a body on one of `days`; who must come is then free of engagements. */
function plant(world: World, body: Body, length: number, days: readonly number[]): number | undefined {
  const { random, planting, seats } = world;
  const rooms = [...seats.keys()].filter((room) => seats[room]! >= body.members.length);
  const named = [...new Set([...body.members, ...body.roles.flat()])];
  const plot = findPlot(random, planting, { length, days, from: PLOT_FROM, to: PLOT_TO, rooms, people: named, gap: 2 });
  if (!plot) return undefined;
  takePlot(planting, plot, length, named);
  return Math.floor(plot.start / PER_DAY);
}

function describeMeeting(world: World, body: Body, id: string, length: number): Meeting {
  const { random } = world;
  const others = Array.from({ length: drawBelow(random, 6) }, () => drawBelow(random, world.planting.people.length));
  return {
    id,
    minutes: length * 15,
    required: [name(body.members[0]!)],
    roles: body.roles.map((holders, r) => ({ id: `role-${r}`, anyOf: holders.map(name) })),
    quorums: [{ id: "members", of: body.members.map(name), atLeast: [2, 3] }],
    preferred: [...new Set(others)].map((person) => ({ person: name(person), weight: 1 + drawBelow(random, 3) })),
    seats: body.members.length,
    notice: { n: 3, basis: drawBelow(random, 3) === 0 ? "working" : "calendar", count: "clear" },
    priority: 1,
  };
}

function generateSeries(world: World, body: Body, i: number): Meeting | undefined {
  const length = 6;
  const on = { weekday: (1 + drawBelow(world.random, 5)) as 1, nth: (1 + drawBelow(world.random, 4)) as 1 };
  const series: MonthlySeries = { on, shift: drawBelow(world.random, 2) === 0 ? "sameWeekdayNextWeek" : "next" };
  const last = START_DAY + world.planting.days - 1;
  const dates = expandWithin(table, series, START_DAY + 8, last, "series").map(({ day }) => day - START_DAY);
  const isPlanted = dates.every((day) => plant(world, body, length, [day]) !== undefined);
  return isPlanted ? { ...describeMeeting(world, body, `series-${i}`, length), series, notBefore: dateText(START_DAY + 8) } : undefined;
}

function generateSingle(world: World, body: Body, i: number): Meeting | undefined {
  const { random } = world;
  const length = [4, 6, 6, 8][drawBelow(random, 4)]!;
  const day = plant(world, body, length, world.workingDays);
  if (day === undefined) return undefined;
  const meeting = describeMeeting(world, body, `meeting-${i}`, length);
  const deadline = dateText(START_DAY + day + drawBelow(random, 15));
  const notBefore = dateText(START_DAY + Math.max(0, day - drawBelow(random, 15)));
  return {
    ...meeting,
    ...(drawBelow(random, 2) === 0 ? { deadline } : {}),
    ...(drawBelow(random, 4) === 0 ? { notBefore } : {}),
    workingDaysOnly: drawBelow(random, 2) === 0,
  };
}

/** Makes meetings until there are `count`, a tenth of them in monthly series; what finds no plot is drawn anew. */
function generateMeetings(world: World, count: number): Meeting[] {
  const meetings: Meeting[] = [];
  const months = Math.max(1, Math.floor(world.planting.days / 30.5));
  for (let placed = 0, i = 0; placed < count; i++) {
    const body = world.bodies[drawBelow(world.random, world.bodies.length)]!;
    const isSeries = placed < count / 10;
    const meeting = isSeries ? generateSeries(world, body, i) : generateSingle(world, body, i);
    if (!meeting) continue;
    meetings.push(meeting);
    placed += isSeries ? months : 1;
  }
  return drawSome(world.random, meetings, meetings.length);
}

/** Sizes of a generated world. */
export interface WorldSize {
  readonly meetings: number;
  readonly people: number;
  readonly venues: number;
  readonly days: number;
}

export const WORLD_SIZES: readonly WorldSize[] = [
  { meetings: 300, people: 3000, venues: 5, days: 60 },
  { meetings: 800, people: 3000, venues: 10, days: 90 },
  { meetings: 2000, people: 3000, venues: 20, days: 120 },
];

/**
 * A county's communities from a seed: bodies of 15–21 members with 2–5 roles of 1–6 holders each, rooms in three sites, everyone 20–35 % busy, two-thirds
 * quorums, notices, deadlines, a tenth monthly series, holidays and make-up workdays. A plan that breaks no rule is planted (and forgotten).
 */
export function generateWorld(seed: number, size: WorldSize): Problem {
  const random = seedRandom(seed);
  const planting = makePlanting(size.days, PER_DAY, size.venues, size.people);
  const venues = generateWorldVenues(random, size.venues);
  const days = Array.from({ length: size.days - 8 }, (_, i) => i + 8);
  const workingDays = days.filter((day) => isWorkingDayNumber(table, START_DAY + day));
  const world: World = { random, planting, bodies: generateBodies(random, size.people), seats: venues.map((venue) => venue.seats!), workingDays };
  const meetings = generateMeetings(world, size.meetings);
  return {
    horizon: { start: dateText(START_DAY), days: size.days, from: timeText(480), to: timeText(480 + PER_DAY * 15) },
    postFrom: dateText(START_DAY),
    holidays: [holidays2026],
    people: planting.people.map((taken, person) => generateEngagements(random, START_DAY, PER_DAY, taken, name(person))),
    venues,
    meetings,
  };
}
