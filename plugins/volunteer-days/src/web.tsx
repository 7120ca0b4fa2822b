import { defineWeb } from "@lianxin/web-kit";
import type { volunteerDays } from "./plugin.js";

/** What volunteer days show. */
export default defineWeb<typeof volunteerDays>("volunteer-days", {
  cards: [
    { on: "today", order: 45, load: () => import("./show-today/TodayCard.js") },
    { on: "commitments.part", order: 10, load: () => import("./take-work-part/PartCard.js") },
  ],
  pages: {
    "/volunteer-days": {
      title: "volunteer-days.page.rota",
      nav: { order: 60, icon: "sun", group: "help", key: "v" },
      may: "volunteer-days.see",
      load: () => import("./plan-rota/RotaPage.js"),
    },
    "/volunteer-days/days/:dayId": { title: "volunteer-days.page.day", may: "volunteer-days.see", load: () => import("./hold-day/DayPage.js") },
    "/volunteer-days/days/:dayId/code": {
      title: "volunteer-days.page.code",
      may: "volunteer-days.signUpOthers",
      load: () => import("./check-in-self/CodePage.js"),
    },
    "/volunteer-days/here/:dayId/:code": { title: "volunteer-days.page.here", isPublic: true, load: () => import("./check-in-self/HerePage.js") },
    "/volunteer-days/days/:dayId/change": {
      title: "volunteer-days.page.change",
      may: "volunteer-days.plan",
      load: () => import("./change-day/ChangeDayPage.js"),
    },
    "/volunteer-days/new": { title: "volunteer-days.page.new", may: "volunteer-days.plan", load: () => import("./plan-days/NewSeriesPage.js") },
    "/volunteer-days/people": { title: "volunteer-days.page.people", may: "volunteer-days.see", load: () => import("./enrol-volunteers/PeoplePage.js") },
    "/volunteer-days/people/:volunteerId": {
      title: "volunteer-days.page.record",
      may: "volunteer-days.see",
      load: () => import("./keep-record/RecordPage.js"),
    },
    "/volunteer-days/series/:seriesId": {
      title: "volunteer-days.page.series",
      may: "volunteer-days.plan",
      load: () => import("./change-series/SeriesPage.js"),
    },
    "/volunteer-days/work-parts": { title: "volunteer-days.page.parts", may: "volunteer-days.plan", load: () => import("./take-work-part/WorkPartsPage.js") },
    "/volunteer-days/hours": { title: "volunteer-days.page.hours", may: "volunteer-days.see", load: () => import("./record-hours/HoursPage.js") },
    "/volunteer-days/thursday": {
      title: "volunteer-days.page.thursday",
      isPublic: true,
      alone: { asks: ["/public/thursday"] },
      load: () => import("./show-thursday/ThursdayPage.js"),
    },
    "/volunteer-days/thursday/:of": {
      title: "volunteer-days.page.thursday",
      isPublic: true,
      alone: { asks: [] },
      load: () => import("./show-thursday/ThursdayPage.js"),
    },
    "/volunteer-days/turns": { title: "volunteer-days.page.turns", isPublic: true, load: () => import("./publish-turns/TurnsPage.js") },
    "/volunteer-days/certificates": {
      title: "volunteer-days.page.certificate",
      isPublic: true,
      load: () => import("./certify-hours/CertificatePage.js"),
    },
    "/volunteer-days/stand-in/:standInId/:key": {
      title: "volunteer-days.page.standIn",
      isPublic: true,
      load: () => import("./find-stand-in/StandInPage.js"),
    },
    "/volunteer-days/swap/:swapId/:key": { title: "volunteer-days.page.swap", isPublic: true, load: () => import("./swap-places/SwapPage.js") },
    "/volunteer-days/mine/:signUpId/:key": { title: "volunteer-days.page.mine", isPublic: true, load: () => import("./show-mine/MinePage.js") },
  },
});
