import { planPeople, type PlanProblem } from "@lianxin/matching";
import { PairingSession } from "@lianxin/matching/change";
import { pairingFromPairs } from "@lianxin/matching/integers";
import { createRandom } from "../bench/matching/random-numbers.js";

/** Costs of 0, 1 and 2 only, so that most optima are tied. */
function aTiedPlan(random: (below: number) => number, size: number, when: boolean): PlanProblem {
  const people = Array.from({ length: size }, (_, k) => ({ id: `人${k}`, most: 1 + random(2), served: random(3) }));
  const places = Array.from({ length: size - 2 }, (_, k) => ({ id: `处${k}`, ...(when ? { when: `早${k % 3}` } : {}) }));
  const pairs = people.flatMap(({ id }) => places.filter(() => random(3) > 0).map((place) => ({ person: id, place: place.id, amounts: { far: random(3) } })));
  return {
    format: "lianxin-match/1",
    people,
    places,
    pairs,
    wishes: [{ id: "far", text: "路程", unit: "公里", weight: 1 }],
    fairness: { text: "少的先上", weight: 0.5 },
  };
}

const keepWithin = (problem: PlanProblem, previous: PlanProblem["pairs"]) => planPeople({ ...problem, previous, keep: { mode: "slack", slack: 1 } });

/** Answers to many tied problems, and to changes of one, as one text: whatever runs this must write the same bytes. */
export function solveMany(): string {
  const draw = createRandom(20260917);
  const random = (below: number) => Math.floor(draw() * below);
  const problems = Array.from({ length: 40 }, (_, k) => aTiedPlan(random, 6 + (k % 12), k % 4 === 0));
  const plans = problems.map((problem) => planPeople(problem));
  const kept = problems.flatMap((problem, k) => {
    const previous = problem.pairs.filter(() => random(3) === 0);
    return (["optimal", "priced"] as const)
      .map((mode) => planPeople({ ...problem, previous, keep: { mode } }))
      .concat(k < 8 ? keepWithin(problem, previous) : []);
  });
  const size = 60;
  const session = new PairingSession(
    pairingFromPairs({
      rows: size,
      columns: size,
      columnMax: 2,
      pairs: Array.from({ length: size * size }, (_, e) => [Math.floor(e / size), e % size, random(4)] as const),
    }),
  );
  const changes = Array.from({ length: 40 }, (_, k) => {
    if (k % 2 === 0) session.setRow(random(size), 0, 0);
    else session.setColumn(random(size), 0, 0);
    return Array.from({ length: size }, (_one, i) => session.partnersOf(i));
  });
  return JSON.stringify([plans, kept, changes]);
}
