import { changePerson, compileProblem, type CompiledProblem } from "../compile-calendars/compile-problem.js";
import { countBits } from "../compile-calendars/bitset.js";
import { compileMeeting } from "../compile-meeting/compile-meeting.js";
import { generateCalendarWorld, generateQuery } from "../generate-world/generate-query.js";
import type { Problem } from "../problem.js";
import { findOpenStarts } from "../propose-slots/open-starts.js";
import { propose } from "../propose-slots/propose.js";
import { seedRandom } from "../random.js";
import { atLeast, atMost, percentile, type BenchRow, type BenchTools } from "./bench-row.js";
import { makeByteCalendars, scanNaively } from "./naive-scan.js";

const GOALS_US = [
  [12, 40],
  [200, 100],
  [1000, 350],
] as const;

function timeEach(tools: BenchTools, times: number, work: (i: number) => void): number[] {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const from = tools.stopwatch();
    work(i);
    taken.push(tools.stopwatch() - from);
  }
  return taken;
}

function benchQueries(tools: BenchTools, world: Problem, compiled: CompiledProblem, members: number, goal: number): { rows: BenchRow[]; p50: number } {
  const random = seedRandom(members);
  const queries = Array.from({ length: 300 }, () => generateQuery(random, world, members));
  for (const query of queries) propose(compiled, query);
  const taken = timeEach(tools, 1500, (i) => propose(compiled, queries[i % queries.length]!));
  const p50 = percentile(taken, 0.5) * 1000;
  return { rows: [atMost(`one-${members}`, `one meeting of ${members} among 1,000 people × 60 days × 20 venues, top 5 explained, p50`, p50, "µs", goal)], p50 };
}

function benchNaive(tools: BenchTools, world: Problem, compiled: CompiledProblem, p50: number): BenchRow[] {
  const calendars = makeByteCalendars(compiled);
  const random = seedRandom(99);
  const queries = Array.from({ length: tools.size === "full" ? 200 : 20 }, (_, i) => generateQuery(random, world, [12, 200, 1000][i % 3]!));
  const wrong = queries.filter((query) => {
    const meeting = compileMeeting(compiled, query);
    const open = findOpenStarts(compiled, meeting).starts;
    return scanNaively(calendars, meeting, compiled.grid.size).length !== countBits(open, 0, open.length);
  });
  const thousand = compileMeeting(compiled, generateQuery(random, world, 1000));
  const naive =
    percentile(
      timeEach(tools, 5, () => scanNaively(calendars, thousand, compiled.grid.size)),
      0.5,
    ) * 1000;
  return [
    atLeast("one-naive", "times faster than the naive byte scan (1,000 members)", naive / p50, "×", 100),
    atMost("one-equal", `of ${queries.length} full-size queries answered otherwise than the naive scan`, wrong.length, "queries", 0),
  ];
}

function benchCompile(tools: BenchTools, world: Problem): BenchRow[] {
  const whole = timeEach(tools, 25, () => compileProblem(world)).slice(5);
  const compiled = compileProblem(world);
  const each = timeEach(tools, 4000, (i) => changePerson(compiled, world.people[i % world.people.length]!)).slice(1000);
  return [
    atMost("compile", "compile 1,000 calendars of 60 intervals (with 20 venues), p50", percentile(whole, 0.5), "ms", 15),
    atMost("compile-change", "change one calendar in place, p50", percentile(each, 0.5) * 1000, "µs", 20),
  ];
}

/** The rows about one meeting and about compiling calendars. */
export function benchOneMeeting(tools: BenchTools): BenchRow[] {
  const world = generateCalendarWorld(1);
  const compiled = compileProblem(world);
  const measured = GOALS_US.map(([members, goal]) => benchQueries(tools, world, compiled, members, goal));
  return [...measured.flatMap((one) => one.rows), ...benchNaive(tools, world, compiled, measured[2]!.p50), ...benchCompile(tools, world)];
}
