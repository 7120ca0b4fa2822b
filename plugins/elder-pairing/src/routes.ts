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
