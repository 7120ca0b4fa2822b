/** A matter as its sums need it. */
export interface Raised {
  readonly id: string;
  readonly state: string;
  readonly splitFromId: string | null;
}
export const outcomes = ["resolved", "underway", "returned", "withdrawn", "merged"] as const;
export type Outcome = (typeof outcomes)[number];

const ended: Readonly<Record<string, Outcome>> = { resolved: "resolved", returned: "returned", withdrawn: "withdrawn", merged: "merged" };

/** What a whole became by its parts: settled once every part is over and one was settled; over otherwise as its parts are. */
function joinParts(parts: readonly Outcome[]): Outcome {
  if (parts.length === 0 || parts.includes("underway")) return "underway";
  return (["resolved", "merged", "returned"] as const).find((outcome) => parts.includes(outcome)) ?? "withdrawn";
}

/**
 * What became of matters as they were raised, each once: what was split is judged by all its parts, and those by theirs. The five outcomes add up to
 * what was raised. O(matters), and depth of the splits.
 */
export function judgeRaised(rows: readonly Raised[]): ReadonlyMap<string, Outcome> {
  const partsOf = new Map<string, Raised[]>();
  for (const row of rows) if (row.splitFromId !== null) partsOf.set(row.splitFromId, [...(partsOf.get(row.splitFromId) ?? []), row]);
  const judge = ({ id, state }: Raised): Outcome => (state === "split" ? joinParts((partsOf.get(id) ?? []).map(judge)) : (ended[state] ?? "underway"));
  return new Map(rows.filter(({ splitFromId }) => splitFromId === null).map((row) => [row.id, judge(row)]));
}

/** The middle of whole numbers, rounded down between two; null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.floor((low + high) / 2);
}
