import type { MotionRow } from "../find-meeting/meeting.repository.js";
import type { Casting } from "../take-votes/judge-motion.js";
import type { MeetingsContext } from "../plugin.js";

export interface ToldTally {
  readonly members: number;
  readonly attending: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Spoilt papers. */
  readonly invalid: number;
  readonly base: number;
  readonly arithmetic: string;
  /** "14 票赞成、1 票反对、1 票弃权。14×2 > 16，通过。" */
  readonly result: string;
}

/** What is said of a vote once it was taken. */
export type CountedTally = Pick<MotionRow, "members" | "attending" | "yes" | "no" | "abstain" | "invalid" | "base" | "way" | "packVerified" | "casting">;

/** A voted motion in numbers and one sentence that prints its arithmetic, which a revocation does not change; null before the vote. */
export function tellTally(
  { text }: Pick<MeetingsContext, "text">,
  {
    state,
    members,
    attending,
    yes,
    no,
    abstain,
    invalid,
    base,
    arithmetic,
    way,
    packVerified,
    casting,
  }: CountedTally & Pick<MotionRow, "state" | "arithmetic">,
  language?: "zh-CN",
): ToldTally | null {
  if (members === null || attending === null || yes === null || no === null || abstain === null || base === null || arithmetic === null) return null;
  const wasAdopted = state === "adopted" || state === "revoked";
  const key =
    way === "consent"
      ? "meetings.tally.consent"
      : casting !== null
        ? (`meetings.tally.cast.${casting as Casting}.${wasAdopted ? "adopted" : "rejected"}` as const)
        : wasAdopted
          ? "meetings.tally.adopted"
          : yes === no
            ? "meetings.tally.tied"
            : "meetings.tally.rejected";
  const spoilt = invalid ? text("meetings.tally.invalid", { invalid }, language) : "";
  const remark = packVerified === "false" ? text("meetings.tally.unverified", {}, language) : "";
  const result = text(key, { yes, no, abstain, arithmetic, present: attending }, language) + spoilt + remark;
  return { members, attending, yes, no, abstain, invalid: invalid ?? 0, base, arithmetic, result };
}
