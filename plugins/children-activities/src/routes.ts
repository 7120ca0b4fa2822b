export { confirmDutiesRoute, endDutiesRoute, listDutiesRoute } from "./confirm-duties/duties.route.js";
export { changeHomeRoute, listHomesRoute, listOwnHomesRoute, openHomeRoute, showHomeRoute } from "./keep-homes/home.route.js";
export {
  addAdultAtRoute,
  addAdultRoute,
  changeAdultRoute,
  findPeopleRoute,
  listAdultsAtRoute,
  listAdultsRoute,
  recordCheckRoute,
  revokeCheckRoute,
} from "./vet-adults/vet-adult.route.js";
export {
  callOffRoute,
  changePlanRoute,
  listProgrammesRoute,
  planProgrammeRoute,
  printPlanRoute,
  publishProgrammeRoute,
  restoreDateRoute,
  showPlanRoute,
  signForCommunityRoute,
  signPlanRoute,
  whomToCallRoute,
} from "./plan-programme/plan-programme.route.js";
export { endDutyRoute, rosterProgrammeRoute, takeDutyRoute } from "./plan-programme/roster.route.js";
export {
  addGuardianRoute,
  correctChildRoute,
  correctGuardianRoute,
  endCollectorRoute,
  endGuardianRoute,
  eraseChildRoute,
  undoErasureRoute,
  listChildrenRoute,
  nameCollectorRoute,
  recordAnswerRoute,
  registerChildRoute,
} from "./keep-children/child.route.js";
export {
  annotatedListRoute,
  emptyListRoute,
  importLinesRoute,
  listImportsRoute,
  readListRoute,
  startImportRoute,
  undoImportRoute,
} from "./import-children/import-children.route.js";
export {
  answerOwnRoute,
  copyOwnRoute,
  correctOwnNameRoute,
  correctOwnRoute,
  endOwnCollectorRoute,
  eraseOwnRoute,
  undoOwnErasureRoute,
  nameOwnCollectorRoute,
  openDoorRoute,
  sendDoorCodeRoute,
  showOwnRoute,
} from "./ask-guardian/guardian.route.js";
export { adultArrivesRoute, adultLeavesRoute, standInRoute, undoAdultArrivalRoute, undoAdultLeavingRoute } from "./hold-session/adults.route.js";
export { changeBadgeRoute, childAbsentRoute, childArrivesRoute, undoArrivalRoute, undoDepartureRoute } from "./hold-session/children.route.js";
export { cancelEnrolmentRoute, enrolChildrenRoute, showOpeningsRoute } from "./enrol-children/enrol.route.js";
export { closeSessionRoute, countHeadsRoute, openSessionRoute, showBoardRoute, showNamesRoute, watchSessionRoute } from "./hold-session/session.route.js";
export {
  askOneOffRoute,
  climbRoute,
  confirmOneOffRoute,
  giveToOfficeRoute,
  goAloneRoute,
  handOverRoute,
  refuseCollectorRoute,
  undoRefusalRoute,
  renewCodeRoute,
  showCollectorsRoute,
} from "./hand-over/hand-over.route.js";
export {
  correctIncidentRoute,
  noteIncidentRoute,
  noteReportRoute,
  showIncidentsRoute,
  showSessionIncidentsRoute,
  strikeIncidentRoute,
  strikeReportRoute,
} from "./note-incident/incident.route.js";
export { askOverrideRoute, confirmOverrideRoute } from "./override-rule/override.route.js";
export { showMineRoute, showOwnWeekRoute, showPublicRoute, showWeekRoute } from "./show-week/week.route.js";
export { attendanceLedgerRoute, printBadgesRoute, printConsentRoute, printLinkRoute, printPickUpRoute, printRollRoute } from "./print-papers/papers.route.js";
export { printYearRoute, showYearRoute, yearFileRoute } from "./count-year/year.route.js";
