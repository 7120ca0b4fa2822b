import type { Share } from "../keep-rules/fraction.js";
import type { Base, Condition, Group, Measure, Numbers, RulePack } from "../keep-rules/rule-pack.js";

/** A share as it travels: {op: "gte", part: 2, whole: 3}. */
export interface ToldShare {
  readonly op: Share["op"];
  readonly part: number;
  readonly whole: number;
}
export interface ToldCondition {
  readonly of: Group;
  readonly share: ToldShare;
}
export interface ToldNumbers {
  readonly notice: Numbers["notice"];
  readonly quorum: readonly ToldCondition[];
  readonly pass: { readonly base: Base; readonly share: ToldShare; readonly measures: readonly Measure[] };
  readonly speaking: Numbers["speaking"];
  readonly publicationDays: number | null;
  /** Left out: no. */
  readonly castingVote?: boolean;
}

const tellShare = ({ op, fraction: [part, whole] }: Share) => ({ op, part, whole });
export const readShare = ({ op, part, whole }: ToldShare): Share => ({ op, fraction: [part, whole] });
const tellCondition = ({ of, share }: Condition) => ({ of, share: tellShare(share) });

export const readNumbers = ({ quorum, pass, castingVote = false, ...rest }: ToldNumbers): Numbers => ({
  ...{ ...rest, castingVote },
  quorum: quorum.map(({ of, share }) => ({ of, share: readShare(share) })),
  pass: { ...pass, share: readShare(pass.share) },
});

const statusOf = ({ verified }: RulePack) => (verified === true ? ("verified" as const) : verified === false ? ("unverified" as const) : ("local" as const));

/** A pack with everything its page says. */
export function tellPackFully({ pack, copyOf, isInForce }: { readonly pack: RulePack; readonly copyOf: string | null; readonly isInForce: boolean }) {
  const { id, name, citation, effective, remark, isLaw, delegation, notice, speaking, publicationDays, castingVote } = pack;
  return {
    ...{ id, nameZh: name.zh, nameEn: name.en, law: citation.law, articles: [...citation.articles], textVersion: citation.textVersion },
    ...{ from: effective.from, to: effective.to, status: statusOf(pack), isInForce, copyOf, isLaw, remarkZh: remark?.zh ?? null, remarkEn: remark?.en ?? null },
    numbers: {
      ...{ notice: notice && { ...notice }, speaking: speaking && { ...speaking }, publicationDays, castingVote },
      quorum: pack.quorum.map(tellCondition),
      pass: { base: pack.pass.base, share: tellShare(pack.pass.share), measures: [...pack.pass.measures] },
    },
    requests: pack.conveneOnRequest.map(({ by, share }) => ({ by, share: tellShare(share) })),
    composition: pack.composition.map(tellCondition),
    ...{ ways: [...pack.ways], mayDelegate: delegation.isAllowed, mostDelegated: delegation.most },
    limits: pack.beyondCompetence.map(({ code, citation: { law, articles } }) => ({ code, citation: [law, ...articles].join("") })),
  };
}
