import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeVote } from "../take-votes/judge-motion.js";
import { judgeQuorum } from "./judge-quorum.js";
import type { RulePack } from "./rule-pack.js";
import { shippedPacks } from "./shipped-packs.js";

/**
 * Written by hand with pencil, apart from the packs: of so many members so many open, and of such a base so many pass. "of": whether those are all
 * members or those who take part. Areas in hundredths of a square metre. "women" is what Shandong asks beside the members.
 */
const table = `
pack                                 members opens  women opens base    of         passes  | area    opens   base    passes
local.deliberation_council           21      14     -     -     16      attending  9
local.evening_talk                   12      0      -     -     10      attending  6
local.alliance                       31      0      -     -     31      attending  16
local.assignment                     8       0      -     -     8       attending  5
local.chengdu_villager_council       21      14     -     -     14      attending  8
local.shenzhen_resident_council      25      17     -     -     17      attending  9
cn.villager_assembly                 1000    501    -     -     501     attending  251
cn.villager_assembly.households      301     201    -     -     201     attending  101
cn.villager_reps                     45      30     -     -     30      attending  16
cn.villager_group                    40      27     -     -     27      attending  14
cn.villager_assembly.2026            999     500    -     -     500     attending  251
cn.villager_assembly.households.2026 300     200    -     -     200     attending  101
cn.villager_reps.2026                46      31     -     -     31      attending  16
cn.villager_group.2026               41      28     -     -     28      attending  15
cn.sd.villager_reps                  45      30     16    11    30      attending  16
cn.zj.villager_reps                  44      30     -     -     30      attending  16
cn.resident_assembly.2018            60      31     -     -     31      attending  16
cn.resident_assembly.2026            61      31     -     -     32      attending  17
cn.resident_reps.2026                2000    1001   -     -     1001    attending  501
cn.owners.ordinary                   86      58     -     -     60      attending  31      | 946000  630667  650000  325001
cn.owners.special                    86      58     -     -     60      attending  45      | 946000  630667  650000  487500
cn.house_change                      7       0      -     -     7       members    7`;

const number = (cell: string | undefined): number | undefined => (cell === undefined || cell === "-" ? undefined : Number(cell));
const rows = table
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [left, right = ""] = line.split("|").map((half) => half.trim().split(/\s+/));
    const [id, ...cells] = left!;
    const of = cells[5]!;
    const [members, opens, women, womenOpen, base, , passes] = cells.map(number);
    const [area, areaOpens, areaBase, areaPasses] = [...right].map(number);
    return { id: id!, members: members!, opens: opens!, women, womenOpen, base: base!, of, passes: passes!, area, areaOpens, areaBase, areaPasses };
  });
const packOf = (id: string): RulePack => shippedPacks.find((pack) => pack.id === id)!;

test("the table has every pack that is shipped, once", () => {
  expect(rows.map(({ id }) => id).sort()).toEqual(shippedPacks.map(({ id }) => id).sort());
});

test.each(rows)("$id opens at $opens of $members, not at one fewer", ({ id, members, opens, women, womenOpen, area, areaOpens }) => {
  const groups = {
    ...(women && { women: { total: women, present: womenOpen! } }),
    ...(area && { area: { total: area, present: areaOpens! } }),
  };
  const at = (present: number) => judgeQuorum(packOf(id), { members, present, groups });

  expect([at(opens).isQuorate, at(opens + 1).isQuorate, at(opens).need]).toEqual([true, true, opens]);
  if (opens > 0) expect(at(opens - 1).isQuorate).toBe(false);
});

/** So many yes on such a base, so that no other base gives the same: members stay away and some abstain, or those who come are fewer than the members. */
const countOn = (of: string, yes: number, base: number) => {
  const abstain = Math.floor((base - yes) / 2);
  const tally = { yes, no: base - yes - abstain, abstain };
  return of === "members" ? { yes, no: 0, abstain: 0, members: base, attending: yes } : { ...tally, members: base + 7, attending: base };
};

test.each(rows)("$id passes with $passes of $base $of, not with one fewer", ({ id, base, of, passes, areaBase, areaPasses }) => {
  const isAdopted = (yes: number, areaYes = areaPasses) =>
    judgeVote(packOf(id), { heads: countOn(of, yes, base), ...(areaBase && { area: countOn(of, areaYes!, areaBase) }) }).isAdopted;

  expect([isAdopted(passes), isAdopted(passes - 1)]).toEqual([true, false]);
  if (passes < base) expect(isAdopted(passes + 1)).toBe(true);
  if (areaBase) expect([isAdopted(passes, areaPasses! + 1), isAdopted(passes, areaPasses! - 1)]).toEqual([true, false]);
});

test("enough members with too few women, or enough owners with a hundredth of a square metre too little, are no quorum", () => {
  const women = judgeQuorum(packOf("cn.sd.villager_reps"), { members: 45, present: 45, groups: { women: { total: 16, present: 10 } } });
  const area = judgeQuorum(packOf("cn.owners.ordinary"), { members: 86, present: 86, groups: { area: { total: 946_000, present: 630_666 } } });

  expect([women.isQuorate, women.arithmetic]).toEqual([false, ["45×3 ≥ 45×2", "10×3 < 16×2"]]);
  expect([area.isQuorate, area.arithmetic]).toEqual([false, ["86×3 ≥ 86×2", "6306.66×3 < 9460×2"]]);
});

test("a group that nobody counted, and a body without members, have no quorum", () => {
  expect(judgeQuorum(packOf("cn.sd.villager_reps"), { members: 45, present: 45 }).isQuorate).toBe(false);
  expect(judgeQuorum(packOf("local.deliberation_council"), { members: 0, present: 0 }).isQuorate).toBe(false);
});

test("one more who comes never closes what was open, and one more yes never undoes a decision, in any pack", () => {
  fc.assert(
    fc.property(fc.constantFrom(...shippedPacks), fc.integer({ min: 1, max: 400 }), fc.nat(400), fc.nat(400), (pack, members, came, yes) => {
      const present = Math.min(came, members);
      const groups = { women: { total: members, present }, area: { total: members * 100, present: present * 100 } };
      const opens = (more: number) => judgeQuorum(pack, { members, present: Math.min(present + more, members), groups }).isQuorate;
      const passes = (votes: number) => {
        const count = { yes: votes, no: members - votes, abstain: 0, members, attending: members };
        return judgeVote(pack, { heads: count, area: count }).isAdopted;
      };
      const votes = Math.min(yes, members - 1);

      expect(opens(0) && !opens(1)).toBe(false);
      expect(passes(votes) && !passes(votes + 1)).toBe(false);
    }),
    { seed: 3 },
  );
});
