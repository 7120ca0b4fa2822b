export { cancelByLinkRoute, cancelForOthersRoute, joinAgainRoute, setCapacityRoute } from "./cancel-sign-up/cancel-sign-up.route.js";
export { cancelDayRoute, dateOptionsRoute, moveDayRoute, restoreDayRoute } from "./change-day/change-day.route.js";
export { addSiteRoute, listSeriesRoute, planSeriesRoute } from "./plan-days/series.route.js";
export { signUpOthersRoute, signUpRoute, signUpSelfRoute } from "./sign-up/sign-up.route.js";
export { calendarRoute, showMineRoute } from "./show-mine/show-mine.route.js";
export { showThursdayRoute } from "./show-thursday/show-thursday.route.js";
