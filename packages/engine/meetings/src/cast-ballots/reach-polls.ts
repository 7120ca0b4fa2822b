import { bound } from "@lianxin/plugin-kit";
import { findDecision, findMeeting, placeOfDecision } from "../find-meeting/meeting.repository.js";
import { castBallot, castOwnBallot, countPaperBox, handOutPapers, settleBallot } from "./cast-ballot.js";
import { closePoll, openPoll, withdrawPoll } from "./close-poll.js";
import { printBallots } from "./print-ballots.js";
import { delegateVote, setRoll } from "./keep-roll.js";
import { findPoll, getPoll, listPolls, placeOfPoll } from "./poll.repository.js";
import { addLinkedPoll, addPoll, openMotionPoll } from "./prepare-poll.js";
import { showOwnUnits, showPoll, showRoll } from "./show-poll.js";
import type { MeetingsContext } from "../plugin.js";

/** What handlers reach of votes on paper and in the ledger of units. */
export const pollsOf = (ctx: MeetingsContext) => ({
  ...bound(ctx, {
    add: addPoll,
    openForMotion: openMotionPoll,
    setRoll,
    open: openPoll,
    close: closePoll,
    withdraw: withdrawPoll,
    show: showPoll,
    showRoll,
    print: printBallots,
  }),
  ...bound(ctx, { cast: castBallot, castOwn: castOwnBallot, delegate: delegateVote, settle: settleBallot, handOut: handOutPapers, countBox: countPaperBox }),
  ...bound(ctx.db, { find: findPoll, placeOf: placeOfPoll, list: listPolls, placeOfDecision }),
  ownUnits: () => showOwnUnits(ctx),
  get: (id: string) => getPoll(ctx.db, id),
  async addForDecision(decisionId: string, closesOn: string | undefined) {
    const decision = (await findDecision(ctx.db, decisionId))!;
    return addLinkedPoll(ctx, (await findMeeting(ctx.db, decision.meetingId))!, decision, closesOn);
  },
});
