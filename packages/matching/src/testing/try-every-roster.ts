import type { PairInPlan, PlanProblem } from "../plan-people/plan-problem.js";

/** One way to serve everybody: the pairs by their position in the problem, what they cost with fairness, how many of them are new, and how many of those before are dropped. */
export interface Roster {
  readonly pairs: ReadonlySet<number>;
  readonly cost: number;
  readonly moves: number;
  readonly dropped: number;
}

/**
 * The oracle: every set of pairs that keeps all limits, read from the problem's own words and from nothing the solver has. `places` and `people` are those
 * whose least counts; everyone's, if left out. 2ⁿ for n pairs; for at most nine.
 */
export function tryEveryRoster(problem: PlanProblem, places?: readonly string[], people?: readonly string[]): Roster[] {
  const found: Roster[] = [];
  for (let mask = 0; mask < 2 ** problem.pairs.length; mask++) {
    const pairs = new Set([...problem.pairs.keys()].filter((k) => (mask >> k) & 1));
    const chosen = [...pairs].map((k) => problem.pairs[k]!);
    if (!keepsLimits(problem, chosen, places, people) || takesTwoAtOnce(problem, chosen)) continue;
    const moves = chosen.filter((pair) => !wasThere(problem, pair)).length;
    const dropped = problem.pairs.filter((pair) => wasThere(problem, pair) && !chosen.includes(pair)).length;
    found.push({ pairs, cost: priceOf(problem, chosen), moves, dropped });
  }
  return found;
}

function keepsLimits(problem: PlanProblem, chosen: readonly PairInPlan[], places?: readonly string[], people?: readonly string[]): boolean {
  const placesFit = problem.places.every(({ id, least = 1, most = Math.max(1, least) }) => {
    const n = chosen.filter(({ place }) => place === id).length;
    return n <= most && (n >= least || places?.includes(id) === false);
  });
  return (
    placesFit &&
    problem.people.every(({ id, least = 0, most = Math.max(1, least) }) => {
      const n = chosen.filter(({ person }) => person === id).length;
      return n <= most && (n >= least || people?.includes(id) === false);
    })
  );
}

function takesTwoAtOnce(problem: PlanProblem, chosen: readonly PairInPlan[]): boolean {
  const times = chosen.flatMap(({ person, place }) => {
    const when = problem.places.find(({ id }) => id === place)?.when;
    return when === undefined ? [] : [`${person} ${when}`];
  });
  return new Set(times).size < times.length;
}

function wasThere({ previous = [] }: PlanProblem, { person, place }: PairInPlan): boolean {
  return previous.some((one) => one.person === person && one.place === place);
}

/** Wishes, and weight · n² for every person's total of n services, less what past services cost. */
function priceOf({ people, wishes = [], fairness }: PlanProblem, chosen: readonly PairInPlan[]): number {
  let sum = 0;
  for (const { amounts = {} } of chosen) for (const { id, weight } of wishes) sum += weight * (amounts[id] ?? 0);
  for (const { id, served = 0 } of fairness === undefined ? [] : people) {
    const total = served + chosen.filter(({ person }) => person === id).length;
    sum += fairness!.weight * (total ** 2 - served ** 2);
  }
  return sum;
}
