import { bound } from "@lianxin/plugin-kit";
import { findDecision, findMeeting, placeOfDecision } from "../find-meeting/meeting.repository.js";
import { takePollTurn } from "../keep-state/take-turn.js";
import { castBallot, castOwnBallot, countPaperBox, handOutPapers, settleBallot, takeBackPaper } from "./cast-ballot.js";
import { closePoll, withdrawPoll } from "./close-poll.js";
import { openPoll } from "./open-poll.js";
import { printBallots } from "./print-ballots.js";
import { printPollTally } from "./print-tally.js";
import { delegateVote, setRoll } from "./keep-roll.js";
import { findPoll, getPoll, listPolls, placeOfPoll, type PollRow } from "./poll.repository.js";
import { addLinkedPoll, addPoll, openMotionPoll } from "./prepare-poll.js";
import { setLastDay } from "./set-last-day.js";
import { showPoll, showRoll } from "./show-poll.js";
import { dropDelegate, nameDelegate } from "../vote-own/name-delegate.js";
import { showOwnVotes } from "../vote-own/show-own-votes.js";
import type { MeetingsContext } from "../plugin.js";

type Change<A extends readonly unknown[], R> = (ctx: MeetingsContext, poll: PollRow, ...more: A) => Promise<R>;
/** Whoever changes a vote comes one after the other, and finds it as the one before left it. */
const inTurn =
  <A extends readonly unknown[], R>(change: Change<A, R>): Change<A, R> =>
  async (ctx, { id }, ...more) =>
    change(ctx, await takePollTurn(ctx.db, id), ...more);

/** What handlers reach of votes on paper and in the ledger of units. */
export const pollsOf = (ctx: MeetingsContext) => ({
  ...bound(ctx, {
    add: addPoll,
    openForMotion: openMotionPoll,
    setRoll: inTurn(setRoll),
    setLastDay: inTurn(setLastDay),
    open: inTurn(openPoll),
    close: inTurn(closePoll),
    withdraw: inTurn(withdrawPoll),
    show: showPoll,
    showRoll,
    print: printBallots,
    printTally: printPollTally,
  }),
  ...bound(ctx, { cast: inTurn(castBallot), castOwn: inTurn(castOwnBallot), delegate: inTurn(delegateVote), settle: inTurn(settleBallot) }),
  ...bound(ctx, { handOut: inTurn(handOutPapers), takeBack: inTurn(takeBackPaper), countBox: inTurn(countPaperBox) }),
  ...bound(ctx.db, { find: findPoll, placeOf: placeOfPoll, list: listPolls, placeOfDecision }),
  ...bound(ctx, { own: showOwnVotes, nameDelegate: inTurn(nameDelegate), dropDelegate: inTurn(dropDelegate) }),
  get: (id: string) => getPoll(ctx.db, id),
  async addForDecision(decisionId: string, closesOn: string | undefined) {
    const decision = (await findDecision(ctx.db, decisionId))!;
    return addLinkedPoll(ctx, (await findMeeting(ctx.db, decision.meetingId))!, decision, closesOn);
  },
});
