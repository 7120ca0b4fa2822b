import type { RulePack } from "../rule-pack.js";
import { atLeast, civilCode, members, pack } from "./make-pack.js";

const assembly = {
  effective: { from: "2021-01-01", to: null },
  verified: true,
  notice: { days: 15, basis: "calendar", count: "clear" },
  conveneOnRequest: [{ by: "owners", share: atLeast(1, 5) }],
  quorum: [members(atLeast(2, 3)), { of: "area", share: atLeast(2, 3) }],
  ways: ["ballot"],
  delegation: { isAllowed: true, most: null },
  remark: {
    zh: "通知期见物业管理条例第十三、十四条，并要告知居民委员会；该条例第十二条仍印旧比例，以民法典为准。废票算不算参加，法律没有写，这里算。",
    en: "Notice by the property regulations §13, 14, with word to the residents' committee; their §12 still prints the old shares: the Civil Code prevails. Whether a spoilt paper takes part is not said; here it does.",
  },
} as const;

/** 民法典 §278, 279: owners by heads and by area together, of those who take part. */
export const ownerPacks: readonly RulePack[] = [
  pack({
    ...{ id: "cn.owners.ordinary", name: { zh: "业主大会（一般事项、使用维修资金）", en: "Owners' assembly (ordinary matters, using the maintenance fund)" } },
    ...{ ...assembly, citation: civilCode("第二百七十八条第一款第一至五项、第九项") },
    pass: { measures: ["heads", "area"] },
  }),
  pack({
    ...{
      id: "cn.owners.special",
      name: { zh: "业主大会（筹集维修资金、改建重建、改变共有部分用途）", en: "Owners' assembly (raising the fund, rebuilding, changing common parts)" },
    },
    ...{ ...assembly, citation: civilCode("第二百七十八条第一款第六至八项") },
    pass: { share: atLeast(3, 4), measures: ["heads", "area"] },
  }),
  pack({
    ...{ id: "cn.house_change", name: { zh: "住宅改经营（有利害关系的业主）", en: "A dwelling turned to business (owners concerned)" } },
    ...{ effective: assembly.effective, verified: true, citation: civilCode("第二百七十九条"), quorum: [], ways: ["ballot"] },
    pass: { base: "members", share: atLeast(1, 1) },
  }),
];
