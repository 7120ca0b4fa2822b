import fc from "fast-check";
import type { CadreFact, ElderFact, PairFacts } from "../plan-pairs/pair-facts.js";

export const anElder = (id: string, more: Partial<ElderFact> = {}): ElderFact => ({
  id,
  village: "/t/v1/",
  town: "/t/",
  dialect: null,
  needsWoman: false,
  ...more,
});
export const aCadre = (id: string, more: Partial<CadreFact> = {}): CadreFact => ({
  ...{ id, town: "/t/", villages: ["/t/v1/"], isWoman: false, dialects: [], limit: 2, unit: "县财政局", isAway: false },
  ...more,
});
export const someFacts = (elders: readonly ElderFact[], cadres: readonly CadreFact[], more: Partial<PairFacts> = {}): PairFacts => ({
  ...{ elders, cadres, ties: [], spots: [], quotas: [], nearMetres: 0, held: { primary: [], backup: [] } },
  ...more,
});

const index = (most: number) => fc.integer({ min: 0, max: most - 1 });

/** Small countries of everything that matters: two townships of two villages, women, dialects, ties, positions. */
export const smallFacts = fc
  .record({
    elders: fc.array(fc.record({ place: index(4), dialect: fc.constantFrom(null, "赣语", "客家话"), needsWoman: fc.boolean() }), {
      minLength: 1,
      maxLength: 5,
    }),
    cadres: fc.array(
      fc.record({
        place: index(4),
        isWoman: fc.boolean(),
        limit: fc.integer({ min: 1, max: 2 }),
        dialect: fc.constantFrom("赣语", "客家话"),
        isAway: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    ties: fc.array(fc.record({ elder: index(5), cadre: index(4), kind: fc.constantFrom("parent", "complaint", "declined", "knows") }), { maxLength: 4 }),
  })
  .map(({ elders, cadres, ties }) => {
    const at = (place: number) => ({ town: place < 2 ? "/a/" : "/b/", village: `/${place < 2 ? "a" : "b"}/v${place}/` });
    const e = elders.map(({ place, ...facts }, i) => anElder(`e${i}`, { ...at(place), ...facts }));
    const c = cadres.map(({ place, dialect, ...facts }, i) =>
      aCadre(`c${i}`, { town: at(place).town, villages: [at(place).village], dialects: [dialect], ...facts }),
    );
    const known = ties.filter(({ elder, cadre }) => elder < e.length && cadre < c.length);
    const spots = [0, 1, 2, 3].map((place) => ({ village: at(place).village, east: place * 1_700, north: place * 400 }));
    return someFacts(e, c, { ties: known.map(({ elder, cadre, kind }) => ({ elderId: `e${elder}`, cadreId: `c${cadre}`, kind })), spots });
  });
