import type { RulePack } from "../rule-pack.js";
import { atLeast, follow, members, moreThan, pack, villagersLaw } from "./make-pack.js";

const until2025 = { from: "2010-10-28", to: "2025-12-31" } as const;
const assembly = {
  effective: until2025,
  citation: villagersLaw("第二十一条", "第二十二条"),
  verified: true,
  notice: { days: 10, basis: "calendar", count: "clear" },
  conveneOnRequest: [
    { by: "voters", share: atLeast(1, 10) },
    { by: "representatives", share: atLeast(1, 3) },
  ],
} as const;

const byVillagers = pack({
  ...{ id: "cn.villager_assembly", name: { zh: "村民会议（村民参加）", en: "Villagers' assembly (villagers)" }, ...assembly },
  ...{ quorum: [members(moreThan(1, 2))], replacedBy: "cn.villager_assembly.2026" },
});
const byHouseholds = pack({
  ...{ id: "cn.villager_assembly.households", name: { zh: "村民会议（户代表参加）", en: "Villagers' assembly (one of each household)" }, ...assembly },
  ...{ quorum: [members(atLeast(2, 3))], replacedBy: "cn.villager_assembly.households.2026" },
});
const representatives = pack({
  ...{ id: "cn.villager_reps", name: { zh: "村民代表会议", en: "Villagers' representatives' assembly" } },
  ...{ effective: until2025, citation: villagersLaw("第二十五条", "第二十六条"), verified: true, replacedBy: "cn.villager_reps.2026" },
  conveneOnRequest: [{ by: "representatives", share: atLeast(1, 5) }],
  quorum: [members(atLeast(2, 3))],
  composition: [
    { of: "representatives", share: atLeast(4, 5) },
    { of: "women", share: atLeast(1, 3) },
  ],
});
const group = pack({
  ...{ id: "cn.villager_group", name: { zh: "村民小组会议", en: "Villagers' group meeting" } },
  ...{ effective: until2025, citation: villagersLaw("第二十八条"), verified: true, replacedBy: "cn.villager_group.2026" },
  quorum: [members(atLeast(2, 3))],
});

const provincial = {
  zh: "省里的实施办法，只在本省适用；上位法 2026-01-01 起有修改，用前请核对。",
  en: "A province's own measures; the law above them changed on 2026-01-01, so check before use.",
};
const open = { from: null, to: null };

/** 村民委员会组织法 and two provinces' measures for it. */
export const villagerPacks: readonly RulePack[] = [
  ...[byVillagers, byHouseholds, representatives, group],
  follow(byVillagers, "cn.villager_assembly.2026"),
  follow(byHouseholds, "cn.villager_assembly.households.2026"),
  follow(representatives, "cn.villager_reps.2026"),
  follow(group, "cn.villager_group.2026"),
  {
    ...representatives,
    ...{ id: "cn.sd.villager_reps", name: { zh: "村民代表会议（山东）", en: "Villagers' representatives (Shandong)" }, effective: open, replacedBy: null },
    ...{ citation: { law: "山东省实施村民委员会组织法办法", articles: ["第二十四条"], textVersion: null }, verified: "local", remark: provincial },
    notice: { days: 5, basis: "calendar", count: "clear" },
    quorum: [members(atLeast(2, 3)), { of: "women", share: atLeast(2, 3) }],
  },
  {
    ...representatives,
    ...{ id: "cn.zj.villager_reps", name: { zh: "村民代表会议（浙江）", en: "Villagers' representatives (Zhejiang)" }, effective: open, replacedBy: null },
    ...{ citation: { law: "浙江省实施村民委员会组织法办法", articles: ["第十七条", "第二十三条"], textVersion: null }, verified: "local", remark: provincial },
    notice: { days: 3, basis: "calendar", count: "clear" },
  },
];
