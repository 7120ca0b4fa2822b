export { acceptAskRoute, declineAskRoute, showAskRoute } from "./ask-volunteers/ask.route.js";
export { askStandInsRoute, fillProgrammeRoute, showDutiesRoute } from "./fill-duties/fill-duties.route.js";
export { showMineRoute, takeOwnRoute } from "./take-duty/take-duty.route.js";
