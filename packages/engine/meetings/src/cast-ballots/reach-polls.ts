import { bound } from "@lianxin/plugin-kit";
import { findDecision, placeOfDecision } from "../find-meeting/meeting.repository.js";
import { inPollTurn, takeMeetingTurn } from "../keep-state/take-turn.js";
import { castBallot, castOwnBallot, countPaperBox, handOutPapers, settleBallot, takeBackPaper } from "./cast-ballot.js";
import { closePoll, withdrawPoll } from "./close-poll.js";
import { openPoll } from "./open-poll.js";
import { printBallots } from "./print-ballots.js";
import { printPollTally } from "./print-tally.js";
import { delegateVote, setRoll } from "./keep-roll.js";
import { findPoll, getPoll, listPolls, placeOfPoll } from "./poll.repository.js";
import { addLinkedPoll, addPoll, openMotionPoll } from "./prepare-poll.js";
import { setLastDay } from "./set-last-day.js";
import { showPoll, showRoll } from "./show-poll.js";
import { dropDelegate, nameDelegate } from "../vote-own/name-delegate.js";
import { showOwnVotes } from "../vote-own/show-own-votes.js";
import type { MeetingsContext } from "../plugin.js";

/** What handlers reach of votes on paper and in the ledger of units. */
export const pollsOf = (ctx: MeetingsContext) => ({
  ...bound(ctx, {
    add: addPoll,
    openForMotion: openMotionPoll,
    setRoll: inPollTurn(setRoll),
    setLastDay: inPollTurn(setLastDay),
    open: inPollTurn(openPoll),
    close: inPollTurn(closePoll),
    withdraw: inPollTurn(withdrawPoll),
    show: showPoll,
    showRoll,
    print: printBallots,
    printTally: printPollTally,
  }),
  ...bound(ctx, { cast: inPollTurn(castBallot), castOwn: inPollTurn(castOwnBallot), delegate: inPollTurn(delegateVote), settle: inPollTurn(settleBallot) }),
  ...bound(ctx, { handOut: inPollTurn(handOutPapers), takeBack: inPollTurn(takeBackPaper), countBox: inPollTurn(countPaperBox) }),
  ...bound(ctx.db, { find: findPoll, placeOf: placeOfPoll, list: listPolls, placeOfDecision }),
  ...bound(ctx, { own: showOwnVotes, nameDelegate: inPollTurn(nameDelegate), dropDelegate: inPollTurn(dropDelegate) }),
  get: (id: string) => getPoll(ctx.db, id),
  async addForDecision(decisionId: string, closesOn: string | undefined) {
    const { meetingId } = (await findDecision(ctx.db, decisionId))!;
    const meeting = await takeMeetingTurn(ctx.db, meetingId);
    return addLinkedPoll(ctx, meeting, (await findDecision(ctx.db, decisionId))!, closesOn);
  },
});
