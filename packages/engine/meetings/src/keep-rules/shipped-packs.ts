import type { Citation, RulePack } from "./rule-pack.js";

const atLeastTwoThirds = { op: "gte", fraction: [2, 3] } as const;
const moreThanHalf = { op: "gt", fraction: [1, 2] } as const;
const civilCode278: Citation = { law: "民法典", articles: ["第278条"], textVersion: "2020-05-28" };
const practice: Citation = { law: "社区议事规则（样板）", articles: [], textVersion: "2026-11-22" };

/** Rule packs that come with the program. A community makes a dated copy to change one. */
export const shippedPacks: readonly RulePack[] = [
  {
    id: "local.deliberation_council",
    name: { zh: "社区议事会", en: "Deliberation council" },
    effective: { from: "2015-07-22", to: null },
    citation: practice,
    verified: "local",
    notice: { days: 3, basis: "calendar", count: "clear" },
    quorum: [{ of: "members", share: atLeastTwoThirds }],
    pass: { base: "attending", share: moreThanHalf },
    beyondCompetence: [{ code: "maintenance_fund", words: ["维修资金", "维修基金"], competentBody: "owners_assembly", citation: civilCode278 }],
  },
  {
    id: "cn.villager_reps",
    name: { zh: "村民代表会议", en: "Villagers' representatives' assembly" },
    effective: { from: "2010-10-28", to: "2025-12-31" },
    citation: { law: "村民委员会组织法", articles: ["第二十五条", "第二十六条"], textVersion: "2018-12-29" },
    verified: true,
    notice: null,
    quorum: [{ of: "members", share: atLeastTwoThirds }],
    pass: { base: "attending", share: moreThanHalf },
    beyondCompetence: [],
  },
  {
    id: "local.evening_talk",
    name: { zh: "社区夜话", en: "Evening talk" },
    effective: { from: "2015-07-22", to: null },
    citation: practice,
    verified: "local",
    notice: { days: 1, basis: "calendar", count: "clear" },
    quorum: [],
    pass: { base: "attending", share: moreThanHalf },
    beyondCompetence: [],
  },
];

/** The pack of an id that is in force on a day, or nothing. */
export const findPack = (packs: readonly RulePack[], id: string, day: string): RulePack | undefined =>
  packs.find((pack) => pack.id === id && pack.effective.from <= day && (pack.effective.to === null || day <= pack.effective.to));
