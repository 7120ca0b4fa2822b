export { cancelByLinkRoute, cancelForOthersRoute, joinAgainForOthersRoute, joinAgainRoute } from "./cancel-sign-up/cancel-sign-up.route.js";
export { changePhoneRoute, changeStandingRoute, undoPhoneRoute } from "./change-volunteer/change-volunteer.route.js";
export { sayRotaRoute } from "./leave-rota/leave-rota.route.js";
export { keyWalkUpRoute } from "./key-walk-up/key-walk-up.route.js";
export { setCapacityRoute } from "./set-capacity/set-capacity.route.js";
export { cancelDayRoute, dateOptionsRoute, moveDayRoute, restoreDayRoute } from "./change-day/change-day.route.js";
export { addSiteRoute, listPlacesRoute, listSeriesRoute, planSeriesRoute } from "./plan-days/series.route.js";
export { signUpGroupRoute, signUpOthersRoute, signUpRoute, signUpSelfRoute } from "./sign-up/sign-up.route.js";
export { calendarRoute, feedRoute, renewFeedRoute, showMineRoute } from "./show-mine/show-mine.route.js";
export { showThursdayRoute } from "./show-thursday/show-thursday.route.js";
export { checkInRoute, printSignInRoute, showDayRoute } from "./hold-day/hold-day.route.js";
export { correctHoursRoute, exportHoursRoute, listHoursRoute, recordHoursRoute } from "./record-hours/hours.route.js";
export { findSameRoute, joinVolunteersRoute, linkPersonRoute, previewJoinRoute } from "./join-volunteers/join-volunteers.route.js";
export { leaveSeriesRoute, returnToSeriesRoute } from "./enrol-volunteers/leave-series.route.js";
export { enrolVolunteerRoute, leaveRotaRoute, listVolunteersRoute, putBackRoute } from "./enrol-volunteers/enrol-volunteer.route.js";
export {
  importSignUpsRoute,
  importVolunteersRoute,
  listImportsRoute,
  previewSignUpsRoute,
  previewVolunteersRoute,
  undoSignUpsRoute,
  undoVolunteersRoute,
} from "./import-people/import.route.js";
export { fillDayRoute, publishRotaRoute, showRotaRoute } from "./plan-rota/rota.route.js";
export {
  certificateKeyRoute,
  certifyMineRoute,
  certifyRoute,
  checkCertificateRoute,
  printCertificateRoute,
  printMineRoute,
} from "./certify-hours/certificate.route.js";
export { reportHazardRoute } from "./report-hazard/report-hazard.route.js";
export { groupTextRoute, printPosterRoute } from "./invite-neighbours/invite-neighbours.route.js";
export { acceptStandInRoute, declineStandInRoute, findStandInForOthersRoute, findStandInRoute, showStandInRoute } from "./find-stand-in/stand-in.route.js";
export { acceptSwapRoute, askSwapRoute, declineSwapRoute, showSwapRoute } from "./swap-places/swap.route.js";
export { findLinksRoute } from "./find-links/find-links.route.js";
export { movePersonRoute } from "./move-person/move-person.route.js";
export { acceptOfferRoute } from "./offer-places/accept-offer.route.js";
export { changeSeriesRoute, changeSiteRoute, closeSiteRoute, reopenSiteRoute } from "./change-series/change-series.route.js";
export { checkInSelfRoute, showCodeRoute } from "./check-in-self/check-in-self.route.js";
export { listDueRoute } from "./show-today/today.route.js";
export { listTurnsRoute } from "./publish-turns/list-turns.route.js";
export { joinOtherDayRoute } from "./offer-other-days/other-days.route.js";
export { showPhoneOfSignUpRoute, showPhoneRoute } from "./show-phone/show-phone.route.js";
export { addEntryRoute, exportRecordsRoute, keepBasicsRoute, openBasicsRoute, showRecordRoute, withdrawEntryRoute } from "./keep-record/record.route.js";
export { eraseVolunteerRoute, findVolunteerRoute } from "./keep-people/keep-people.route.js";
export { listWorkPartsRoute, publishPartRoute, showPartDaysRoute } from "./take-work-part/work-parts.route.js";
