import fc from "fast-check";
import { expect, test } from "vitest";
import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { smallPairings, sweepSeed, sweepSize, sweepTime } from "../testing/small-pairings.js";
import { tryEveryChoice, type Outcome } from "../testing/try-every-choice.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import { keepOptimal } from "./keep-optimal.js";
import { defaultMovePrice, keepPriced, pricedProblem } from "./keep-priced.js";
import { keepWithinSlack } from "./keep-within-slack.js";
import { markEdges } from "./kept-plan.js";

const cases = fc.tuple(smallPairings(), fc.infiniteStream(fc.boolean()), fc.nat(40)).map(([problem, coins, slack]) => ({
  problem,
  slack,
  before: [...problem.cost.keys()].filter(() => coins.next().value),
}));

const least = (outcomes: readonly Outcome[], value: (o: Outcome) => number) => Math.min(...outcomes.map(value));

function everyOutcome(problem: PairingProblem, before: readonly number[]): Outcome[] {
  return tryEveryChoice(problem, markEdges(problem, before));
}

test(`moves least among the cheapest plans, certified (${sweepSize} random pairings, seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  fc.assert(
    fc.property(cases, ({ problem, before }) => {
      const outcomes = everyOutcome(problem, before);

      const kept = keepOptimal(problem, before);

      expect("plan" in kept).toBe(outcomes.length > 0);
      if (!("plan" in kept)) return;
      const optimum = least(outcomes, (o) => o.cost);
      expect([kept.cost, kept.moves]).toEqual([
        optimum,
        least(
          outcomes.filter((o) => o.cost === optimum),
          (o) => o.moves,
        ),
      ]);
      expect(verifyPairing(problem, kept.plan).reason).toBe("");
    }),
    { numRuns: sweepSize, seed: sweepSeed },
  );
});

test(`within a slack, keeps the budget and bounds the fewest moves truly (${sweepSize} random pairings, seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  let asked = 0;
  let proven = 0;
  fc.assert(
    fc.property(cases, ({ problem, before, slack }) => {
      const outcomes = everyOutcome(problem, before);
      if (outcomes.length === 0) return;

      const kept = keepWithinSlack(problem, before, slack);

      if (!("plan" in kept)) throw new Error("a plan exists and was not found");
      const fewest = least(
        outcomes.filter((o) => o.cost <= kept.optimum + slack),
        (o) => o.moves,
      );
      expect(kept.cost).toBeLessThanOrEqual(kept.optimum + slack);
      expect(kept.moves).toBeGreaterThanOrEqual(fewest);
      expect(kept.atLeast).toBeLessThanOrEqual(fewest);
      asked++;
      if (kept.moves === kept.atLeast) proven++;
    }),
    { numRuns: sweepSize, seed: sweepSeed },
  );
  expect(proven / asked).toBeGreaterThan(0.9);
});

test(
  `at a price, minimises cost plus price per move and says what was given up (${sweepSize} random pairings, seed ${sweepSeed})`,
  { timeout: sweepTime },
  () => {
    fc.assert(
      fc.property(cases, fc.nat(60), ({ problem, before }, price) => {
        const outcomes = everyOutcome(problem, before);
        if (outcomes.length === 0) return;

        const kept = keepPriced(problem, before, price);

        if (!("plan" in kept)) throw new Error("a plan exists and was not found");
        expect(kept.cost + price * kept.moves).toBe(least(outcomes, (o) => o.cost + price * o.moves));
        expect(kept.optimum).toBe(least(outcomes, (o) => o.cost));
        expect(verifyPairing(pricedProblem(problem, markEdges(problem, before), price), kept.plan).reason).toBe("");
      }),
      { numRuns: sweepSize, seed: sweepSeed },
    );
  },
);

test("at the default price nobody moves for the sake of one pair", () => {
  const problem = pairingFromPairs({
    rows: 2,
    columns: 3,
    pairs: [
      [0, 0, 900],
      [0, 1, 1],
      [1, 2, 5],
    ],
  });

  const kept = keepPriced(problem, [0, 2]);

  expect(defaultMovePrice(problem)).toBe(900);
  expect(kept).toMatchObject({ moves: 0, cost: 905, optimum: 6 });
});
