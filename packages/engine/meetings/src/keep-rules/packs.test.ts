import { findLimits } from "@lianxin/matters";
import { expect, test } from "vitest";
import { judgeComposition } from "./judge-composition.js";
import { followPack, shippedPacks } from "./shipped-packs.js";
import { readArea, tellArea } from "./tell-area.js";

const packOf = (id: string) => shippedPacks.find((pack) => pack.id === id)!;

test("every pack has its source, and one that is not verified says why", () => {
  for (const { id, citation, verified, remark, replacedBy } of shippedPacks) {
    expect(citation.law, id).not.toBe("");
    if (verified === false) expect(remark?.zh, id).toBeTruthy();
    if (replacedBy) expect(packOf(replacedBy), id).toBeDefined();
  }
});

test("the status of each pack is the one of the research", () => {
  const by = (verified: boolean | "local") => shippedPacks.filter((pack) => pack.verified === verified).map(({ id }) => id);

  expect(by(false)).toEqual([
    "local.chengdu_villager_council",
    "local.shenzhen_resident_council",
    "cn.villager_assembly.2026",
    "cn.villager_assembly.households.2026",
    "cn.villager_reps.2026",
    "cn.villager_group.2026",
    "cn.resident_assembly.2026",
    "cn.resident_reps.2026",
  ]);
  expect(by("local")).toEqual([
    "local.deliberation_council",
    "local.evening_talk",
    "local.alliance",
    "local.assignment",
    "cn.sd.villager_reps",
    "cn.zj.villager_reps",
  ]);
});

test("from 2026 the text of 2018 gives way to its successor, whose numbers are not verified", () => {
  const before = followPack(shippedPacks, "cn.villager_reps", "2025-12-31");
  const after = followPack(shippedPacks, "cn.villager_reps", "2026-01-01");

  expect([before?.id, before?.verified, after?.id, after?.verified]).toEqual(["cn.villager_reps", true, "cn.villager_reps.2026", false]);
  expect(after?.quorum).toEqual(before?.quorum);
  expect(followPack(shippedPacks, "cn.resident_assembly.2018", "2018-12-28")).toBeUndefined();
});

/** By hand: of so many seats so many must be of a kind, for every pack that asks for it. */
const seated: readonly (readonly [pack: string, of: "representatives" | "women" | "non_cadres", seats: number, need: number])[] = [
  ["cn.villager_reps", "representatives", 45, 36],
  ["cn.villager_reps", "women", 45, 15],
  ["cn.villager_reps.2026", "representatives", 46, 37],
  ["cn.villager_reps.2026", "women", 46, 16],
  ["cn.sd.villager_reps", "representatives", 41, 33],
  ["cn.sd.villager_reps", "women", 41, 14],
  ["cn.zj.villager_reps", "representatives", 44, 36],
  ["cn.zj.villager_reps", "women", 44, 15],
  ["local.chengdu_villager_council", "non_cadres", 21, 11],
];

test.each(seated)("%s asks %s among %i seats for %i, and one fewer is too few", (id, of, seats, need) => {
  const isReached = (count: number) => judgeComposition(packOf(id), seats, { [of]: count }).find((condition) => condition.of === of)!.isReached;

  expect([isReached(need - 1), isReached(need), isReached(need + 1)]).toEqual([false, true, true]);
});

test("the table of seats has every pack that says how they are made up", () => {
  const asked = shippedPacks.flatMap(({ id, composition }) => composition.map(({ of }) => `${id} ${of}`));

  expect(seated.map(([id, of]) => `${id} ${of}`).sort()).toEqual(asked.sort());
});

test("what a council cannot decide alone is told by the rule that says most, and a plain repair is not told at all", () => {
  const codes = (text: string) => findLimits(packOf("local.deliberation_council").beyondCompetence, text).map(({ code, packId }) => [code, packId]);

  expect(codes("动用维修资金 8 万元修挡土墙")).toEqual([["maintenance_fund", "cn.owners.ordinary"]]);
  expect(codes("续筹维修资金每户 500 元")).toEqual([["maintenance_fund_raise", "cn.owners.special"]]);
  expect(codes("解聘现物业公司")).toEqual([["manager", "cn.owners.ordinary"]]);
  expect(codes("利用共有部分设广告牌")).toEqual([["common_parts", "cn.owners.special"]]);
  expect(codes("6 栋 101 住改商")).toEqual([["house_change", "cn.house_change"]]);
  expect(codes("按“先拆除清理、再砌筑重建”推进")).toEqual([]);
});

test("an area is read and written to the hundredth, exactly", () => {
  expect(["109.5", "9,460", "６３０６．６７㎡", "0.05", "80平方米"].map(readArea)).toEqual([10_950, 946_000, 630_667, 5, 8_000]);
  expect(["", "109.555", "-3", "约 80", "1e3"].map(readArea)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect([946_000, 630_667, 5, 0, 10_950].map(tellArea)).toEqual(["9460", "6306.67", "0.05", "0", "109.50"]);
});
