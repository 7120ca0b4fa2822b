import type { Because, CadreFact, ElderFact, PairFacts } from "./pair-facts.js";

/** Cost units: a hundred metres is one. Another village costs more than any wish, a second elder more than another village. */
export const weights = { otherVillage: 5_000, farthest: 500, otherDialect: 200, knows: -50, man: 20, second: 12_000 } as const;
const metresToUnit = 100;
/** Kinds of ties that keep a pair apart, whatever else speaks for it. */
export const apart: ReadonlySet<string> = new Set(["parent", "complaint", "declined", "unwilling"]);

/** The ground that pairs are measured on: who is tied to whom, and where villages lie. */
export class Ground {
  readonly #ties = new Map<string, Map<string, string[]>>();
  readonly #spots: ReadonlyMap<string, { readonly east: number; readonly north: number }>;

  constructor({ ties, spots }: Pick<PairFacts, "ties" | "spots">) {
    for (const { elderId, cadreId, kind } of ties) {
      const own = this.#ties.get(elderId) ?? new Map<string, string[]>();
      this.#ties.set(elderId, own);
      own.set(cadreId, [...(own.get(cadreId) ?? []), kind]);
    }
    this.#spots = new Map(spots.map(({ village, east, north }) => [village, { east, north }]));
  }

  #tiesOf(elderId: string, cadreId: string): readonly string[] {
    return this.#ties.get(elderId)?.get(cadreId) ?? [];
  }

  isApart(elderId: string, cadreId: string): boolean {
    return this.#tiesOf(elderId, cadreId).some((kind) => apart.has(kind));
  }

  /** Whole metres from a village to the nearest of others; null where nothing is known. */
  metres(from: string, to: readonly string[]): number | null {
    const here = this.#spots.get(from);
    if (!here) return null;
    let nearest: number | null = null;
    for (const village of to) {
      const there = this.#spots.get(village);
      if (!there) continue;
      const metres = Math.round(Math.hypot(here.east - there.east, here.north - there.north));
      if (nearest === null || metres < nearest) nearest = metres;
    }
    return nearest;
  }

  because(elder: ElderFact, cadre: CadreFact, isPinned = false): Because {
    const sameVillage = cadre.villages.includes(elder.village);
    return {
      sameVillage,
      metres: sameVillage ? 0 : this.metres(elder.village, cadre.villages),
      knows: this.#tiesOf(elder.id, cadre.id).includes("knows"),
      sameDialect: elder.dialect === null || cadre.dialects.length === 0 ? null : cadre.dialects.includes(elder.dialect),
      isWoman: cadre.isWoman,
      isPinned,
    };
  }
}

/** What a pair costs, in whole units; less is better. */
export function costOf({ needsWoman }: Pick<ElderFact, "needsWoman">, { sameVillage, metres, knows, sameDialect, isWoman }: Because): number {
  let cost = sameVillage ? 0 : weights.otherVillage + Math.min(weights.farthest, metres === null ? weights.farthest : Math.round(metres / metresToUnit));
  if (sameDialect === false) cost += weights.otherDialect;
  if (knows) cost += weights.knows;
  if (needsWoman && !isWoman) cost += weights.man;
  return cost;
}
