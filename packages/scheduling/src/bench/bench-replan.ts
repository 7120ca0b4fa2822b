import { dateText, readDate } from "../count-days/civil-date.js";
import { generatePublished } from "../generate-world/generate-published.js";
import { LEVELS, type Score } from "../objective.js";
import { plan } from "../plan-meetings/plan.js";
import type { Assignment, Meeting, Problem } from "../problem.js";
import { drawBelow, seedRandom, type Random } from "../random.js";
import type { Changes } from "../replan-meetings/read-changes.js";
import { openPlan } from "../replan-meetings/open-plan.js";
import { replanOpen, type Replanned } from "../replan-meetings/replan.js";
import { score } from "../judge-plan/score.js";
import { atLeast, atMost, percentile, type BenchRow, type BenchTools } from "./bench-row.js";

const MEETINGS = 800;

/** A decline (someone required cannot come at that hour), a room closed for a morning, or a meeting more, in turn. */
export function drawChange(random: Random, problem: Problem, assignments: readonly Assignment[], i: number): Changes {
  const hit = assignments[drawBelow(random, assignments.length)]!;
  const interval = { from: hit.start, to: hit.end };
  if (i % 3 === 0) {
    const required = problem.meetings.find((meeting) => meeting.id === hit.meeting)!.required!;
    return { people: [{ id: required[drawBelow(random, required.length)]!, busy: [interval] }] };
  }
  if (i % 3 === 1)
    return {
      venues: [
        {
          ...problem.venues.find((venue) => venue.id === hit.venue)!,
          closures: [{ from: `${hit.start.slice(0, 10)}T08:00`, to: `${hit.start.slice(0, 10)}T12:00` }],
        },
      ],
    };
  const model: Meeting = problem.meetings[drawBelow(random, problem.meetings.length)]!;
  return { added: [{ ...model, id: `added-${i}` }] };
}

/** Takes back what a change has done to calendars and meetings, so that each trial starts from the same problem. */
export function undoOf(problem: Problem, change: Changes): Changes {
  return {
    ...(change.people ? { people: change.people.map(({ id }) => problem.people.find((one) => one.id === id)!) } : {}),
    ...(change.venues ? { venues: change.venues.map(({ id }) => problem.venues.find((one) => one.id === id)!) } : {}),
    ...(change.added ? { cancelled: change.added.map(({ id }) => id) } : {}),
  };
}

interface Trial {
  readonly ms: number;
  readonly untouched: number;
  readonly frozenMoved: number;
  readonly hard: number;
  readonly change: Changes;
  readonly answer: Replanned;
}

const freezeOf = ({ horizon }: Problem): string => dateText(readDate(horizon.start, "start") + Math.floor(horizon.days / 10));

function runTrials(tools: BenchTools, problem: Problem, start: readonly Assignment[], count: number): Trial[] {
  const random = seedRandom(5);
  const open = openPlan(problem, start);
  const freezeBefore = freezeOf(problem);
  let standing = start;
  const trials: Trial[] = [];
  for (let i = 0; i < count; i++) {
    const change = drawChange(
      random,
      problem,
      standing.filter((one) => !one.meeting.startsWith("added")),
      i,
    );
    const from = tools.stopwatch();
    const answer = replanOpen(open, change, { freezeBefore, seed: 1 });
    const ms = tools.stopwatch() - from;
    const moved = answer.moves.filter((move) => move.from && move.to);
    const frozenMoved = moved.filter((move) => move.from!.start < freezeBefore).length;
    const { violations } = score(changedProblem(problem, change), answer.assignments);
    const hard = violations.filter((one) => !isFrozenAt(answer.assignments, one.meeting, freezeBefore)).length;
    trials.push({ ms, untouched: 1 - moved.length / MEETINGS, frozenMoved, hard, change, answer });
    standing = replanOpen(open, undoOf(problem, change), {}).assignments;
  }
  return trials;
}

function isFrozenAt(assignments: readonly Assignment[], id: string, before: string): boolean {
  const placed = assignments.find((one) => one.meeting === id);
  return placed !== undefined && placed.start < before;
}

function changedProblem(problem: Problem, change: Changes): Problem {
  const people = problem.people.map((one) => change.people?.find((other) => other.id === one.id) ?? one);
  const venues = problem.venues.map((one) => change.venues?.find((other) => other.id === one.id) ?? one);
  return { ...problem, people, venues, meetings: [...problem.meetings, ...(change.added ?? [])] };
}

/** The problem as a re-plan may solve it: what is frozen stands where it stood, whatever has become of its room or its people. */
function pinFrozen(problem: Problem, assignments: readonly Assignment[], before: string): Problem {
  const frozen = new Map(assignments.filter(({ start }) => start < before).map((one) => [one.meeting, one]));
  const pinOf = ({ start, venue }: Assignment) => ({ start, ...(venue !== undefined && { venue }) });
  const meetings = problem.meetings.map((meeting) => (frozen.has(meeting.id) ? { ...meeting, pinned: pinOf(frozen.get(meeting.id)!) } : meeting));
  return { ...problem, meetings };
}

function countMoves(before: readonly Assignment[], after: readonly Assignment[]): number {
  const stood = new Map(before.map((one) => [one.meeting, `${one.start} ${one.venue}`]));
  return after.filter((one) => stood.has(one.meeting) && stood.get(one.meeting) !== `${one.start} ${one.venue}`).length;
}

/** How many times the other's cost, at the first level on which the two differ: no gain on a lower level makes up for a loss on a higher one. */
function ratioOf(own: Score, other: Score): number {
  const level = LEVELS.find((one) => own[one] !== other[one]);
  return level === undefined ? 1 : own[level] / other[level];
}

function compareWithFullSolve(tools: BenchTools, problem: Problem, start: readonly Assignment[], trials: readonly Trial[]): BenchRow[] {
  const ratios: number[] = [];
  let [ownMoves, fullMoves] = [0, 0];
  for (const trial of trials) {
    const changed = pinFrozen(changedProblem(problem, trial.change), trial.answer.assignments, freezeOf(problem));
    const full = plan(changed, { seed: 3, timeMs: 10_000, stopwatch: tools.stopwatch });
    const own = score(changed, trial.answer.assignments).score;
    ratios.push(ratioOf(own, full.score));
    tools.log?.(`replan ${JSON.stringify(own)}, full solve ${JSON.stringify(full.score)}`);
    ownMoves += Math.max(1, countMoves(start, trial.answer.assignments));
    fullMoves += countMoves(start, full.assignments);
  }
  return [
    atMost(
      "replan-quality",
      `cost ÷ that of a 10 s full solve around the same frozen meetings, at the first level that differs, worst of ${trials.length}`,
      Math.max(...ratios),
      "×",
      1.02,
    ),
    atMost("replan-moves", "moves ÷ those of the full solve", ownMoves / Math.max(1, fullMoves), "×", 0.05),
  ];
}

function planStart(tools: BenchTools, problem: Problem): readonly Assignment[] {
  return plan(problem, { seed: 1, timeMs: tools.size === "full" ? 20_000 : 3000, stopwatch: tools.stopwatch }).assignments;
}

/** The rows about re-planning 800 meetings of the published shape, from a plan of 20 s (full) or 3 s. */
export function benchReplan(tools: BenchTools): BenchRow[] {
  const problem = generatePublished(11, MEETINGS);
  const trials = runTrials(tools, problem, planStart(tools, problem), tools.size === "full" ? 200 : 40);
  const times = trials.map((trial) => trial.ms);
  const frozenMoved = trials.reduce((sum, trial) => sum + trial.frozenMoved, 0);
  return [
    atMost("replan-p50", "re-plan one change among 800 meetings, p50", percentile(times, 0.5), "ms", 15),
    atMost("replan-p99", "the same, p99", percentile(times, 0.99), "ms", 80),
    atLeast("replan-untouched", "meetings untouched, least of all trials", 100 * Math.min(...trials.map((trial) => trial.untouched)), "%", 99),
    atMost("replan-frozen", "frozen meetings moved", frozenMoved, "", 0),
    atLeast("replan-hard", "trials without a hard violation", (100 * trials.filter((trial) => trial.hard === 0).length) / trials.length, "%", 99),
  ];
}

/** The rows that hold the re-plan against a full solve of the changed problem. */
export function benchReplanQuality(tools: BenchTools): BenchRow[] {
  const problem = generatePublished(11, MEETINGS);
  const start = planStart(tools, problem);
  return compareWithFullSolve(tools, problem, start, runTrials(tools, problem, start, tools.size === "full" ? 6 : 1));
}
