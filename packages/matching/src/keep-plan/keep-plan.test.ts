import fc from "fast-check";
import { expect, test } from "vitest";
import { pairingFromPairs } from "../check-pairing/pairing-from-pairs.js";
import type { PairingProblem } from "../solve-pairing/pairing-problem.js";
import { solvePairing } from "../solve-pairing/solve-pairing.js";
import { smallPairings, sweepSeed, sweepSize, sweepTime } from "../testing/small-pairings.js";
import { tryEveryChoice, type Outcome } from "../testing/try-every-choice.js";
import { verifyMoves } from "../verify-certificate/verify-moves.js";
import { verifyPairing } from "../verify-certificate/verify-pairing.js";
import { keepOptimal } from "./keep-optimal.js";
import { defaultMovePrice, keepPriced, pricedProblem } from "./keep-priced.js";
import { keepWithinSlack } from "./keep-within-slack.js";
import { markEdges, type KeptPlan } from "./kept-plan.js";

const cases = fc.tuple(smallPairings(), fc.infiniteStream(fc.boolean()), fc.nat(40)).map(([problem, coins, slack]) => ({
  problem,
  slack,
  before: [...problem.cost.keys()].filter(() => coins.next().value),
}));

const least = (outcomes: readonly Outcome[], value: (o: Outcome) => number) => Math.min(...outcomes.map(value));

function everyOutcome(problem: PairingProblem, before: readonly number[]): Outcome[] {
  return tryEveryChoice(problem, markEdges(problem, before));
}

const changes = ({ moves, dropped }: Pick<Outcome, "moves" | "dropped">) => moves + dropped;

/** What the independent check makes of a plan's claim. */
const proven = (problem: PairingProblem, before: readonly number[], { most, proof }: KeptPlan) => verifyMoves(problem, markEdges(problem, before), most, proof);

test(`changes least among the cheapest plans, certified (${sweepSize} random pairings, seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  fc.assert(
    fc.property(cases, ({ problem, before }) => {
      const outcomes = everyOutcome(problem, before);

      const kept = keepOptimal(problem, before);

      expect("plan" in kept).toBe(outcomes.length > 0);
      if (!("plan" in kept)) return;
      const optimum = least(outcomes, (o) => o.cost);
      const fewest = least(
        outcomes.filter((o) => o.cost === optimum),
        changes,
      );
      expect([kept.cost, changes(kept), kept.atLeast, proven(problem, before, kept)]).toEqual([optimum, fewest, fewest, fewest]);
      expect(outcomes).toContainEqual({ cost: kept.cost, moves: kept.moves, dropped: kept.dropped });
      expect(verifyPairing(problem, kept.plan).reason).toBe("");
    }),
    { numRuns: sweepSize, seed: sweepSeed },
  );
});

test(`within a slack, keeps the budget and changes least, proven (${sweepSize} random pairings, seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  fc.assert(
    fc.property(cases, ({ problem, before, slack }) => {
      const outcomes = everyOutcome(problem, before);
      if (outcomes.length === 0) return;

      const kept = keepWithinSlack(problem, before, slack);

      if (!("plan" in kept)) throw new Error("a plan exists and was not found");
      const fewest = least(
        outcomes.filter((o) => o.cost <= kept.optimum + slack),
        changes,
      );
      expect(kept.cost).toBeLessThanOrEqual(kept.optimum + slack);
      expect([changes(kept), kept.atLeast, proven(problem, before, kept)]).toEqual([fewest, fewest, fewest]);
      expect(["", "gap"]).toContain(verifyPairing(problem, kept.plan).reason);
    }),
    { numRuns: sweepSize, seed: sweepSeed },
  );
});

test(`claims no more than it proves when it may branch but once (${sweepSize} random pairings, seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  let open = 0;
  fc.assert(
    fc.property(cases, ({ problem, before, slack }) => {
      const outcomes = everyOutcome(problem, before);
      if (outcomes.length === 0) return;

      const kept = keepWithinSlack(problem, before, slack, 1);

      if (!("plan" in kept)) throw new Error("a plan exists and was not found");
      const fewest = least(
        outcomes.filter((o) => o.cost <= kept.optimum + slack),
        changes,
      );
      expect(kept.atLeast).toBeLessThanOrEqual(fewest);
      expect(proven(problem, before, kept)).toBeGreaterThanOrEqual(kept.atLeast);
      if (kept.atLeast < changes(kept)) open++;
    }),
    { numRuns: sweepSize, seed: sweepSeed },
  );
  expect(open).toBeGreaterThan(0);
});

test(
  `at a price, minimises cost plus price per change and says what was given up (${sweepSize} random pairings, seed ${sweepSeed})`,
  { timeout: sweepTime },
  () => {
    fc.assert(
      fc.property(cases, fc.nat(60), ({ problem, before }, price) => {
        const outcomes = everyOutcome(problem, before);
        if (outcomes.length === 0) return;

        const kept = keepPriced(problem, before, price);

        if (!("plan" in kept)) throw new Error("a plan exists and was not found");
        expect(kept.cost + price * changes(kept)).toBe(least(outcomes, (o) => o.cost + price * changes(o)));
        if (price > 0) expect([kept.atLeast, proven(problem, before, kept)]).toEqual([changes(kept), changes(kept)]);
        expect(kept.optimum).toBe(least(outcomes, (o) => o.cost));
        expect(verifyPairing(pricedProblem(problem, markEdges(problem, before), price), kept.plan).reason).toBe("");
      }),
      { numRuns: sweepSize, seed: sweepSeed },
    );
  },
);

test(`at the default price a plan that is still possible stays whole (${sweepSize} random pairings, seed ${sweepSeed})`, { timeout: sweepTime }, () => {
  let possible = 0;
  fc.assert(
    fc.property(cases, fc.boolean(), ({ problem }, cheapFirst) => {
      const some = solvePairing({ ...problem, cost: problem.cost.map((c, e) => (cheapFirst ? c : (e * 7) % 5)), step: undefined });
      if (!some.solved || defaultMovePrice(problem) > 2 ** 30) return;
      possible++;

      const kept = keepPriced(problem, some.chosen);

      expect(kept).toMatchObject({ plan: { chosen: some.chosen }, moves: 0, dropped: 0 });
    }),
    { numRuns: sweepSize, seed: sweepSeed },
  );
  expect(possible).toBeGreaterThan(sweepSize / 5);
});

test("keeps a plan that is still optimal whole, also where pairs could be left out for nothing", () => {
  const problem = pairingFromPairs({
    rows: 1,
    columns: 2,
    rowMin: 0,
    rowMax: 2,
    pairs: [
      [0, 0, 0],
      [0, 1, 0],
    ],
  });
  const whole = { plan: expect.objectContaining({ chosen: Int32Array.of(0, 1) }) as object, moves: 0, dropped: 0, atLeast: 0 };

  expect([keepOptimal(problem, [0, 1]), keepPriced(problem, [0, 1]), keepWithinSlack(problem, [0, 1], 0)]).toMatchObject([whole, whole, whole]);
});

test("does not certify a claim about changes whose proof was tampered with", () => {
  const problem = pairingFromPairs({
    rows: 2,
    columns: 2,
    pairs: [
      [0, 0, 1],
      [0, 1, 5],
      [1, 0, 5],
      [1, 1, 1],
    ],
  });
  const before = [1, 2];
  const kept = keepOptimal(problem, before);
  if (!("plan" in kept) || kept.proof.kind !== "ranked") throw new Error("solvable");
  const { first, second } = kept.proof;
  const nothing = { row: new Float64Array(2), column: new Float64Array(2) };

  expect(proven(problem, before, kept)).toBe(4);
  expect(proven(problem, before, { ...kept, most: 3 })).toBe(0);
  expect(proven(problem, before, { ...kept, proof: { kind: "ranked", first, second: nothing } })).toBeLessThan(4);
  expect(proven(problem, before, { ...kept, proof: { kind: "ranked", first: nothing, second } })).toBe(0);
  expect(proven(problem, before, { ...kept, proof: { kind: "priced", factor: 1, price: 9, duals: nothing } })).toBeLessThan(4);
  expect(proven(problem, before, { ...kept, proof: { kind: "priced", factor: 1, price: -9, duals: first } })).toBe(0);
  expect(proven(problem, before, { ...kept, proof: { kind: "impossible", duals: first } })).toBe(0);
  expect(proven(problem, before, { ...kept, proof: { kind: "single" } })).toBe(0);
  expect(proven(problem, before, { ...kept, proof: { kind: "split", edge: 0, without: { kind: "single" }, having: kept.proof } })).toBe(0);
});

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

  expect(defaultMovePrice(problem)).toBe(901);
  expect(kept).toMatchObject({ moves: 0, dropped: 0, cost: 905, optimum: 6 });
});
