import type { RulePack } from "../rule-pack.js";
import { atLeast, follow, members, moreThan, pack, residentsLaw } from "./make-pack.js";

const assembly = pack({
  ...{ id: "cn.resident_assembly.2018", name: { zh: "居民会议", en: "Residents' assembly" }, replacedBy: "cn.resident_assembly.2026" },
  ...{ effective: { from: "2018-12-29", to: "2025-12-31" }, citation: residentsLaw("第九条", "第十条"), verified: true },
  conveneOnRequest: [
    { by: "voters", share: atLeast(1, 5) },
    { by: "households", share: atLeast(1, 5) },
    { by: "groups", share: atLeast(1, 3) },
  ],
  quorum: [members(moreThan(1, 2))],
});
const chapter4 = { law: "城市居民委员会组织法（2025 修订）", articles: ["第四章"], textVersion: "2025-10-28" };

/** 城市居民委员会组织法: the text of 2018, and what follows it, whose text was not obtained. */
export const residentPacks: readonly RulePack[] = [
  assembly,
  follow(assembly, "cn.resident_assembly.2026", chapter4),
  { ...follow(assembly, "cn.resident_reps.2026", chapter4), name: { zh: "居民代表会议", en: "Residents' representatives' assembly" } },
];
