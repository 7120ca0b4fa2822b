import { ageBands, type AgeBand } from "./age-bands.js";
import type { RatioMode, RatioPack } from "./ratio-packs.js";

export type Counts = Readonly<Record<AgeBand, number>>;
export interface RatioPolicy {
  readonly pack: RatioPack;
  readonly mode: RatioMode;
  /** Outdoors or near water. */
  readonly isStricter: boolean;
}
/** A band's part of the sum: so many children at so many to an adult. */
export interface RatioTerm {
  readonly band: AgeBand;
  readonly children: number;
  readonly perAdult: number;
}
export interface AdultsNeeded {
  /** By the ratio, and two at the least. */
  readonly needed: number;
  /** The ratio alone asks for fewer than two. */
  readonly isLeast: boolean;
  readonly mode: RatioMode;
  readonly terms: readonly RatioTerm[];
  /** "11÷6 + 13÷8 + 6÷10 → 5": the sum as it is done. */
  readonly arithmetic: string;
}

/** So many adults are there whatever the ratio says. */
export const leastAdults = 2;
export const noCounts: Counts = { "6_8": 0, "9_12": 0, "13_15": 0 };
export const countBands = (bands: readonly AgeBand[]): Counts => {
  const counts = { ...noCounts };
  for (const band of bands) counts[band]++;
  return counts;
};
export const sumOf = (counts: Counts): number => ageBands.reduce((sum, band) => sum + counts[band], 0);

const divideUp = (part: number, whole: number): number => Math.floor((part + whole - 1) / whole);
const factorOf = ({ pack, isStricter }: RatioPolicy): readonly [number, number] => (isStricter ? pack.stricter : [1, 1]);

/** Whole numbers only: n/r children's worth of an adult is n·(product of the other ratios), over the product of all. */
function pooled(counts: Counts, { pack }: RatioPolicy, [times, over]: readonly [number, number]): number {
  const ratios = ageBands.map((band) => pack.childrenPerAdult[band]);
  const product = ratios.reduce((all, ratio) => all * ratio, 1);
  const load = ageBands.reduce((sum, band) => sum + counts[band] * (product / pack.childrenPerAdult[band]), 0);
  return divideUp(load * times, product * over);
}

/** How many adults so many children need, two at the least, with the sum of the ratio. Exact; O(bands). */
export function countAdults(counts: Counts, policy: RatioPolicy): AdultsNeeded {
  const { pack, mode } = policy;
  const [times, over] = factorOf(policy);
  const terms = ageBands.filter((band) => counts[band] > 0).map((band) => ({ band, children: counts[band], perAdult: pack.childrenPerAdult[band] }));
  const perBand = terms.map(({ children, perAdult }) => divideUp(children * times, perAdult * over));
  const byRatio = mode === "pooled" ? pooled(counts, policy, [times, over]) : perBand.reduce((sum, one) => sum + one, 0);
  const factor = policy.isStricter ? ` × ${times}/${over}` : "";
  const sum = terms.map(({ children, perAdult }, i) => (mode === "pooled" ? `${children}÷${perAdult}` : `${children}÷${perAdult}→${perBand[i]}`)).join(" + ");
  const arithmetic = sum === "" ? "0" : `${terms.length > 1 && factor ? `(${sum})` : sum}${factor} → ${byRatio}`;
  return { needed: Math.max(leastAdults, byRatio), isLeast: byRatio < leastAdults, mode, terms, arithmetic };
}

/** The most children that so many adults may look after, whichever of these leave: the youngest, who need most, are counted first. O(children). */
export function placesFor(counts: Counts, policy: RatioPolicy, adults: number): number {
  const youngestFirst = [...ageBands].sort((a, b) => policy.pack.childrenPerAdult[a] - policy.pack.childrenPerAdult[b]);
  const kept = { ...noCounts };
  for (const band of youngestFirst)
    for (let n = 0; n < counts[band]; n++) {
      kept[band]++;
      if (countAdults(kept, policy).needed > adults) return sumOf(kept) - 1;
    }
  return sumOf(kept);
}
