import { bound, handlersFor } from "@lianxin/plugin-kit";
import { answerByKey, answerInvitation, checkAsked, getInvitee, getOwnInvitee, recordTold, showInvitation } from "./answer-invitation/answer-invitation.js";
import { placeOfKey } from "./answer-invitation/answer-keys.js";
import { answerOthers } from "./answer-others.js";
import { checkInSelf, writeDoor } from "./check-in-self/check-in-self.js";
import { mergeLines } from "./compile-list/merge-lines.js";
import { describeList, showList } from "./compile-list/show-list.js";
import { divideDecision, listWaitingDecisions } from "./divide-decision/divide-decision.js";
import { addGuest, changeAgenda, draftMeeting, removeGuest } from "./draft-meeting/draft-meeting.js";
import { showDraft, suggestAgenda } from "./draft-meeting/show-draft.js";
import { keepMaterials, listMaterials, printMaterials } from "./keep-materials/keep-materials.js";
import { nameChair } from "./name-chair/name-chair.js";
import { findByWords } from "./find-meeting/find-by-words.js";
import {
  findDecision,
  findMeeting,
  listMeetings,
  meetingsOf,
  placeOfAnnounced,
  placeOfDecision,
  placeOfMeeting,
  type MeetingRow,
} from "./find-meeting/meeting.repository.js";
import { followChanged, followCommitted, followEnded, followRestored } from "./follow-matter/follow-matter.js";
import { followOpened } from "./follow-matter/keep-work.js";
import { keepEscalated } from "./follow-matter/keep-escalated.js";
import { takeOver } from "./follow-matter/take-over.js";
import { findSlots } from "./find-slots/find-slots.js";
import { copyPack, listPacks, takeUpRules } from "./adopt-rules/adopt-rules.js";
import { applyOne, beginApplying } from "./plan-month/apply-plan.js";
import { beginOther } from "./plan-month/ask-other.js";
import { beginPlan, readPlanProblem } from "./plan-month/ask-plan.js";
import { moveEntry, tryMove } from "./plan-month/move-entry.js";
import { changePlan, findPlan, listPlans, placeOfPlan } from "./plan-month/plan.repository.js";
import { readPlanState } from "./plan-month/read-state.js";
import { showPlan, tellerFor } from "./plan-month/show-plan.js";
import { findChainRow, listChains, placeOfChain } from "./follow-steps/chain.repository.js";
import { overrideStep, recordStep, startChain, stopChain } from "./follow-steps/follow-steps.js";
import { showChain } from "./follow-steps/show-chain.js";
import { stepsOfMatter } from "./follow-steps/steps-of-matter.js";
import { takeBackStep } from "./follow-steps/take-back-step.js";
import { addSeries, changeDate, draftDate, endSeries } from "./keep-series/keep-series.js";
import { findSeries, listSeries, placeOfSeries } from "./keep-series/series.repository.js";
import { showSeries } from "./keep-series/show-series.js";
import { inChainTurn, inMeetingTurn } from "./keep-state/take-turn.js";
import { meetings, type MeetingsContext, type MeetingsHandler } from "./plugin.js";
import { findNotice, listNotices, placeOfAnyNotice, placeOfNotice } from "./publish-minutes/notice.repository.js";
import { enclose, mailMinutes } from "./publish-minutes/mail-minutes.js";
import { confirmMinutes, postMinutes, reopenMinutes, writePublicPage } from "./publish-minutes/post-minutes.js";
import { showLedger } from "./publish-minutes/show-ledger.js";
import { findWordsOfMatter, listMatterRedactions, meetingsOfMatterWith, redactMatter } from "./redact-words/redact-matter.js";
import { findOtherMeetings, findWords, listRedactions, redactWords } from "./redact-words/redact-words.js";
import { reportPeriod } from "./report-period/report-period.js";
import { applyCommands } from "./run-meeting/apply-command.js";
import type { SentCommand } from "./run-meeting/meeting-command.js";
import { readRoom } from "./run-meeting/meeting-room.js";
import { listRefused, reopenRefused, settleRefused } from "./settle-refused/settle-refused.js";
import { showRoom } from "./run-meeting/show-room.js";
import { addParty, changeParty, endParty, resumeParty } from "./keep-body/change-parties.js";
import { endBody, resumeBody } from "./keep-body/end-body.js";
import { markSeat } from "./keep-body/mark-seat.js";
import { findBody, listBodies, listEndedBodies, placeOfBody } from "./set-up-body/body.repository.js";
import { addSeat, endSeat } from "./set-up-body/change-seats.js";
import { setUpBody } from "./set-up-body/set-up-body.js";
import { showBody } from "./set-up-body/show-body.js";
import { pollsOf } from "./cast-ballots/reach-polls.js";
import { noticesOf } from "./write-notice/reach-notices.js";
import { objectionsReach } from "./take-objections/reach-objections.js";
import { papersOf } from "./write-paper/reach-papers.js";

/** What the handlers of meetings may reach, by what it is about. */
export const services = (ctx: MeetingsContext) => ({
  bodies: {
    ...bound(ctx, { setUp: setUpBody, show: showBody, addSeat, endSeat, mark: markSeat, end: endBody, resume: resumeBody }),
    ...bound(ctx, { addParty, changeParty, endParty, resumeParty }),
    ...bound(ctx.db, { find: findBody, placeOf: placeOfBody, list: listBodies, listEnded: listEndedBodies }),
  },
  meetings: bound(ctx.db, { find: findMeeting, placeOf: placeOfMeeting, announcedPlaceOf: placeOfAnnounced, list: listMeetings, of: meetingsOf }),
  found: bound(ctx, { byWords: findByWords }),
  drafts: {
    ...bound(ctx, { add: draftMeeting, nameChair, suggest: suggestAgenda, show: showDraft }),
    ...bound(ctx, { changeAgenda: inMeetingTurn(changeAgenda), addGuest: inMeetingTurn(addGuest), removeGuest: inMeetingTurn(removeGuest) }),
  },
  promises: bound(ctx, {
    opened: followOpened,
    committed: followCommitted,
    changed: followChanged,
    ended: followEnded,
    restored: followRestored,
    escalated: keepEscalated,
    takeOver,
  }),
  lists: bound(ctx, { show: showList, describe: describeList, merge: mergeLines }),
  slots: bound(ctx, { find: findSlots }),
  plans: {
    ...bound(ctx, {
      begin: beginPlan,
      beginOther,
      readProblem: readPlanProblem,
      tellerFor,
      show: showPlan,
      stateOf: readPlanState,
      tryMove,
      move: moveEntry,
      apply: beginApplying,
      applyOne,
    }),
    ...bound(ctx.db, { find: findPlan, placeOf: placeOfPlan, list: listPlans, change: changePlan }),
  },
  notices: noticesOf(ctx),
  door: bound(ctx, { checkIn: checkInSelf, write: writeDoor }),
  answers: {
    ...bound(ctx, { give: answerInvitation, giveByKey: answerByKey, showInvitation, own: getOwnInvitee, checkAsked, of: getInvitee, recordTold }),
    placeOfKey: (key: string) => placeOfKey(ctx.db, key),
  },
  chains: {
    ...bound(ctx, {
      start: startChain,
      record: inChainTurn(recordStep),
      override: inChainTurn(overrideStep),
      takeBack: inChainTurn(takeBackStep),
      stop: inChainTurn(stopChain),
      show: showChain,
      ofMatter: stepsOfMatter,
    }),
    ...bound(ctx.db, { find: findChainRow, placeOf: placeOfChain, list: listChains }),
  },
  series: {
    ...bound(ctx, { add: addSeries, change: changeDate, draft: draftDate, end: endSeries, show: showSeries }),
    ...bound(ctx.db, { find: findSeries, placeOf: placeOfSeries, list: listSeries }),
  },
  ...bound(ctx, { report: reportPeriod }),
  rules: bound(ctx, { list: listPacks, copy: copyPack, takeUp: takeUpRules }),
  polls: pollsOf(ctx),
  decisions: {
    ...bound(ctx, { divide: divideDecision, waiting: listWaitingDecisions }),
    ...bound(ctx.db, { find: findDecision, placeOf: placeOfDecision }),
  },
  room: {
    ...bound(ctx, { read: readRoom, show: showRoom, refused: listRefused, settleRefused, reopenRefused }),
    apply: (meeting: MeetingRow, commands: readonly SentCommand[], keepsRefused: boolean, may: MeetingsHandler["may"]) =>
      applyCommands({ ...ctx, may }, meeting, commands, keepsRefused),
  },
  materials: bound(ctx, { list: listMaterials, keep: keepMaterials, print: printMaterials }),
  papers: papersOf(ctx),
  minutes: {
    ...bound(ctx, {
      publicPage: writePublicPage,
      confirm: inMeetingTurn(confirmMinutes),
      reopen: inMeetingTurn(reopenMinutes),
      post: inMeetingTurn(postMinutes),
      ledger: showLedger,
      enclose,
      mail: mailMinutes,
    }),
    find: (id: string) => findNotice(ctx.db, id),
    placeOf: (id: string) => placeOfNotice(ctx.db, id, ctx.clock.today()),
    placeOfAny: (id: string) => placeOfAnyNotice(ctx.db, id),
    list: (scope: Parameters<typeof listNotices>[1]) => listNotices(ctx.db, scope, ctx.clock.today()),
  },
  objections: objectionsReach(ctx),
  redactions: bound(ctx, { find: findWords, findOthers: findOtherMeetings, redact: redactWords, list: listRedactions }),
  matterRedactions: bound(ctx, { find: findWordsOfMatter, findMeetings: meetingsOfMatterWith, redact: redactMatter, list: listMatterRedactions }),
  others: answerOthers(ctx),
});

/** Everything a handler of meetings can reach is typed here, once. */
export const { route, on, job, task, command, checkup, proof } = handlersFor(meetings, services);
