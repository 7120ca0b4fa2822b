export { emptyRegisterRoute } from "./import-registers/empty-register.route.js";
export {
  importLinesRoute,
  listImportsRoute,
  previewRegisterRoute,
  settleTiesRoute,
  startImportRoute,
  undoImportRoute,
} from "./import-registers/import.route.js";
export { changeLevelRoute, changeWishRoute, eraseCadreRoute, eraseElderRoute, listCadresRoute, showElderRoute } from "./keep-people/people.route.js";
export { listEldersRoute } from "./list-elders/elders.route.js";
export { giveConsentRoute, withdrawConsentRoute } from "./keep-consents/consents.route.js";
export { listUnitsRoute, setQuotaRoute } from "./set-quotas/quota.route.js";
export { addLeaveRoute, cancelTransferRoute, endElderRoute, endLeaveRoute, transferCadreRoute, transferUnitRoute } from "./move-people/move.route.js";
export { cadresLeftRoute, eldersLeftRoute, restoreCadresRoute, restoreElderRoute } from "./undo-leaving/restore.route.js";
export { agreeRoute, previewPairingRoute, publishPairingRoute } from "./run-pairing/run.route.js";
export { agreeListedRoute, listWaitingRoute, takeBackListedRoute } from "./agree-pairs/waiting.route.js";
export { declineMineRoute, declineRoute, endApartRoute } from "./keep-apart/apart.route.js";
export { plannedAlternativesRoute, plannedPairsRoute } from "./show-plan/show-plan.route.js";
export { alternativesRoute, choosePairRoute } from "./show-pairs/alternatives.route.js";
export { dayRoute, historyRoute, signHandoverRoute } from "./show-pairs/history.route.js";
export { sumsRoute } from "./count-sums/sums.route.js";
export {
  agreeMineRoute,
  closeLadderRoute,
  closeMineRoute,
  listMineRoute,
  logMineRoute,
  logVisitRoute,
  showMineRoute,
  startLadderRoute,
  startMineRoute,
  stepMineRoute,
  stepRoute,
} from "./log-visit/visit.route.js";
export { closeNeedRoute, listNeedsRoute, raiseAlertRoute, raiseLevelRoute, rateNeedRoute, snoozeRoute } from "./meet-needs/needs.route.js";
export { eldersOfMatterRoute } from "./meet-needs/of-matter.route.js";
export { handoverSheetRoute, needsLedgerRoute, pairsLedgerRoute, postedListRoute, visitBookRoute, visitsLedgerRoute } from "./print-papers/papers.route.js";
export { listMySearchesRoute, listMyVisitsRoute, listSearchesRoute, listVisitsRoute } from "./read-past/past.route.js";
export { endAlertRoute, endTriggerRoute, listAlertsRoute } from "./end-raised/end-raised.route.js";
export {
  liftSnoozeRoute,
  reopenMineRoute,
  reopenSearchRoute,
  strikeMineRoute,
  strikeStepRoute,
  unsettleNeedRoute,
  unsignHandoverRoute,
} from "./undo-press/undo-press.route.js";
export { undoVisitRoute } from "./undo-visit/undo-visit.route.js";
export { countyRoute } from "./show-county/county.route.js";
export { boardRoute } from "./show-pairs/board.route.js";
export {
  cadreNamesakesRoute,
  linkCadreRoute,
  linkElderRoute,
  linkEverybodyRoute,
  namesakesRoute,
  unlinkCadreRoute,
  unlinkElderRoute,
} from "./link-people/link.route.js";
export { topsRoute } from "./show-pairs/tops.route.js";
