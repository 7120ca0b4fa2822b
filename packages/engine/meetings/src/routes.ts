export { endBodyRoute, listEndedBodiesRoute, markSeatRoute, resumeBodyRoute } from "./keep-body/bodies.route.js";
export { addPartyRoute, changePartyRoute, endPartyRoute, resumePartyRoute } from "./keep-body/parties.route.js";
export { dropDelegateRoute, listOwnVotesRoute, nameDelegateRoute } from "./vote-own/own-votes.route.js";
export { keepMaterialsRoute, listMaterialsRoute, printMaterialsRoute } from "./keep-materials/materials.route.js";
export { nameChairRoute } from "./name-chair/chair.route.js";
export { copyPackRoute, listPacksRoute, takeUpRulesRoute } from "./adopt-rules/packs.route.js";
export { answerByKeyRoute, answerForRoute, answerOwnRoute, recordToldRoute, showInvitation } from "./answer-invitation/answers.route.js";
export {
  castBallotRoute,
  castOwnBallotRoute,
  countPaperBoxRoute,
  delegateVoteRoute,
  handOutPapersRoute,
  settleBallotRoute,
  takeBackPaperRoute,
} from "./cast-ballots/ballots.route.js";
export {
  addLinkedPollRoute,
  addPollRoute,
  closePollRoute,
  listPollsRoute,
  openMotionPollRoute,
  openPollRoute,
  printPollRoute,
  printPollTallyRoute,
  setLastDayRoute,
  setRollRoute,
  showPollRoute,
  showRollRoute,
  withdrawPollRoute,
} from "./cast-ballots/polls.route.js";
export { checkInSelfRoute, printDoorRoute } from "./check-in-self/check-in-self.route.js";
export { mergeLinesRoute, printListRoute, printListSheetsRoute, showListRoute } from "./compile-list/lists.route.js";
export { divideDecisionRoute, listWaitingDecisionsRoute } from "./divide-decision/divide-decision.route.js";
export { addGuestRoute, changeAgendaRoute, draftMeetingRoute, removeGuestRoute, showDraft, suggestAgenda } from "./draft-meeting/drafts.route.js";
export { findMeetingsRoute } from "./find-meeting/find-by-words.route.js";
export { listDraftsRoute, listMeetingsRoute, listOwnMeetings } from "./find-meeting/list-meetings.route.js";
export { findSlotsRoute } from "./find-slots/find-slots.route.js";
export {
  applyPlanRoute,
  beginOtherRoute,
  beginPlanRoute,
  listPlansRoute,
  moveEntryRoute,
  showPlanRoute,
  stopPlanRoute,
  tryMoveRoute,
} from "./plan-month/plans.route.js";
export { cancelRoute, chooseSlotRoute, publishMeetingRoute, recordPostingRoute, remindRoute, rescheduleRoute } from "./publish-meeting/publish.route.js";
export {
  confirmMinutesRoute,
  reopenMinutesRoute,
  mailMinutesRoute,
  listNoticesRoute,
  postMinutesRoute,
  previewPublicMinutes,
  showLedgerRoute,
  showNoticeRoute,
} from "./publish-minutes/public.route.js";
export { listPlacesRoute } from "./find-meeting/places.route.js";
export { findMatterWordsRoute, listMatterRedactionsRoute, redactMatterRoute } from "./redact-words/redact-matter.route.js";
export { findWordsRoute, listRedactionsRoute, redactWordsRoute } from "./redact-words/redactions.route.js";
export { listRefused, reopenRefusedRoute, settleRefusedRoute } from "./settle-refused/refused.route.js";
export { sendCommands, showInvitedRoomRoute, showRoomRoute } from "./run-meeting/commands.route.js";
export { addSeatRoute, endSeatRoute, listBodiesRoute, listTemplates, setUpBodyRoute, showBodyRoute } from "./set-up-body/bodies.route.js";
export {
  answerNoticeObjectionRoute,
  listObjectedRoute,
  raiseObjectionRoute,
  showNoticeStateRoute,
  withdrawNoticeRoute,
} from "./take-objections/objections.route.js";
export { showNextStepsRoute } from "./tell-people/next-steps.route.js";
export { showMinutesDraftRoute } from "./write-minutes/minutes-draft.route.js";
export { showCallList, showNotices, showPoster } from "./write-notice/notices.route.js";
export {
  downloadDueDates,
  downloadMinutes,
  downloadRecord,
  printAgenda,
  printBallots,
  printSignIn,
  printSlip,
  printTally,
} from "./write-paper/papers.route.js";
export { addTextRoute, listTexts } from "./write-paper/texts.route.js";
export { takeOverRoute } from "./follow-matter/take-over.route.js";
export {
  listChainsRoute,
  showMatterSteps,
  overrideStepRoute,
  recordStepRoute,
  showChainRoute,
  startChainRoute,
  stopChainRoute,
  takeBackStepRoute,
} from "./follow-steps/chains.route.js";
export { reportPeriodRoute } from "./report-period/report-period.route.js";
export { addSeriesRoute, changeDateRoute, draftDateRoute, endSeriesRoute, listSeriesRoute } from "./keep-series/series.route.js";
