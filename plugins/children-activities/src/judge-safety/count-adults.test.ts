import fc from "fast-check";
import { expect, test } from "vitest";
import { ageOn, bandOf } from "./age-bands.js";
import { countAdults, placesFor } from "./count-adults.js";
import { law } from "./law.js";
import { asksFewer, waysToCount } from "./strictest.js";
import { ratioPackOn, ratioPacks, type RatioPack } from "./ratio-packs.js";

const seed = 20270712;
const [flat, bands] = ratioPacks as [RatioPack, RatioPack];
const thirty = { "6_8": 11, "9_12": 13, "13_15": 6 };
const policy = (pack: RatioPack, mode: "pooled" | "per_band", isStricter = false) => ({ pack, mode, isStricter });

test("30 children need 4 adults at a flat 1:8, and 5 by bands, and the sum is shown", () => {
  const [pooled, perBand] = [countAdults(thirty, policy(flat, "pooled")), countAdults(thirty, policy(bands, "per_band"))];

  expect([pooled.needed, pooled.arithmetic]).toEqual([4, "11÷8 + 13÷8 + 6÷8 → 4"]);
  expect([perBand.needed, perBand.arithmetic]).toEqual([5, "11÷6→2 + 13÷8→2 + 6÷10→1 → 5"]);
  expect(countAdults(thirty, policy(bands, "pooled")).needed).toBe(5);
  expect(countAdults(thirty, policy(flat, "pooled", true))).toMatchObject({ needed: 6, arithmetic: "(11÷8 + 13÷8 + 6÷8) × 3/2 → 6" });
});

test("two adults are needed for the fewest children, and the sum says what the ratio alone asks for", () => {
  const few = { "6_8": 8, "9_12": 0, "13_15": 0 };

  expect(countAdults(few, policy(flat, "pooled"))).toMatchObject({ needed: 2, isLeast: true, arithmetic: "8÷8 → 1" });
  expect(countAdults(thirty, policy(flat, "pooled")).isLeast).toBe(false);
  expect([0, 1, 2].map((adults) => placesFor(few, policy(flat, "pooled"), adults))).toEqual([0, 0, 8]);
});

test("three adults may look after 24 of these 30 at 1:8", () => {
  expect(placesFor(thirty, policy(flat, "pooled"), 3)).toBe(24);
});

test("a month of birth makes nobody older than they are", () => {
  expect([ageOn("2018-07", "2027-07-31"), ageOn("2018-07", "2027-08-01"), ageOn("2018-12", "2027-01-01")]).toEqual([8, 9, 8]);
  expect([5, 6, 8, 9, 12, 13, 15, 16].map(bandOf)).toEqual([undefined, "6_8", "6_8", "9_12", "9_12", "13_15", "13_15", undefined]);
});

test("every number of the law and every ratio is dated and cited", () => {
  expect(Object.values(law).every(({ from, citation }) => /^\d{4}-\d\d-\d\d$/.test(from) && citation.length > 8)).toBe(true);
  expect(ratioPacks.every(({ from, citation }) => from !== "" && citation !== "")).toBe(true);
  expect([ratioPackOn("bands", "2027-07-12")?.id, ratioPackOn("bands", "2020-01-01"), ratioPackOn("none", "2027-07-12")]).toEqual([
    "bands",
    undefined,
    undefined,
  ]);
});

test("with one adult more or one child less nothing gets worse for the ratio, and per band never needs fewer than pooled", () => {
  const anyCounts = fc.record({ "6_8": fc.nat(40), "9_12": fc.nat(40), "13_15": fc.nat(40) });
  fc.assert(
    fc.property(anyCounts, fc.constantFrom(flat, bands), fc.boolean(), fc.nat(12), (counts, pack, isStricter, adults) => {
      const needed = (mode: "pooled" | "per_band", some = counts) => countAdults(some, policy(pack, mode, isStricter)).needed;
      const most = placesFor(counts, policy(pack, "pooled", isStricter), adults);

      expect(needed("per_band")).toBeGreaterThanOrEqual(needed("pooled"));
      if (counts["6_8"] > 0) expect(needed("pooled", { ...counts, "6_8": counts["6_8"] - 1 })).toBeLessThanOrEqual(needed("pooled"));
      const all = counts["6_8"] + counts["9_12"] + counts["13_15"];
      expect(most === all).toBe(all === 0 || needed("pooled") <= adults);
    }),
    { seed, numRuns: 500 },
  );
});

test("whoever counts so that fewer adults do than the strictest way is asked why, and nobody else is", () => {
  const few = { "6_8": 8, "9_12": 0, "13_15": 0 };
  const old = { "6_8": 0, "9_12": 0, "13_15": 20 };
  const asked = (counts: typeof few, pack: RatioPack, mode: "pooled" | "per_band") => asksFewer(counts, policy(pack, mode), "2027-07-12");

  expect([asked(thirty, flat, "pooled"), asked(thirty, flat, "per_band"), asked(thirty, bands, "per_band")]).toEqual([true, false, false]);
  // Two adults are there anyhow; and of older children the bands ask for fewer than the flat ratio.
  expect([asked(few, flat, "pooled"), asked(old, bands, "per_band"), asked(old, flat, "pooled")]).toEqual([false, true, false]);
  const anyCounts = fc.record({ "6_8": fc.nat(40), "9_12": fc.nat(40), "13_15": fc.nat(40) });
  fc.assert(
    fc.property(
      anyCounts,
      fc.constantFrom(flat, bands),
      fc.constantFrom("pooled" as const, "per_band" as const),
      fc.boolean(),
      (counts, pack, mode, isStricter) => {
        const own = Math.max(2, countAdults(counts, policy(pack, mode, isStricter)).needed);
        const all = [flat, bands].flatMap((one) => (["pooled", "per_band"] as const).map((way) => countAdults(counts, policy(one, way, isStricter)).needed));

        expect(asksFewer(counts, policy(pack, mode, isStricter), "2027-07-12")).toBe(all.some((needed) => needed > own));
        expect(waysToCount(counts, isStricter, "2027-07-12").map(({ needed }) => needed)).toEqual(all);
      },
    ),
    { seed, numRuns: 300 },
  );
});
