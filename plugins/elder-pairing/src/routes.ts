export { importRegisterRoute, previewRegisterRoute, settleTiesRoute } from "./import-registers/import.route.js";
export {
  changeLevelRoute,
  changeWishRoute,
  eraseElderRoute,
  listCadresRoute,
  listEldersRoute,
  showElderRoute,
  withdrawConsentRoute,
} from "./keep-people/people.route.js";
export { addLeaveRoute, endElderRoute, setQuotaRoute, transferCadreRoute, transferUnitRoute } from "./move-people/move.route.js";
export { agreeRoute, alternativesRoute, choosePairRoute, declineRoute, previewPairingRoute, publishPairingRoute } from "./run-pairing/run.route.js";
export { dayRoute, historyRoute, signHandoverRoute } from "./show-pairs/history.route.js";
