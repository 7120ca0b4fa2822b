import type { Citation } from "../keep-rules/rule-pack.js";

export interface ChainStep {
  readonly id: string;
  readonly kind: "gate" | "publication";
  readonly name: { readonly zh: string; readonly en: string };
  /** What it must come before: the decision's taking effect, or the end of the whole. */
  readonly before: "effect" | "completion";
}
/** Steps a matter must go through one after another, as dated data. */
export interface Chain {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly citation: Citation;
  readonly verified: boolean | "local";
  readonly steps: readonly ChainStep[];
  /** The step that is a vote, and the packs (by the beginning of their id) whose vote it is. */
  readonly decision: { readonly step: string; readonly packs: readonly string[] };
}

const gate = (id: string, zh: string, en: string): ChainStep => ({ id, kind: "gate", name: { zh, en }, before: "effect" });
const publication = (id: string, zh: string, en: string, before: ChainStep["before"]): ChainStep => ({ id, kind: "publication", name: { zh, en }, before });

/** 四议两公开: four gates and two publications that must be made. */
export const shippedChains: readonly Chain[] = [
  {
    id: "cn.four_talks",
    name: { zh: "四议两公开", en: "Four talks, two publications" },
    citation: { law: "农村基层组织工作条例", articles: ["第十九条"], textVersion: null },
    verified: false,
    steps: [
      gate("propose", "村党组织提议", "Party organisation proposes"),
      gate("consult", "“两委”会商议", "The two committees consult"),
      gate("review", "党员大会审议", "Party members review"),
      gate("decide", "村民会议或村民代表会议决议", "Villagers' assembly or representatives decide"),
      publication("publish_decision", "决议公开", "Decision published", "effect"),
      publication("publish_result", "实施结果公开", "Result published", "completion"),
    ],
    decision: { step: "decide", packs: ["cn.villager_assembly", "cn.villager_reps", "cn.sd.villager_reps", "cn.zj.villager_reps"] },
  },
];

export const findChain = (id: string): Chain | undefined => shippedChains.find((chain) => chain.id === id);
