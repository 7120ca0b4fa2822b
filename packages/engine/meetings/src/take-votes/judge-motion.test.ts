import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeQuorum } from "../keep-rules/judge-quorum.js";
import { findPack, shippedPacks } from "../keep-rules/shipped-packs.js";
import { findTallyProblem, judgeMotion } from "./judge-motion.js";

const council = findPack(shippedPacks, "local.deliberation_council", "2026-09-09")!;

test("sixteen of twenty-one are quorate, fourteen are just enough, thirteen are not", () => {
  const verdicts = [16, 14, 13].map((present) => judgeQuorum(council, { members: 21, present }));

  expect(verdicts.map((v) => v.isQuorate)).toEqual([true, true, false]);
  expect(verdicts[0]).toMatchObject({ need: 14, arithmetic: ["16×3 ≥ 21×2"] });
  expect(verdicts[2]!.arithmetic).toEqual(["13×3 < 21×2"]);
});

test("fourteen for, one against, one abstaining of sixteen is adopted", () => {
  const verdict = judgeMotion(council, { yes: 14, no: 1, abstain: 1 }, { members: 21, attending: 16 });

  expect(verdict).toEqual({ isAdopted: true, isTied: false, base: 16, need: 9, arithmetic: "14×2 > 16", verified: "local" });
});

test("half is not more than half, and a tie is not adopted", () => {
  const half = judgeMotion(council, { yes: 15, no: 10, abstain: 5 }, { members: 45, attending: 30 });
  const tie = judgeMotion(council, { yes: 8, no: 8, abstain: 0 }, { members: 21, attending: 16 });

  expect([half.isAdopted, tie.isAdopted, tie.isTied]).toEqual([false, false, true]);
});

test("an abstention never helps a motion", () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.nat(50), (yes, no, abstain) => {
      const attending = yes + no + abstain + 1;
      const before = judgeMotion(council, { yes, no, abstain }, { members: 200, attending });
      const after = judgeMotion(council, { yes, no, abstain: abstain + 1 }, { members: 200, attending: attending + 1 });

      expect(!before.isAdopted && after.isAdopted).toBe(false);
    }),
    { seed: 2 },
  );
});

test("more votes than people present are refused", () => {
  expect(findTallyProblem({ yes: 14, no: 2, abstain: 1 }, { members: 21, attending: 16 })).toBe("more_votes_than_present");
  expect(findTallyProblem({ yes: -1, no: 2, abstain: 1 }, { members: 21, attending: 16 })).toBe("negative_count");
  expect(findTallyProblem({ yes: 14, no: 1, abstain: 1 }, { members: 21, attending: 16 })).toBeUndefined();
});

test("a pack that has ended is not found", () => {
  expect(findPack(shippedPacks, "cn.villager_reps", "2025-12-31")).toBeDefined();
  expect(findPack(shippedPacks, "cn.villager_reps", "2026-01-01")).toBeUndefined();
});
