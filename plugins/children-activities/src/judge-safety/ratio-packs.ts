import type { AgeBand } from "./age-bands.js";

export const ratioModes = ["pooled", "per_band"] as const;
/** pooled: the children are counted together; per_band: each band's adults are counted up for themselves. */
export type RatioMode = (typeof ratioModes)[number];

/** How many children one adult may look after, as of a day. */
export interface RatioPack {
  readonly id: string;
  readonly from: string;
  readonly citation: string;
  readonly isVerified: boolean;
  readonly childrenPerAdult: Readonly<Record<AgeBand, number>>;
  /** Outdoors and near water the numbers are divided by this fraction, [3, 2] for half as many adults again. */
  readonly stricter: readonly [number, number];
}

/** No national ratio for community activities was found: these are proposals a community may choose from. */
export const ratioPacks: readonly RatioPack[] = [
  {
    id: "flat-8",
    from: "2021-06-01",
    citation: "地方约定：不分年龄 1:8（参照《未成年人保护法》第五十六条安全保障要求自定）",
    isVerified: false,
    childrenPerAdult: { "6_8": 8, "9_12": 8, "13_15": 8 },
    stricter: [3, 2],
  },
  {
    id: "bands",
    from: "2021-06-01",
    citation: "地方约定：6–8 岁 1:6，9–12 岁 1:8，13–15 岁 1:10（参照 NSPCC 4–8 岁 1:6、9–12 岁 1:8、13–18 岁 1:10）",
    isVerified: false,
    childrenPerAdult: { "6_8": 6, "9_12": 8, "13_15": 10 },
    stricter: [3, 2],
  },
];

/** The pack of that name on a day: the newest that had begun. */
export function ratioPackOn(id: string, day: string, packs: readonly RatioPack[] = ratioPacks): RatioPack | undefined {
  return packs.filter((pack) => pack.id === id && pack.from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}
