import type { CompiledProblem } from "../compile-calendars/compile-problem.js";
import type { CompiledMeeting } from "../compile-meeting/compile-meeting.js";
import { LEVELS, type Score, type TermWeights } from "../objective.js";
import type { TermName, Venue } from "../problem.js";
import type { ScorePart } from "../proposal.js";
import type { Choice } from "./choose-best.js";
import { countLargerRooms, countRestDay, countWaste } from "./term-values.js";

/** The terms that tell slots of one meeting apart. */
export const SLOT_TERMS = ["preferredAbsent", "quorumMargin", "finishEarly", "roomWaste", "largerRoomFirst", "restDay"] as const satisfies readonly TermName[];

/** The costs of a ranked start as a score. */
export function readScore({ ranking, at }: Choice): Score {
  const [hard, medium, soft] = ranking.costs.map((cost) => cost?.[at] ?? 0);
  return { hard: hard!, medium: medium!, soft: soft! };
}

/** A term that the objective counts at a level. */
export type CountedTerm = Pick<ScorePart, "key" | "level" | "weight"> & { readonly term: (typeof SLOT_TERMS)[number] };

export function listCounted(weights: TermWeights): CountedTerm[] {
  const counted: CountedTerm[] = [];
  for (const level of LEVELS)
    for (const term of SLOT_TERMS) if (weights[level][term] > 0) counted.push({ key: `scheduling.term.${term}`, term, level, weight: weights[level][term] });
  return counted;
}

/** A slot as its terms see it. */
export interface SlotFacts {
  readonly start: number;
  readonly venue: Venue | undefined;
  readonly missing: number;
  readonly absent: number;
}

function findValue(compiled: CompiledProblem, meeting: CompiledMeeting, { start, venue, missing, absent }: SlotFacts, term: CountedTerm["term"]) {
  if (term === "preferredAbsent") return meeting.preferred.length === 0 ? undefined : missing * meeting.length;
  if (term === "quorumMargin") return meeting.quorums.length === 0 ? undefined : absent;
  if (term === "finishEarly") return start + meeting.length - 1;
  if (term === "restDay") return countRestDay(compiled, start);
  if (!venue) return undefined;
  return term === "roomWaste" ? countWaste(meeting.meeting.seats, venue) : countLargerRooms(compiled.venues.all, venue);
}

/** The values behind the score, term by term; terms that do not apply are left out. */
export function listParts(compiled: CompiledProblem, meeting: CompiledMeeting, counted: readonly CountedTerm[], slot: SlotFacts): ScorePart[] {
  const parts: ScorePart[] = [];
  for (const { key, term, level, weight } of counted) {
    const value = findValue(compiled, meeting, slot, term);
    if (value !== undefined) parts.push({ key, params: { value, weight, cost: value * weight }, term, level, value, weight });
  }
  return parts;
}
