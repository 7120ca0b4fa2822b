import type { Share } from "../keep-rules/fraction.js";
import type { Numbers, RulePack } from "../keep-rules/rule-pack.js";

export type Weaker = "quorum" | "pass" | "notice" | "castingVote";

/** Does a share ask for at least as much as another? Whole numbers only. O(1). */
export function asksAsMuch(mine: Share, other: Share): boolean {
  const [left, right] = [BigInt(mine.fraction[0]) * BigInt(other.fraction[1]), BigInt(other.fraction[0]) * BigInt(mine.fraction[1])];
  return left > right || (left === right && (mine.op === "gt" || other.op === "gte"));
}

const keepsQuorum = (law: RulePack, mine: Numbers): boolean =>
  law.quorum.every((condition) => mine.quorum.some(({ of, share }) => of === condition.of && asksAsMuch(share, condition.share)));

const keepsPass = ({ pass: law }: RulePack, { pass: mine }: Numbers): boolean =>
  mine.base === law.base && law.measures.every((measure) => mine.measures.includes(measure)) && asksAsMuch(mine.share, law.share);

function keepsNotice({ notice: law }: RulePack, { notice: mine }: Numbers): boolean {
  if (!law) return true;
  return mine !== null && mine.days >= law.days && (law.basis === "calendar" || mine.basis === "working") && (law.count === "back" || mine.count === "clear");
}

/** What of a copy asks for less than the law it was copied from; undefined when nothing does, or the source is no law. */
export function findWeaker(source: RulePack, mine: Numbers): Weaker | undefined {
  if (!source.isLaw) return undefined;
  if (!keepsQuorum(source, mine)) return "quorum";
  if (!keepsPass(source, mine)) return "pass";
  if (!keepsNotice(source, mine)) return "notice";
  return mine.castingVote && !source.castingVote ? "castingVote" : undefined;
}

const isShare = ({ op, fraction: [part, whole] }: Share): boolean => part >= 1 && (op === "gte" ? part <= whole : part < whole);

/** The field of a share that no count can reach or that is more than the whole, or nothing. */
export function findWrongShare({ quorum, pass }: Numbers): string | undefined {
  const at = quorum.findIndex(({ share }) => !isShare(share));
  if (at >= 0) return `numbers.quorum.${at}.share`;
  return isShare(pass.share) ? undefined : "numbers.pass.share";
}
