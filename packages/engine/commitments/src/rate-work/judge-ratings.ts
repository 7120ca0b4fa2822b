/** Was it solved, and is the resident satisfied: two questions, as one may be satisfied with an honest attempt, or not with a solution. */
export const resolutions = ["solved", "partly", "unsolved"] as const;
export const satisfactions = ["satisfied", "basically", "dissatisfied"] as const;
export type Resolution = (typeof resolutions)[number];
export type Satisfaction = (typeof satisfactions)[number];

export interface Rated {
  readonly resolved: Resolution;
  readonly satisfied: Satisfaction;
}

/** A rating that asks for more work: something is left to do, or the resident is not satisfied. */
export const isLow = ({ resolved, satisfied }: Rated): boolean => resolved !== "solved" || satisfied === "dissatisfied";

export interface RatingSums extends Readonly<Record<Resolution | Satisfaction, number>> {
  readonly count: number;
  readonly low: number;
}

/** How many said what. Shares are left to who shows them, with their count beside. O(n). */
export function sumRatings(ratings: readonly Rated[]): RatingSums {
  const of = (test: (rated: Rated) => boolean): number => ratings.filter(test).length;
  const resolved = Object.fromEntries(resolutions.map((word) => [word, of((rated) => rated.resolved === word)]));
  const satisfied = Object.fromEntries(satisfactions.map((word) => [word, of((rated) => rated.satisfied === word)]));
  return { ...resolved, ...satisfied, count: ratings.length, low: of(isLow) } as unknown as RatingSums;
}
