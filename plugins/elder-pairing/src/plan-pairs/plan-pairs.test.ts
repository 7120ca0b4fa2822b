import fc from "fast-check";
import { expect, test } from "vitest";
import { aCadre, anElder, smallFacts, someFacts } from "../testing/some-facts.js";
import { costOf, Ground, weights } from "./measure-pair.js";
import type { CadreFact, ElderFact, PairFacts, PairShortage, Side } from "./pair-facts.js";
import { planPairs, planSide } from "./plan-pairs.js";
import { priceAlternatives } from "./price-alternatives.js";

const runs = process.env.LIANXIN_FULL ? 2_000 : 200;
const pairsOf = (plan: { pairs: readonly { elderId: string; cadreId: string }[] }): string[] =>
  plan.pairs.map(({ elderId, cadreId }) => `${elderId} ${cadreId}`);

/** Every cadre whom one of these elders may have is named, they together take no more than is said, and nobody of another township is in it. */
function proveShortage(
  facts: PairFacts,
  side: Side,
  primaryOf: ReadonlyMap<string, string>,
  { elderIds, cadreIds, unserved, units, need, offer }: PairShortage,
): void {
  const elders = elderIds.map((id) => facts.elders.find((elder) => elder.id === id)!);
  const allowed = new Set(elders.flatMap((elder) => facts.cadres.filter((cadre) => mayPair(facts, elder, cadre, primaryOf)).map(({ id }) => id)));
  const places = ({ limit }: CadreFact): number => (side === "primary" ? limit : 2);
  const free = facts.cadres.filter(({ id, unit }) => allowed.has(id) && !units.includes(unit)).reduce((sum, cadre) => sum + places(cadre), 0);
  const bound = facts.quotas.filter(({ unit }) => units.includes(unit)).reduce((sum, { most }) => sum + most, 0);
  expect([...allowed].filter((id) => !cadreIds.includes(id))).toEqual([]);
  expect([need, need - unserved.length, offer]).toEqual([elderIds.length, offer, Math.min(offer, free + bound)]);
  expect(free + bound).toBe(offer);
  // Only a unit's quota joins two townships.
  if (units.length === 0) expect(new Set(elders.map(({ town }) => town)).size).toBe(1);
}

/** By the hard rules, said once more. */
function mayPair(facts: PairFacts, elder: ElderFact, cadre: CadreFact, primaryOf: ReadonlyMap<string, string>): boolean {
  const primary = facts.cadres.find(({ id }) => id === primaryOf.get(elder.id));
  const isApart = facts.ties.some((tie) => tie.elderId === elder.id && tie.cadreId === cadre.id && tie.kind !== "knows");
  const needs = primary !== undefined && elder.needsWoman && !primary.isWoman && !cadre.isWoman;
  return !isApart && cadre.town === elder.town && !cadre.isAway && primary?.id !== cadre.id && !needs;
}

/** Tries every way to give each elder a cadre or nobody; fewest without anybody first, then the least cost. Shares only the price of one pair. */
function tryAll(facts: PairFacts, side: Side, primaryOf: ReadonlyMap<string, string>): { readonly unserved: number; readonly cost: number } {
  const ground = new Ground(facts);
  const load = new Map<string, number>();
  let best = { unserved: Infinity, cost: Infinity };
  const may = (e: number, c: number): boolean => mayPair(facts, facts.elders[e]!, facts.cadres[c]!, primaryOf);
  const quotaOf = new Map(side === "primary" ? facts.quotas.map(({ unit, most }) => [unit, most]) : []);
  const taken = new Map<string, number>();
  const go = (e: number, unserved: number, cost: number): void => {
    if (unserved > best.unserved) return;
    if (e === facts.elders.length) {
      if (unserved < best.unserved || (unserved === best.unserved && cost < best.cost)) best = { unserved, cost };
      return;
    }
    facts.cadres.forEach((cadre, c) => {
      const held = load.get(cadre.id) ?? 0;
      const ofUnit = taken.get(cadre.unit) ?? 0;
      if (!may(e, c) || held >= (side === "primary" ? cadre.limit : 2) || ofUnit >= (quotaOf.get(cadre.unit) ?? Infinity)) return;
      load.set(cadre.id, held + 1);
      taken.set(cadre.unit, ofUnit + 1);
      go(e + 1, unserved, cost + costOf(facts.elders[e]!, ground.because(facts.elders[e]!, cadre)) + held * weights.second);
      load.set(cadre.id, held);
      taken.set(cadre.unit, ofUnit);
    });
    go(e + 1, unserved + 1, cost);
  };
  go(0, 0, 0);
  return best;
}

/** The cost of a side with what second elders cost. */
function wholeCost(pairs: readonly { readonly cadreId: string; readonly cost: number }[]): number {
  const load = new Map<string, number>();
  return pairs.reduce((sum, { cadreId, cost }) => {
    const held = load.get(cadreId) ?? 0;
    load.set(cadreId, held + 1);
    return sum + cost + held * weights.second;
  }, 0);
}

test(`primaries and backups are as cheap as the best of all plans, leave nobody out whom any plan serves, and are certified (${runs} small countries)`, () => {
  fc.assert(
    fc.property(smallFacts, (facts) => {
      const plan = planPairs(facts);

      const primaryOf = new Map(plan.primary.pairs.map(({ elderId, cadreId }) => [elderId, cadreId]));
      for (const [side, given] of [
        ["primary", new Map<string, string>()],
        ["backup", primaryOf],
      ] as const) {
        const { pairs, unserved, isCertified, shortages } = plan[side];
        expect({ unserved: unserved.length, cost: wholeCost(pairs) }).toEqual(tryAll(facts, side, given));
        expect(isCertified).toBe(true);
        expect(shortages.flatMap((one) => one.unserved).sort()).toEqual([...unserved].sort());
        for (const shortage of shortages) proveShortage(facts, side, given, shortage);
      }
    }),
    { numRuns: runs, seed: 5 },
  );
});

test("the plan is the same whatever the order of the sheets' lines", () => {
  fc.assert(
    fc.property(smallFacts, (facts) => {
      const turned = { ...facts, elders: [...facts.elders].reverse(), cadres: [...facts.cadres].reverse(), ties: [...facts.ties].reverse() };

      expect(planPairs(turned)).toEqual(planPairs(facts));
    }),
    { numRuns: runs, seed: 6 },
  );
});

test("nobody is paired with an own parent, and of two cadres who come from other villages the nearer one goes", () => {
  const elders = [anElder("e1"), anElder("e2", { village: "/t/v2/" })];
  const cadres = [aCadre("c1"), aCadre("c2", { villages: ["/t/v3/"] }), aCadre("c3", { villages: ["/t/v4/"] })];
  const spots = [1, 2, 3, 4].map((v) => ({ village: `/t/v${v}/`, east: v === 4 ? 900 : v * 1_000, north: 0 }));

  const plan = planSide(someFacts(elders, cadres, { spots, ties: [{ cadreId: "c1", elderId: "e1", kind: "parent" }] }), "primary");

  expect(plan.pairs.map(({ elderId, cadreId, because: { metres } }) => [elderId, cadreId, metres])).toEqual([
    ["e1", "c3", 100],
    ["e2", "c1", 1_000],
  ]);
});

test("a woman who lives alone has a woman among her two helpers, and a backup that cannot be found names who lacks whom", () => {
  const elders = [anElder("e1", { needsWoman: true }), anElder("e2", { needsWoman: true })];
  const men = [aCadre("m1", { limit: 1 }), aCadre("m2", { limit: 1 }), aCadre("m3")];

  const without = planPairs(someFacts(elders, men));
  const withOne = planPairs(someFacts(elders, [...men, aCadre("w1", { isWoman: true, limit: 1 })]));

  expect(without.primary.unserved).toEqual([]);
  expect(without.backup).toMatchObject({ pairs: [], shortages: [{ elderIds: ["e1", "e2"], cadreIds: [], need: 2, offer: 0 }] });
  const helpers = (id: string) => (["primary", "backup"] as const).map((side) => withOne[side].pairs.find(({ elderId }) => elderId === id)!.cadreId);
  expect(elders.map(({ id }) => helpers(id).includes("w1"))).toEqual([true, true]);
});

test("a unit takes no more elders than its quota, and the plan with quotas is certified too", () => {
  const elders = ["e1", "e2", "e3", "e4"].map((id) => anElder(id));
  const cadres = [aCadre("c1"), aCadre("c2"), aCadre("d1", { unit: "县医院", villages: ["/t/v2/"] }), aCadre("d2", { unit: "县医院", villages: ["/t/v2/"] })];

  const free = planSide(someFacts(elders, cadres), "primary");
  const bound = planSide(someFacts(elders, cadres, { quotas: [{ unit: "县财政局", most: 1 }] }), "primary");

  expect(free.pairs.filter(({ cadreId }) => cadreId.startsWith("c")).length).toBe(2);
  expect([bound.pairs.filter(({ cadreId }) => cadreId.startsWith("c")).length, bound.unserved, bound.isCertified]).toEqual([1, [], true]);
});

const withQuotas = fc
  .record({ facts: smallFacts, units: fc.array(fc.constantFrom("县财政局", "县医院"), { minLength: 4, maxLength: 4 }), most: fc.tuple(fc.nat(3), fc.nat(3)) })
  .map(({ facts, units, most }) => ({
    ...facts,
    // Whom somebody on leave has stays theirs: that is another rule's.
    cadres: facts.cadres.map((cadre, i) => ({ ...cadre, unit: units[i]!, isAway: false })),
    quotas: [
      { unit: "县财政局", most: most[0] },
      { unit: "县医院", most: most[1] },
    ],
  }));

test(`with quotas too the plan is the best of all, says what is missing where they bind, and gives up against the best under the same quotas (${runs} small countries)`, () => {
  fc.assert(
    fc.property(withQuotas, fc.nat(3), (facts, shift) => {
      const plan = planSide(facts, "primary");
      const best = tryAll(facts, "primary", new Map());
      const cadreIds = facts.cadres.map(({ id }) => id);
      const held = plan.pairs.map(({ elderId, cadreId }) => ({
        ...{ elderId, isPinned: false },
        cadreId: cadreIds[(cadreIds.indexOf(cadreId) + shift) % cadreIds.length]!,
      }));
      const again = planSide({ ...facts, held: { primary: held, backup: [] } }, "primary");

      expect({ unserved: plan.unserved.length, cost: wholeCost(plan.pairs), isCertified: plan.isCertified }).toEqual({ ...best, isCertified: true });
      for (const shortage of plan.shortages) proveShortage(facts, "primary", new Map(), shortage);
      expect(plan.shortages.every(({ need, offer }) => need > offer)).toBe(true);
      expect(again.unserved.length).toBe(best.unserved);
      expect(again.givenUp).toBe(wholeCost(again.pairs) - best.cost);
    }),
    { numRuns: runs, seed: 15 },
  );
});

test("once more with one cadre gone moves that cadre's elders alone, keeps what was chosen by hand, and says what it gives up", () => {
  const elders = ["e1", "e2", "e3"].map((id) => anElder(id));
  const cadres = ["c1", "c2", "c3", "c4"].map((id) => aCadre(id));
  const held = [
    { elderId: "e1", cadreId: "c1", isPinned: false },
    { elderId: "e2", cadreId: "c1", isPinned: true },
    { elderId: "e3", cadreId: "c3", isPinned: false },
  ];

  const gone = planSide(
    someFacts(
      elders,
      cadres.filter(({ id }) => id !== "c3"),
      { held: { primary: held, backup: [] } },
    ),
    "primary",
  );

  expect(pairsOf(gone).slice(0, 2)).toEqual(["e1 c1", "e2 c1"]);
  expect(gone).toMatchObject({ moves: 1, dropped: 0, isCertified: true, givenUp: weights.second });
});

test(`another cadre's price is the true difference to a plan with that pair in it (${runs / 2} small countries)`, () => {
  fc.assert(
    fc.property(smallFacts, (facts) => {
      const before = planSide(facts, "primary");
      const [first] = facts.elders;

      for (const { cadreId, costMore, others } of priceAlternatives(facts, "primary", first!.id)) {
        const forced = planSide({ ...facts, held: { primary: [{ elderId: first!.id, cadreId, isPinned: true }], backup: [] } }, "primary");
        if (forced.unserved.length !== before.unserved.length) continue;
        expect(costMore).toBe(wholeCost(forced.pairs) - wholeCost(before.pairs));
        expect(others.every(({ elderId }) => elderId !== first!.id)).toBe(true);
      }
    }),
    { numRuns: runs / 2, seed: 7 },
  );
});
