import { expect, test } from "vitest";
import { findLimits, limits } from "./limits.js";

const met = (text: string) => findLimits(limits, text).map(({ code, packId }) => `${code} ${packId}`);

/** By hand from civil code 278: items 1 to 5 by more than half, 6 to 8 by three quarters; 279 by all concerned. */
test.each([
  ["修改业主大会议事规则", "assembly_rules cn.owners.ordinary"],
  ["制定小区管理规约", "covenant cn.owners.ordinary"],
  ["选举第二届业委会", "committee cn.owners.ordinary"],
  ["更换业主委员会成员", "committee cn.owners.ordinary"],
  ["解聘现物业公司", "manager cn.owners.ordinary"],
  ["公开选聘一家物业服务企业", "manager cn.owners.ordinary"],
  ["动用维修资金修屋顶", "maintenance_fund cn.owners.ordinary"],
  ["筹集房屋维修资金", "maintenance_fund_raise cn.owners.special"],
  ["改建小区附属设施", "rebuilding cn.owners.special"],
  ["把东边的绿地改成停车位", "common_parts cn.owners.special"],
  ["出租公共部位设快递柜", "common_parts cn.owners.special"],
  ["6 栋 101 住改商", "house_change cn.house_change"],
])("what the owners decide together is met: %s", (text, expected) => {
  expect(met(text)).toEqual([expected]);
});

test.each([
  "按“先拆除清理、再砌筑重建”推进",
  "请物业公司修楼道灯",
  "更换楼道灯，物业公司负责",
  "业委会和物业一起清运垃圾",
  "辞退保安。物业公司另派人",
  "绿地里的路灯不亮",
  "修改夜话的时间",
])("a plain repair meets none: %s", (text) => {
  expect(met(text)).toEqual([]);
});

test("every item of 278 has a line, and each line has a body, a law and words that it meets itself", () => {
  expect(limits.filter(({ citation }) => citation.articles[0] === "第278条").map(({ code }) => code)).toEqual([
    ...["assembly_rules", "covenant", "committee", "manager", "maintenance_fund_raise", "maintenance_fund", "rebuilding", "common_parts"],
  ]);
  for (const limit of limits) for (const word of limit.words) expect(findLimits([limit], word.replaceAll("…", "")), word).toEqual([limit]);
});
