import type { Share } from "../fraction.js";
import type { Citation, Condition, RulePack } from "../rule-pack.js";

export const atLeast = (part: number, whole: number): Share => ({ op: "gte", fraction: [part, whole] });
export const moreThan = (part: number, whole: number): Share => ({ op: "gt", fraction: [part, whole] });
export const members = (share: Share): Condition => ({ of: "members", share });

export const villagersLaw = (...articles: readonly string[]): Citation => ({ law: "村民委员会组织法", articles, textVersion: "2018-12-29" });
export const residentsLaw = (...articles: readonly string[]): Citation => ({ law: "城市居民委员会组织法", articles, textVersion: "2018-12-29" });
export const civilCode = (...articles: readonly string[]): Citation => ({ law: "民法典", articles, textVersion: "2020-05-28" });
export const practice: Citation = { law: "社区议事规则（样板）", articles: [], textVersion: "2026-11-22" };

type Needed = Pick<RulePack, "id" | "name" | "effective" | "citation" | "verified" | "quorum">;
type Given = Needed & Partial<Omit<RulePack, "pass">> & { readonly pass?: Partial<RulePack["pass"]> };

/** A pack from what is particular to it: more than half of those attending pass a motion by hands or ballot, nobody votes for another. */
export const pack = ({ pass, ...given }: Given): RulePack => ({
  ...{
    isLaw: true,
    replacedBy: null,
    remark: null,
    notice: null,
    conveneOnRequest: [],
    composition: [],
    speaking: null,
    publicationDays: null,
    castingVote: false,
  },
  ways: ["hands", "ballot"],
  delegation: { isAllowed: false, most: null },
  ...{ invalidTakePart: true, beyondCompetence: [] },
  pass: { base: "attending", share: moreThan(1, 2), measures: ["heads"], ...pass },
  ...given,
});

const amended = {
  zh: "2025-10-28 修改的法律自 2026-01-01 施行，新条文还没有取得。先按 2018 年文本的数字，用前请核对。",
  en: "The law as amended on 2025-10-28 is in force since 2026-01-01; its text was not obtained. The numbers are those of 2018: check before use.",
};

/** The pack that follows the text of 2018: its numbers, not verified, from 2026 on. */
export const follow = (earlier: RulePack, id: string, citation: Citation = earlier.citation): RulePack => ({
  ...earlier,
  ...{ id, effective: { from: "2026-01-01", to: null }, replacedBy: null, verified: false, remark: amended, citation },
});
