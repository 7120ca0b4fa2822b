/** A vote in heads: how many may vote, came, and said what. */
export interface StepVotes {
  readonly due: number;
  readonly attending: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}
/** Why figures cannot be those of a decision: they do not add up, too few came, or it was not adopted. */
export type VotesProblem = "stepVotesWrong" | "stepVotesFew" | "stepVotesLost";

/** The least that the shipped rules of every villagers' body ask: more than half come, and more than half of who came agree. Nothing when both hold. O(1). */
export function findVotesProblem({ due, attending, yes, no, abstain }: StepVotes): VotesProblem | undefined {
  if (attending > due || yes + no + abstain > attending) return "stepVotesWrong";
  if (attending * 2 <= due) return "stepVotesFew";
  return yes * 2 > attending ? undefined : "stepVotesLost";
}
