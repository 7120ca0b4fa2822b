import { compileProblem, type CompiledProblem } from "../compile-calendars/compile-problem.js";
import { GRAIN_MINUTES } from "../compile-calendars/grid.js";
import { MOST_MINUTES } from "../count-days/read-horizon.js";
import { compileMeeting } from "../compile-meeting/compile-meeting.js";
import { findMeeting } from "../compile-meeting/order-rules.js";
import { diagnose } from "../diagnose-block/diagnose.js";
import type { Assignment, Meeting, Problem } from "../problem.js";
import type { Offer } from "../proposal.js";
import { checkWhole, SchedulingError } from "../scheduling-error.js";
import { attendSlots, explainSlot, type Attendance, type RankedSlot } from "./explain-slot.js";
import { findOpenStarts } from "./open-starts.js";
import { chooseBest, type Choice } from "./choose-best.js";
import { viewRanking, type RankView } from "./rank-starts.js";
import { listCounted, listParts, readScore, type CountedTerm } from "./score-slot.js";
import { standAround } from "./stand-around.js";

export interface ProposeOptions {
  /** How many slots; default 5. */
  readonly k?: number;
  /** Minutes that must lie between the starts of two proposals; default: the meeting's length, so that proposals do not overlap. */
  readonly apartMinutes?: number;
  /** Meetings that stand already: their people and rooms are taken, and `after` holds among them and the meeting. */
  readonly around?: readonly Assignment[];
}

function isCompiled(problem: Problem | CompiledProblem): problem is CompiledProblem {
  return "grid" in problem;
}

function rankedSlot(view: RankView, counted: readonly CountedTerm[], choice: Choice, attendance: Attendance): RankedSlot {
  const { compiled, meeting, venues } = view;
  const { ranking, at } = choice;
  const start = ranking.starts[at]!;
  const venue = ranking.venue[at]! < 0 ? undefined : compiled.venues.all[venues[ranking.venue[at]!]!];
  const have = ranking.have.map((counts) => counts[at]!);
  const absent = have.reduce((sum, count, q) => sum + meeting.quorums[q]!.rows.length - count, 0);
  const parts = listParts(compiled, meeting, counted, { start, venue, missing: ranking.missing[at] ?? 0, absent });
  return { start, venues, score: readScore(choice), parts, have, ...attendance };
}

function readOptions(options: ProposeOptions, length: number): { k: number; apart: number } {
  const k = checkWhole(options.k ?? 5, 1, 1000, "k");
  const { apartMinutes } = options;
  if (apartMinutes === undefined) return { k, apart: length };
  return { k, apart: Math.max(1, Math.ceil(checkWhole(apartMinutes, 0, MOST_MINUTES, "apartMinutes") / GRAIN_MINUTES)) };
}

/**
 * The best k slots of ONE meeting, each explained, or a `Diagnosis` that says which rules block and what giving each up would open.
 * Order: the problem's objective (hard, medium, soft), then the earlier start, then the better venue. Exact, not a heuristic.
 * Give a `CompiledProblem` to ask many questions of the same calendars. O(people named · words + open starts · k).
 * Errors: `SchedulingError` of the problem (see `compileProblem`) and of the meeting (see `compileMeeting`); `bad-shape` for a series,
 * whose meetings are asked about one by one; `unknown-meeting` for an `after` or an assignment that names nothing.
 */
export function propose(problem: Problem | CompiledProblem, meeting: Meeting, options: ProposeOptions = {}): Offer {
  const given = isCompiled(problem) ? problem : compileProblem(problem);
  if (meeting.series) throw new SchedulingError("bad-shape", `${meeting.id}.series`, { rule: "occurrence" });
  for (const { meeting: other } of meeting.after ?? []) findMeeting(given, other, meeting.id);
  const compiled = options.around ? standAround(given, meeting, options.around) : given;
  const ready = compileMeeting(compiled, meeting);
  const { k, apart } = readOptions(options, ready.length);
  const { unloadedYears } = compiled;
  const open = findOpenStarts(compiled, ready);
  if (open.isEmpty) return { kind: "blocked", diagnosis: diagnose(compiled, ready), unloadedYears };
  const view = viewRanking(compiled, ready, open);
  const best = chooseBest(view, k, apart);
  const counted = listCounted(compiled.weights);
  const starts = best.map(({ ranking, at }) => ranking.starts[at]!);
  const attendance = attendSlots(compiled, ready, starts);
  const proposals = best.map((choice, i) => explainSlot(compiled, ready, rankedSlot(view, counted, choice, attendance[i]!)));
  return { kind: "slots", proposals, unloadedYears };
}
