import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import { LEVELS, type Score, type TermWeights } from "../objective.js";
import type { Level, TermName } from "../problem.js";
import type { ScorePart } from "../proposal.js";
import type { Params } from "../scheduling-error.js";
import type { Ranking } from "./rank-starts.js";
import { countLargerRooms, countRestDay, countWaste } from "./term-values.js";

/** The terms that tell slots of one meeting apart. */
export const SLOT_TERMS = ["preferredAbsent", "quorumMargin", "finishEarly", "roomWaste", "largerRoomFirst", "restDay"] as const satisfies readonly TermName[];

/** The costs of a ranked start as a score. */
export function readScore(ranking: Ranking, at: number): Score {
  const [hard, medium, soft] = ranking.costs.map((cost) => cost?.[at] ?? 0);
  return { hard: hard!, medium: medium!, soft: soft! };
}

/** The values behind the score, term by term; terms that are not weighted or do not apply are left out. */
export function listParts(
  compiled: CompiledProblem,
  meeting: CompiledMeeting,
  weights: TermWeights,
  slot: { start: number; venue: number; missing: number; absent: number },
): ScorePart[] {
  const venue = slot.venue < 0 ? undefined : compiled.venues.all[slot.venue]!;
  const values: Record<(typeof SLOT_TERMS)[number], number | undefined> = {
    preferredAbsent: meeting.preferred.length === 0 ? undefined : slot.missing * meeting.length,
    quorumMargin: meeting.quorums.length === 0 ? undefined : slot.absent,
    finishEarly: slot.start + meeting.length - 1,
    roomWaste: venue && countWaste(meeting.meeting.seats, venue),
    largerRoomFirst: venue && countLargerRooms(compiled.venues.all, venue),
    restDay: countRestDay(compiled, slot.start),
  };
  const parts: ScorePart[] = [];
  for (const level of LEVELS)
    for (const term of SLOT_TERMS) {
      const value = values[term];
      if (value !== undefined && weights[level][term] > 0) parts.push(makePart(level, term, value, weights[level][term]));
    }
  return parts;
}

function makePart(level: Level, term: TermName, value: number, weight: number): ScorePart {
  const params: Params = { value, weight, cost: value * weight };
  return { key: `scheduling.term.${term}`, params, term, level, value, weight };
}
