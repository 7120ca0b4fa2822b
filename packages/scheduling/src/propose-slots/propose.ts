import { compileProblem, type CompiledProblem } from "../compile-calendars/compile-problem.js";
import { compileMeeting, type CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import { diagnose } from "../diagnose-block/diagnose.js";
import type { Assignment, Meeting, Problem } from "../problem.js";
import type { Offer } from "../proposal.js";
import { SchedulingError } from "../scheduling-error.js";
import { attendSlots, explainSlot, viewCast, type Attendance, type RankedSlot } from "./explain-slot.js";
import { findOpenStarts } from "./open-starts.js";
import { chooseBest } from "./choose-best.js";
import { rankStarts, type Ranking } from "./rank-starts.js";
import { listParts, readScore } from "./score-slot.js";
import { standAround } from "./stand-around.js";

export interface ProposeOptions {
  /** How many slots; default 5. */
  readonly k?: number;
  /** Minutes that must lie between the starts of two proposals; default: the meeting's length, so that proposals do not overlap. */
  readonly apartMinutes?: number;
  /** Meetings that stand already: their people and rooms are taken. */
  readonly around?: readonly Assignment[];
}

function isCompiled(problem: Problem | CompiledProblem): problem is CompiledProblem {
  return "grid" in problem;
}

function rankedSlot(compiled: CompiledProblem, meeting: CompiledMeeting, ranking: Ranking, at: number, attendance: Attendance): RankedSlot {
  const start = ranking.starts[at]!;
  const venue = ranking.venue[at]! < 0 ? -1 : ranking.venues[ranking.venue[at]!]!;
  const have = ranking.have.map((counts) => counts[at]!);
  const absent = have.reduce((sum, count, q) => sum + meeting.quorums[q]!.rows.length - count, 0);
  const parts = listParts(compiled, meeting, compiled.weights, { start, venue, missing: ranking.missing[at] ?? 0, absent });
  const { present, absent: away } = attendance;
  return { start, venues: ranking.venues, score: readScore(ranking, at), parts, have, present, absent: away };
}

function readOptions(options: ProposeOptions, length: number): { k: number; apart: number } {
  const k = options.k ?? 5;
  if (!Number.isInteger(k) || k < 1 || k > 1000) throw new SchedulingError("bad-number", "k", { value: String(k), least: 1, most: 1000 });
  return { k, apart: options.apartMinutes === undefined ? length : Math.max(1, Math.ceil(options.apartMinutes / 15)) };
}

/**
 * The best k slots of ONE meeting, each explained, or a `Diagnosis` that says which rules block and what giving each up would open.
 * Order: the problem's objective (hard, medium, soft), then the earlier start, then the better venue. Exact, not a heuristic.
 * Give a `CompiledProblem` to ask many questions of the same calendars. O(people named · words + open starts · k).
 * Errors: `SchedulingError` of the problem (see `compileProblem`) and of the meeting (see `compileMeeting`).
 */
export function propose(problem: Problem | CompiledProblem, meeting: Meeting, options: ProposeOptions = {}): Offer {
  const given = isCompiled(problem) ? problem : compileProblem(problem);
  const compiled = options.around ? standAround(given, meeting, options.around) : given;
  const ready = compileMeeting(compiled, meeting);
  const { k, apart } = readOptions(options, ready.length);
  const { unloadedYears } = compiled;
  const open = findOpenStarts(compiled, ready);
  if (open.isEmpty) return { kind: "blocked", diagnosis: diagnose(compiled, ready), unloadedYears };
  const ranking = rankStarts(compiled, ready, open, compiled.weights);
  const best = chooseBest(ranking, k, apart);
  const starts = best.map((at) => ranking.starts[at]!);
  const attendance = attendSlots(compiled, ready.length, viewCast(compiled, ready), starts);
  const proposals = best.map((at, i) => explainSlot(compiled, ready, rankedSlot(compiled, ready, ranking, at, attendance[i]!)));
  return { kind: "slots", proposals, unloadedYears };
}
