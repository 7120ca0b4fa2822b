import fc from "fast-check";
import { PlanDesk } from "@lianxin/matching/explain";
import type { PlanProblem } from "@lianxin/matching";
import { solvePairing, verifyPairing } from "@lianxin/matching/integers";
import { smallPairings, sweepSeed } from "../../../packages/matching/src/testing/small-pairings.js";
import { smallPlans } from "../../../packages/matching/src/testing/small-plans.js";
import { tryEveryPlan } from "../../../packages/matching/src/testing/try-every-plan.js";
import { tryEveryRoster } from "../../../packages/matching/src/testing/try-every-roster.js";
import type { BenchRow } from "./bench-row.js";

const CASES = 10_000;
const draw = <T>(cases: fc.Arbitrary<T>): T[] => fc.sample(cases, { numRuns: CASES, seed: sweepSeed });

/** Random small cases against brute force: pairings and rosters as cheap as can be and certified, and every price of a placement. About a minute. */
export function measureProofs(): BenchRow[] {
  const pairings = draw(smallPairings()).filter((problem) => {
    const answer = solvePairing(problem);
    const isAsCheap = tryEveryPlan(problem) === (answer.solved ? answer.objective : undefined);
    return isAsCheap && (!answer.solved || verifyPairing(problem, answer).certified);
  });
  const prices = { asked: 0, wrong: 0 };
  const rosters = draw(smallPlans()).filter((problem) => isRosterTrue(problem, prices));
  return [
    row("certificates-pairing", `certified and equal to brute force, ${CASES} random pairings`, pairings.length, CASES),
    row("certificates-roster", `certified and equal to brute force, ${CASES} random rosters`, rosters.length, CASES),
    row("why-not", "prices of placements equal to brute force's difference, on the same rosters", prices.asked - prices.wrong, prices.asked),
  ];
}

/** Without the plan before, whose modes have promises of their own (plan-sweep.test.ts). */
function isRosterTrue({ previous: _previous, keep: _keep, ...problem }: PlanProblem, prices: { asked: number; wrong: number }): boolean {
  const all = tryEveryRoster(problem);
  const least = (some: typeof all) => (some.length === 0 ? undefined : Math.min(...some.map(({ cost }) => cost)));
  const optimum = least(all);
  const desk = new PlanDesk(problem);
  if (!desk.answer.solved) return optimum === undefined;
  for (const [k, { person, place }] of problem.pairs.entries()) {
    const told = desk.explain(person, place);
    const other = least(all.filter(({ pairs }) => pairs.has(k) !== told.inPlan));
    prices.asked++;
    const price = told.price.kind === "cost" ? told.price.cost : undefined;
    if (price !== (other === undefined ? undefined : other - desk.answer.objective)) prices.wrong++;
  }
  return desk.answer.certified && desk.answer.objective === optimum;
}

function row(id: string, what: string, found: number, of: number): BenchRow {
  return { id, what, figure: found, unit: `of ${of}`, goal: "all", holds: found === of };
}
