import fc from "fast-check";
import { expect, test } from "vitest";
import { smallPlans } from "../testing/small-plans.js";
import { sweepSeed, sweepSize, sweepTime } from "../testing/small-pairings.js";
import { tryEveryRoster, type Roster } from "../testing/try-every-roster.js";
import { PlanDesk, type PlacementExplanation } from "./plan-desk.js";
import { planPeople } from "./plan-people.js";
import type { PlanAnswer, PlannedPeople, PlanProblem, PlanShortage } from "./plan-problem.js";

const cheapest = (rosters: readonly Roster[], value: (r: Roster) => number = (r) => r.cost): number | undefined =>
  rosters.length === 0 ? undefined : Math.min(...rosters.map(value));

const changes = ({ moves, dropped }: Pick<Roster, "moves" | "dropped">): number => moves + dropped;

function rosterOf({ pairs }: PlanProblem, { placements }: PlannedPeople): string[] {
  return placements.map(({ person, place }) => String(pairs.findIndex((pair) => pair.person === person && pair.place === place))).sort();
}

/** What a mode promises of a plan, by every plan there is. */
function expectPromise(problem: PlanProblem, all: readonly Roster[], { objective, kept }: PlannedPeople): void {
  const optimum = cheapest(all)!;
  const keep = problem.keep ?? { mode: "priced" };
  if (kept === undefined) return expect(objective).toBe(optimum);
  expect([kept.optimum, kept.cost, kept.givenUp]).toEqual([optimum, objective, objective - optimum]);
  if (keep.mode === "priced") {
    const price = keep.price ?? defaultPrice(problem);
    expect(objective + price * changes(kept)).toBeCloseTo(
      cheapest(all, (r) => r.cost + price * changes(r))!,
      6,
    );
    expect(kept.movesProven).toBe(price > 0 || changes(kept) === 0);
    if (keep.price === undefined && cheapest(all, changes) === 0) expect(changes(kept)).toBe(0);
    return;
  }
  const budget = optimum + (keep.mode === "slack" ? keep.slack : 0);
  const fewest = cheapest(
    all.filter(({ cost }) => cost <= budget),
    changes,
  )!;
  expect(objective).toBeLessThanOrEqual(budget);
  expect([changes(kept), kept.atLeast, kept.movesProven]).toEqual([fewest, fewest, true]);
}

/** More than any difference between two pairs, or a pair and none, and two services, by one step of the scale. */
function defaultPrice({ pairs, people, places, fairness }: PlanProblem): number {
  const services = people.flatMap(({ least = 0, most = Math.max(1, least), served = 0 }) =>
    Array.from({ length: Math.max(least, Math.min(most, places.length)) }, (_, k) => (fairness?.weight ?? 0) * (2 * (served + k + 1) - 1)),
  );
  return range(pairs.map(({ amounts }) => amounts?.["far"] ?? 0)) + range(services) + 1 / 1000;
}

const range = (values: readonly number[]): number => Math.max(0, ...values) - Math.min(0, ...values);

const parts = (of: readonly string[]): string[][] => of.map((left) => of.filter((one) => one !== left));

/** Short together, and in no smaller part: leaving out any one member is enough to see that, as a set that can be served has no part that cannot. */
function expectMinimal(problem: PlanProblem, { of, places, people, need, offer, short }: PlanShortage): void {
  const members = of === "places" ? places : people;
  const serves = (some: readonly string[]) => (of === "places" ? tryEveryRoster(problem, some, []) : tryEveryRoster(problem, [], some)).length > 0;
  expect([serves(members), parts(members).map(serves)]).toEqual([false, members.map(() => true)]);
  const least = of === "places" ? problem.places.map((q) => [q.id, q.least ?? 1] as const) : problem.people.map((p) => [p.id, p.least ?? 0] as const);
  expect([need, need - offer]).toEqual([least.reduce((sum, [id, n]) => sum + (members.includes(id) ? n : 0), 0), short]);
}

test(
  `plans ${sweepSize} random rosters as brute force does, in every mode, certified, or names a minimal set that falls short (seed ${sweepSeed})`,
  { timeout: sweepTime },
  () => {
    const seen = { together: 0, short: 0, kept: 0 };
    fc.assert(
      fc.property(smallPlans(), (problem) => {
        const all = tryEveryRoster(problem);

        const answer = planPeople(problem);

        expect(answer.solved).toBe(all.length > 0);
        if (!answer.solved) {
          seen.short++;
          return expectMinimal(problem, answer);
        }
        const chosen = rosterOf(problem, answer);
        expect(all.find(({ pairs }) => [...pairs].map(String).sort().join() === chosen.join())?.cost).toBe(answer.objective);
        expect(answer.certified).toBe(true);
        expectPromise(problem, all, answer);
        if (answer.kept !== undefined) seen.kept++;
        if (problem.places.filter(({ when }) => when === "早").length > 1) seen.together++;
      }),
      { numRuns: sweepSize, seed: sweepSeed },
    );
    for (const kind of ["together", "short", "kept"] as const) expect(seen[kind], kind).toBeGreaterThan(sweepSize / 10);
  },
);

/** Among the best alternatives to a roster's plan the one that differs least is told, where people may take two places that could fall together. */
function expectNearest(
  problem: PlanProblem,
  all: readonly Roster[],
  answer: PlanAnswer,
  { person, place, inPlan, price, moves }: PlacementExplanation,
  cost: (r: Roster) => number,
): void {
  if (price.kind !== "cost" || !answer.solved || !hasGates(problem)) return;
  const asked = problem.pairs.findIndex((pair) => pair.person === person && pair.place === place);
  const now = new Set(rosterOf(problem, answer).map(Number));
  const others = all.filter(({ pairs }) => pairs.has(asked) !== inPlan);
  const best = others.filter((r) => cost(r) === cheapest(others, cost));
  expect(moves.length).toBe(cheapest(best, ({ pairs }) => problem.pairs.filter((_pair, k) => pairs.has(k) !== now.has(k)).length));
}

/** Whether somebody who may take two places is offered two that fall together. */
function hasGates({ people, places, pairs }: PlanProblem): boolean {
  const timeOf = new Map(places.map(({ id, when }) => [id, when]));
  return people.some(({ id, least = 0, most = Math.max(1, least) }) => {
    const times = pairs.filter(({ person }) => person === id).flatMap(({ place }) => timeOf.get(place) ?? []);
    return Math.min(most, places.length) > 1 && new Set(times).size < times.length;
  });
}

test(`answers "why" and "why not" with the true difference, for every pair of ${sweepSize} random rosters (seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  fc.assert(
    fc.property(smallPlans(), (problem) => {
      const all = tryEveryRoster(problem);
      if (all.length === 0 || problem.keep?.mode === "slack") return;
      const desk = new PlanDesk(problem);
      const price = problem.previous === undefined || problem.keep?.mode === "optimal" ? 0 : (problem.keep?.price ?? defaultPrice(problem));
      const cost = (r: Roster) => Math.round(1000 * (r.cost + price * changes(r)));
      for (const [k, { person, place }] of problem.pairs.entries()) {
        const told = desk.explain(person, place);

        const others = all.filter(({ pairs }) => pairs.has(k) !== told.inPlan);
        if (others.length === 0) expect(told.price).toEqual({ kind: "impossible" });
        else expect(told.price).toEqual({ kind: "cost", cost: (cheapest(others, cost)! - cheapest(all, cost)!) / 1000 });
        expectNearest(problem, all, desk.answer, told, cost);
      }
    }),
    { numRuns: sweepSize, seed: sweepSeed },
  );
});

test(`gives ${sweepSize} random rosters the same plan whatever the order of their lines (seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  fc.assert(
    fc.property(smallPlans(), (problem) => {
      if (problem.keep?.mode === "slack") return;
      const there = planPeople(problem);

      const back = planPeople({
        ...problem,
        people: [...problem.people].reverse(),
        places: [...problem.places].reverse(),
        pairs: [...problem.pairs].reverse(),
      });

      const named = (answer: typeof there) => (answer.solved ? answer.placements.map(({ person, place }) => `${place}-${person}`).sort() : []);
      expect(named(back)).toEqual(named(there));
    }),
    { numRuns: sweepSize, seed: sweepSeed },
  );
});
