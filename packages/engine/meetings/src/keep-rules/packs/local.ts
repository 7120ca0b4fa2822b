import { limits } from "@lianxin/matters";
import type { RulePack } from "../rule-pack.js";
import { atLeast, members, moreThan, pack, practice } from "./make-pack.js";

const anyTime = { from: "2015-07-22", to: null };
const practised = { isLaw: false, effective: anyTime, citation: practice, verified: "local", beyondCompetence: limits } as const;
const delegated = { isAllowed: true, most: 1 };
const informal = { ...practised, quorum: [], ways: ["hands", "consent"], delegation: delegated } as const;

/** Consultative bodies by practice: a community adopts them as its own, or changes them. */
export const localPacks: readonly RulePack[] = [
  pack({
    ...{ id: "local.deliberation_council", name: { zh: "社区议事会", en: "Deliberation council" }, ...practised },
    ...{ notice: { days: 3, basis: "calendar", count: "clear" }, quorum: [members(atLeast(2, 3))], ways: ["hands", "ballot", "consent"] },
    ...{ delegation: delegated, speaking: { seconds: 120, times: 2 }, publicationDays: 7 },
  }),
  pack({ ...{ id: "local.evening_talk", name: { zh: "社区夜话", en: "Evening talk" }, ...informal }, notice: { days: 1, basis: "calendar", count: "clear" } }),
  pack({
    ...{ id: "local.alliance", name: { zh: "联席会、调度会", en: "Joint and coordination meetings" }, ...informal },
    notice: { days: 3, basis: "calendar", count: "clear" },
  }),
  pack({
    ...{ id: "local.assignment", name: { zh: "问题交办会", en: "Assignment meeting" }, ...informal },
    notice: { days: 3, basis: "calendar", count: "clear" },
  }),
  pack({
    ...{
      id: "local.chengdu_villager_council",
      name: { zh: "村民议事会（成都）", en: "Villagers' council (Chengdu)" },
      effective: anyTime,
      isLaw: false,
      beyondCompetence: limits,
    },
    ...{ citation: { law: "成都村民议事会做法", articles: [], textVersion: null }, verified: false },
    remark: { zh: "数字来自转述，没有核对原文。", en: "The numbers are from hearsay; no text was read." },
    quorum: [members(atLeast(2, 3))],
    pass: { base: "attending", share: moreThan(1, 2) },
    composition: [{ of: "non_cadres", share: atLeast(1, 2) }],
  }),
  pack({
    ...{
      id: "local.shenzhen_resident_council",
      name: { zh: "居民议事会（深圳）", en: "Residents' council (Shenzhen)" },
      effective: anyTime,
      isLaw: false,
      beyondCompetence: limits,
    },
    ...{ citation: { law: "深圳居民议事会做法", articles: [], textVersion: null }, verified: false },
    remark: {
      zh: "没有取得文本：到会和通过的比例先按社区议事会的样板，用前请核对。举手表决民生微实事项目的做法有 2021 年的报道。",
      en: "No text was obtained: quorum and majority are those of the council template, check before use. Votes by hands on small works were reported in 2021.",
    },
    quorum: [members(atLeast(2, 3))],
    ways: ["hands", "ballot", "consent"],
  }),
];
