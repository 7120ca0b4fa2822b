import { bound, handlersFor, type Actor } from "@lianxin/plugin-kit";
import { answerOthers } from "./answer-others.js";
import { askLeave, decideLeave, withdrawLeave } from "./ask-leave/ask-leave.js";
import { requestsOf } from "./ask-leave/request.repository.js";
import { blockWork, liftBlock } from "./block-work/block-work.js";
import { endBlocks } from "./block-work/end-blocks.js";
import { changeVerifiers } from "./check-work/change-verifiers.js";
import { checkWork } from "./check-work/check-work.js";
import { claimAgainst, counterClaimsOf, decideCounterClaim, withdrawCounterClaim } from "./claim-against/claim-against.js";
import { closeOut, proposeDay, reopen, setDay } from "./close-out/close-out.js";
import { readAccount, readRollOver } from "./count-roll-over/read-roll-over.js";
import { mergePart, restorePart, withdrawPart } from "./end-part/end-part.js";
import { exportCsv, exportLedger, printLedger } from "./export-ledger/export-ledger.js";
import { waitingFor } from "./follow-waits/wait.repository.js";
import { findHandOver, handOversOf, proposeHandOver, refuseHandOver, signHandOver } from "./hand-over/hand-over.js";
import {
  entriesOf,
  evidenceOf,
  reporterOf,
  findCommitmentRow,
  findHolder,
  findPartRow,
  placeOfCommitment,
  placeOfPart,
  supportersOf,
} from "./keep-ledger/part.repository.js";
import { readLedger } from "./keep-ledger/read-ledger.js";
import { verifiersOfOne } from "./keep-ledger/verifier.repository.js";
import { closePeriods } from "./keep-obligations/keep-obligations.js";
import { moveCommitment } from "./keep-state/move-commitment.js";
import { takeCommitmentTurn, takePartTurn } from "./keep-state/take-turn.js";
import { makeCommitment } from "./make-commitment/make-commitment.js";
import { listParties } from "./make-commitment/party.repository.js";
import { chooseDueDay } from "./measure-time/get-due-day.js";
import { noticeRecurrence } from "./notice-recurrence/notice-recurrence.js";
import { endDeferrals } from "./open-parts/end-deferrals.js";
import { changeNeeds } from "./open-parts/change-needs.js";
import { deferPart, openParts, resumePart } from "./open-parts/open-parts.js";
import { commitments, type CommitmentsContext, type Directory, type May } from "./plugin.js";
import { counterClaimsFor, reportsFor, requestsFor } from "./list-waiting/list-waiting.js";
import { printHandOver } from "./print-promises/print-hand-over.js";
import { printCloseOut, printCodeSlip, printRatingCodes, printSlip } from "./print-promises/print-slips.js";
import { rateWork, ratingsOf, sumsOf } from "./rate-work/rate-work.js";
import { makeRatingCodes, useRatingCode } from "./rate-work/use-rating-code.js";
import { remindOwners } from "./remind-owners/remind-owners.js";
import { submitWork } from "./report-progress/submit-work.js";
import { endSearches, seekOwner } from "./seek-owner/seek-owner.js";
import { urgeOwner } from "./urge-owner/urge-owner.js";
import { makeSlip, useSlip } from "./use-slip/use-slip.js";

const onParts = (ctx: CommitmentsContext) => ({
  ...bound(ctx, { changeNeeds }),
  ...bound(ctx, { open: openParts, defer: deferPart, resume: resumePart, commit: makeCommitment, chooseDueDay, listParties }),
  ...bound(ctx, { merge: mergePart, withdraw: withdrawPart, restore: restorePart, seek: seekOwner, endSearches, endDeferrals }),
  ...bound(ctx, { askLeave, decideLeave, withdrawLeave, claimAgainst, decideCounterClaim, withdrawCounterClaim, rollOver: readRollOver, account: readAccount }),
  ...bound(ctx.db, {
    find: findPartRow,
    take: takePartTurn,
    placeOf: placeOfPart,
    holderOf: findHolder,
    entriesOf,
    requestsOf,
    counterClaimsOf,
    waitingFor,
  }),
});

const onCommitments = (ctx: CommitmentsContext) => ({
  ...bound(ctx, {
    move: moveCommitment,
    submit: submitWork,
    check: checkWork,
    changeVerifiers,
    close: closeOut,
    reopen,
    setDay,
    proposeDay,
    urge: urgeOwner,
    remind: remindOwners,
  }),
  ...bound(ctx, { block: blockWork, lift: liftBlock, endBlocks, proposeHandOver, signHandOver, refuseHandOver, noticeRecurrence }),
  ...bound(ctx, { rate: rateWork, makeRatingCodes, makeSlip, printSlip, printCodeSlip, printHandOver, printCloseOut, printRatingCodes }),
  ...bound(ctx.db, {
    find: findCommitmentRow,
    take: takeCommitmentTurn,
    placeOf: placeOfCommitment,
    evidenceOf,
    reporterOf,
    verifiersOf: verifiersOfOne,
    supportersOf,
    findHandOver,
    handOversOf,
    ratingsOf,
    ratingSums: sumsOf,
  }),
});

/** What the handlers of commitments may reach. */
export const services = (ctx: CommitmentsContext) => ({
  parts: onParts(ctx),
  commitments: onCommitments(ctx),
  ledger: { ...readLedger(ctx), ...bound(ctx, { requestsFor, counterClaimsFor, reportsFor, export: exportLedger, exportCsv, print: printLedger }) },
  slips: bound(ctx, { use: useSlip, rate: useRatingCode }),
  closePeriods: () => closePeriods(ctx),
  others: answerOthers(ctx),
});

/** What the routes about one commitment share. */
export interface RouteParts {
  readonly params: { readonly commitmentId: string };
  readonly services: ReturnType<typeof services>;
  readonly actor: Actor;
  readonly use: { readonly directory: Directory };
  readonly may: May;
}

/** Everything a handler of commitments can reach is typed here, once. */
export const { route, on, job, command, checkup } = handlersFor(commitments, services);
