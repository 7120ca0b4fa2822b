import type { Level, Objective, TermName } from "./problem.js";
import { SchedulingError } from "./scheduling-error.js";

export const LEVELS: readonly Level[] = ["hard", "medium", "soft"];

/** Score of a plan or proposal: compared hard first, then medium, then soft; 0 is best. */
export interface Score {
  readonly hard: number;
  readonly medium: number;
  readonly soft: number;
}

export const TERM_NAMES: readonly TermName[] = [
  "unplaced",
  "roomClash",
  "requiredClash",
  "seatsShort",
  "crossesDayEnd",
  "beyondHorizon",
  "roleMissing",
  "quorumShort",
  "orderBroken",
  "notAllowed",
  "requiredPreferredClash",
  "preferredClash",
  "preferredAbsent",
  "quorumMargin",
  "finishEarly",
  "noBreak",
  "overlap",
  "largerRoomFirst",
  "roomWaste",
  "roomStability",
  "restDay",
  "moved",
];

/** Terms that only say whether a plan is allowed at all; planning never trades them against anything, whatever their weight. */
export const RULE_TERMS: readonly TermName[] = TERM_NAMES.slice(0, 10);

/** Counted when a problem names no objective: all rules hard; who is missed medium; early, unwasteful and calm soft. */
export const DEFAULT_OBJECTIVE: Objective = [
  ...weigh("hard", 1, ...RULE_TERMS),
  ...weigh("medium", 1, "preferredAbsent", "quorumMargin", "preferredClash", "moved"),
  ...weigh("medium", 2, "requiredPreferredClash"),
  ...weigh("soft", 1, "finishEarly", "roomWaste", "roomStability"),
  ...weigh("soft", 10, "noBreak"),
];

function weigh(level: Level, weight: number, ...terms: readonly TermName[]): { term: TermName; level: Level; weight: number }[] {
  return terms.map((term) => ({ term, level, weight }));
}

const MOST_WEIGHT = 1_000_000;

/** Weight of every term at every level. */
export type TermWeights = Readonly<Record<Level, Readonly<Record<TermName, number>>>>;

/** Reads an objective into weights. Error `bad-objective`: an unknown term or level, a term named twice, or a weight that is no whole number from 0 to 1,000,000. */
export function readWeights(objective: Objective = DEFAULT_OBJECTIVE): TermWeights {
  const empty = (): Record<TermName, number> => Object.fromEntries(TERM_NAMES.map((term) => [term, 0])) as Record<TermName, number>;
  const weights = { hard: empty(), medium: empty(), soft: empty() };
  const seen = new Set<TermName>();
  for (const { term, level, weight } of objective) {
    const isGood = TERM_NAMES.includes(term) && LEVELS.includes(level) && Number.isInteger(weight) && weight >= 0 && weight <= MOST_WEIGHT && !seen.has(term);
    if (!isGood)
      throw new SchedulingError("bad-objective", String(term), { level: String(level), weight: String(weight), levels: LEVELS.join(" | "), most: MOST_WEIGHT });
    seen.add(term);
    weights[level][term] = weight;
  }
  return weights;
}

/** Below 0 when `a` is better. */
export function compareScores(a: Score, b: Score): number {
  return a.hard - b.hard || a.medium - b.medium || a.soft - b.soft;
}
