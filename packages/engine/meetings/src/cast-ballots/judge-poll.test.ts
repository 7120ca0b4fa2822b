import fc from "fast-check";
import { expect, test } from "vitest";
import { shippedPacks } from "../keep-rules/shipped-packs.js";
import { choices, judgePoll, type Choice, type CountedBallots } from "./judge-poll.js";

const ordinary = shippedPacks.find(({ id }) => id === "cn.owners.ordinary")!;
const special = shippedPacks.find(({ id }) => id === "cn.owners.special")!;
const houseChange = shippedPacks.find(({ id }) => id === "cn.house_change")!;
const council = shippedPacks.find(({ id }) => id === "local.deliberation_council")!;
const frame = { roll: { units: 86, area: 946_000 }, members: null };
const count = (choice: Choice, papers: number, area: number): CountedBallots => ({ choice, papers, area });

test("sixty of 86 households with 6,500 of 9,460 ㎡ took part, 45 with 4,880 ㎡ agreed: adopted by both", () => {
  const result = judgePoll(ordinary, frame, [count("yes", 45, 488_000), count("no", 15, 162_000)]);

  expect(result).toMatchObject({
    ...{ isQuorate: true, isAdopted: true, quorum: ["60×3 ≥ 86×2", "6500×3 ≥ 9460×2"], arithmetic: "45×2 > 60，4880×2 > 6500", verified: true },
    heads: { yes: 45, no: 15, members: 86, attending: 60 },
    area: { yes: 488_000, no: 162_000, members: 946_000, attending: 650_000 },
  });
});

test("the same papers raise no maintenance fund: 45 of 60 heads are three quarters, but not a hundredth less of the area", () => {
  const at = (area: number) => judgePoll(special, frame, [count("yes", 45, area), count("no", 15, 650_000 - area)]).isAdopted;

  expect([at(488_000), at(487_500), at(487_499)]).toEqual([true, true, false]);
});

test("57 households are too few whatever their area, and the decision does not pass on their votes alone", () => {
  const result = judgePoll(ordinary, frame, [count("yes", 57, 800_000)]);

  expect([result.isQuorate, result.isAdopted, result.quorum[0]]).toEqual([false, false, "57×3 < 86×2"]);
});

test("a dwelling is turned to business only when every owner concerned agrees", () => {
  const seven = { roll: { units: 7, area: 0 }, members: null };

  expect([7, 6].map((yes) => judgePoll(houseChange, seven, [count("yes", yes, 0)]).isAdopted)).toEqual([true, false]);
});

test("in a meeting those there are the base, though some hand in nothing", () => {
  const meeting = { roll: { units: 16, area: 0 }, members: 21 };
  const result = judgePoll(council, meeting, [count("yes", 8, 0), count("no", 2, 0), count("invalid", 1, 0)]);

  expect(result).toMatchObject({ isQuorate: true, isAdopted: false, arithmetic: "8×2 ≤ 16", heads: { members: 21, attending: 16, invalid: 1 } });
});

const aUnit = fc.record({ area: fc.integer({ min: 1, max: 30_000 }), choice: fc.constantFrom(...choices, "nothing" as const) });

test("counted unit by unit with fractions of big integers, the result is the same", () => {
  fc.assert(
    fc.property(fc.array(aUnit, { minLength: 1, maxLength: 60 }), fc.constantFrom(ordinary, special), (units, pack) => {
      const roll = { units: units.length, area: units.reduce((sum, { area }) => sum + area, 0) };
      const ballots = units.flatMap(({ area, choice }) => (choice === "nothing" ? [] : [count(choice, 1, area)]));
      const inside = units.filter(({ choice }) => choice !== "nothing");
      const sum = (of: readonly { area: number }[], weigh: (one: { area: number }) => number) => of.reduce((all, one) => all + BigInt(weigh(one)), 0n);
      const holds = [() => 1, (one: { area: number }) => one.area].every((weigh) => {
        const [all, took, yes] = [
          sum(units, weigh),
          sum(inside, weigh),
          sum(
            inside.filter(({ choice }) => choice === "yes"),
            weigh,
          ),
        ];
        const agreed = pack === special ? 4n * yes >= 3n * took : 2n * yes > took;
        return 3n * took >= 2n * all && yes > 0n && agreed;
      });

      expect(judgePoll(pack, { roll, members: null }, ballots).isAdopted).toBe(holds);
    }),
    { seed: 7, numRuns: 400 },
  );
});

test("who hands in nothing is never counted as a yes: taking a yes paper away never adopts", () => {
  fc.assert(
    fc.property(fc.array(aUnit, { minLength: 2, maxLength: 40 }), (units) => {
      const roll = { units: units.length, area: units.reduce((sum, { area }) => sum + area, 0) };
      const ballots = units.flatMap(({ area, choice }) => (choice === "nothing" ? [] : [count(choice, 1, area)]));
      const at = ballots.findIndex(({ choice }) => choice === "yes");
      fc.pre(at >= 0);
      const before = judgePoll(ordinary, { roll, members: null }, ballots).isAdopted;
      const after = judgePoll(
        ordinary,
        { roll, members: null },
        ballots.filter((_, i) => i !== at),
      ).isAdopted;

      expect(!before && after).toBe(false);
    }),
    { seed: 8 },
  );
});

test("where the rules also ask how many women are there, a vote in a meeting is judged by who was there when its papers went out", () => {
  const shandong = shippedPacks.find(({ id }) => id === "cn.sd.villager_reps")!;
  const inMeeting = (isQuorate: boolean) => ({ roll: { units: 30, area: 0 }, members: 45, quorum: { isQuorate, arithmetic: ["30×3 ≥ 45×2", "11×3 ≥ 16×2"] } });
  const at = (yes: number, isQuorate = true) => judgePoll(shandong, inMeeting(isQuorate), [count("yes", yes, 0), count("no", 30 - yes, 0)]);

  expect([at(16).isAdopted, at(15).isAdopted, at(17).isAdopted, at(30, false).isAdopted]).toEqual([true, false, true, false]);
  expect(at(16)).toMatchObject({ quorum: ["30×3 ≥ 45×2", "11×3 ≥ 16×2"], arithmetic: "16×2 > 30" });
});
