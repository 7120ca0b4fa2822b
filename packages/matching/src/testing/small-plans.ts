import fc from "fast-check";
import type { KeepMode, PairInPlan, PlanProblem, PreviousInPlan } from "../plan-people/plan-problem.js";

/** The smallest of three draws is the least, so that limits are often loose. */
const count = (most: number): fc.Arbitrary<{ least?: number; most?: number }> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({}) },
    { weight: 3, arbitrary: fc.tuple(fc.nat(most), fc.nat(most), fc.nat(most)).map((n) => ({ least: Math.min(...n), most: Math.max(...n) })) },
  );
const keepModes: fc.Arbitrary<KeepMode | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant<KeepMode>({ mode: "optimal" }),
  fc.nat(12).map((slack): KeepMode => ({ mode: "slack", slack })),
  fc.nat(12).map((price): KeepMode => ({ mode: "priced", price })),
);

/**
 * Random rosters of at most four people and four places with nine pairs, lower and upper limits on both sides, places that fall together, ties, welcome and
 * unwelcome wishes, fairness in half of them and a plan before in half of them.
 */
export function smallPlans(): fc.Arbitrary<PlanProblem> {
  return fc
    .record({ people: fc.integer({ min: 1, max: 4 }), places: fc.integer({ min: 2, max: 4 }) })
    .chain(({ people, places }) =>
      fc.record({
        people: fc.array(fc.tuple(count(3), fc.nat(3)), { minLength: people, maxLength: people }),
        places: fc.array(fc.tuple(count(2), fc.constantFrom(undefined, "早", "早", "早", "晚")), { minLength: places, maxLength: places }),
        listed: fc.shuffledSubarray(
          Array.from({ length: people * places }, (_, k) => k),
          { minLength: Math.min(6, people * places), maxLength: Math.min(9, people * places) },
        ),
        amounts: fc.array(fc.integer({ min: -2, max: 4 }), { minLength: 9, maxLength: 9 }),
        fairness: fc.option(fc.nat(2), { freq: 2 }),
        before: fc.option(fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), { freq: 2 }),
        keep: keepModes,
      }),
    )
    .map(({ people, places, listed, amounts, fairness, before, keep }): PlanProblem => {
      const pairs = listed.map((k, at): PairInPlan => ({
        person: `p${Math.floor(k / places.length)}`,
        place: `q${k % places.length}`,
        amounts: { far: amounts[at]! },
      }));
      const previous = pairs.filter((_pair, k) => before?.[k]).map(({ person, place }): PreviousInPlan => ({ person, place }));
      return {
        format: "lianxin-match/1",
        people: people.map(([limits, served], k) => ({ id: `p${k}`, served, ...limits })),
        places: places.map(([limits, when], k) => ({ id: `q${k}`, ...limits, ...(when === undefined ? {} : { when }) })),
        wishes: [{ id: "far", text: "路程", unit: "公里", weight: 1 }],
        pairs,
        ...(fairness === null ? {} : { fairness: { text: "少的先上", weight: fairness } }),
        ...(before === null ? {} : { previous }),
        ...(before === null || keep === undefined ? {} : { keep }),
      };
    });
}
