import { changePerson, compileProblem, type CompiledProblem } from "../compile-calendars/compile-problem.js";
import { compileMeeting } from "../compile-meeting/compile-meeting.js";
import { generateCalendarWorld, generateQuery } from "../generate-world/generate-query.js";
import type { Problem } from "../problem.js";
import { bestSlots, inOracleWords } from "../oracle/rank-oracle.js";
import { allSlots } from "../oracle/slot-oracle.js";
import { propose } from "../propose-slots/propose.js";
import { seedRandom } from "../random.js";
import { atLeast, atMost, percentile, type BenchRow, type BenchTools } from "./bench-row.js";
import { makeByteCalendars, scanNaively } from "./naive-scan.js";

/** Questions asked before any is timed: a server that answers its first is not what is measured. */
const WARM_UP = 3000;

function timeEach(tools: BenchTools, times: number, work: (i: number) => void): number[] {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const from = tools.stopwatch();
    work(i);
    taken.push(tools.stopwatch() - from);
  }
  return taken;
}

function timeQueries(tools: BenchTools, world: Problem, compiled: CompiledProblem, members: number): number {
  const random = seedRandom(members);
  const queries = Array.from({ length: 300 }, () => generateQuery(random, world, members));
  for (let i = 0; i < WARM_UP; i++) propose(compiled, queries[i % queries.length]!);
  const taken = timeEach(tools, 1500, (i) => propose(compiled, queries[i % queries.length]!));
  return percentile(taken, 0.5) * 1000;
}

/** The row about one meeting of `members`. */
export function benchQueries(tools: BenchTools, members: number, goal: number): BenchRow[] {
  const world = generateCalendarWorld(1);
  const p50 = timeQueries(tools, world, compileProblem(world), members);
  return [atMost(`one-${members}`, `one meeting of ${members} among 1,000 people × 60 days × 20 venues, top 5 explained, p50`, p50, "µs", goal)];
}

/** The rows about the naive scan: how many times slower it is, and about the oracle, which asks minute by minute: whether it answers the same. */
export function benchNaive(tools: BenchTools): BenchRow[] {
  const world = generateCalendarWorld(1);
  const compiled = compileProblem(world);
  const calendars = makeByteCalendars(compiled);
  const random = seedRandom(99);
  const queries = Array.from({ length: tools.size === "full" ? 200 : 20 }, (_, i) => generateQuery(random, world, [12, 200, 1000][i % 3]!));
  const wrong = queries.filter((query) => {
    const offer = propose(compiled, query);
    const own = offer.kind === "slots" ? offer.proposals.map(inOracleWords) : [];
    return JSON.stringify(own) !== JSON.stringify(bestSlots(world, query, allSlots(world, query), 5));
  });
  const thousand = compileMeeting(compiled, generateQuery(random, world, 1000));
  const scans = timeEach(tools, 5, () => scanNaively(calendars, thousand, compiled.grid.size));
  const ratio = (percentile(scans, 0.5) * 1000) / timeQueries(tools, world, compiled, 1000);
  return [
    atLeast("one-naive", "times faster than the naive byte scan (1,000 members)", ratio, "×", 100),
    atMost(
      "one-equal",
      `of ${queries.length} full-size queries answered otherwise than by the oracle: slots, order, venues, costs, who is there, quorums`,
      wrong.length,
      "queries",
      0,
    ),
  ];
}

/** The row about compiling a thousand calendars. */
export function benchCompile(tools: BenchTools): BenchRow[] {
  const world = generateCalendarWorld(1);
  const whole = timeEach(tools, 25, () => compileProblem(world)).slice(5);
  return [atMost("compile", "compile 1,000 calendars of 60 intervals (with 20 venues), p50", percentile(whole, 0.5), "ms", 15)];
}

/** The row about changing one. */
export function benchChange(tools: BenchTools): BenchRow[] {
  const world = generateCalendarWorld(1);
  const compiled = compileProblem(world);
  // As many calendars first as compiling a world now and then reads: a server that has just started is not what is measured.
  const each = timeEach(tools, 28_000, (i) => changePerson(compiled, world.people[i % world.people.length]!)).slice(24_000);
  return [atMost("compile-change", "change one calendar in place, p50", percentile(each, 0.5) * 1000, "µs", 20)];
}
