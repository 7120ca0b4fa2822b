import { dayText } from "@lianxin/web-kit";
import { api, text } from "../api.js";

export const loadVotes = async () => (await api("GET /own-ballots")).ballots;
export type OwnVote = Awaited<ReturnType<typeof loadVotes>>[number];

export const untilOf = ({ closesOn, isOver }: OwnVote): string =>
  closesOn === null ? text("meetings.ownVotes.noEnd") : text(isOver ? "meetings.ownVotes.over" : "meetings.ownVotes.until", { day: dayText(closesOn) });

/** Can this one still be said by the person asking: not over, nobody else named, and not in a box already. */
export const isOpenTo = ({ isOver, delegateName, isSecret, hasVoted }: OwnVote): boolean => !isOver && delegateName === null && !(isSecret && hasVoted);

/** Does it wait for the person asking? */
export const isToSay = (vote: OwnVote): boolean => isOpenTo(vote) && !vote.hasVoted;
