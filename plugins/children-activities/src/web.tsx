import { defineWeb } from "@lianxin/web-kit";
import type { childrenActivities } from "./plugin.js";

/** What children's activities show. */
export default defineWeb<typeof childrenActivities>("children-activities", {
  pages: {
    "/children-activities": {
      title: "children-activities.page.week",
      nav: { order: 65, icon: "child", group: "help" },
      load: () => import("./show-week/WeekPage.js"),
    },
    "/children-activities/new": {
      title: "children-activities.page.new",
      load: () => import("./plan-programme/NewPlanPage.js"),
    },
    "/children-activities/programmes/:programmeId": {
      title: "children-activities.page.plan",
      load: () => import("./plan-programme/PlanPage.js"),
    },
    "/children-activities/programmes/:programmeId/change": {
      title: "children-activities.page.change",
      load: () => import("./plan-programme/ChangePlanPage.js"),
    },
    "/children-activities/open-home": {
      title: "children-activities.page.openHome",
      may: "children-activities.confirm",
      load: () => import("./keep-homes/OpenHomePage.js"),
    },
    "/children-activities/year": {
      title: "children-activities.page.year",
      may: "children-activities.see",
      load: () => import("./count-year/YearPage.js"),
    },
    "/children-activities/sessions/:sessionId/incidents": {
      title: "children-activities.page.incidents",
      load: () => import("./note-incident/IncidentsPage.js"),
    },
    "/children-activities/adults": {
      title: "children-activities.page.adults",
      may: "children-activities.see",
      load: () => import("./vet-adults/AdultsPage.js"),
    },
    "/children-activities/homes/:homeId": { title: "children-activities.page.home", load: () => import("./keep-children/HomePage.js") },
    "/children-activities/sessions/:sessionId": { title: "children-activities.page.board", load: () => import("./hold-session/BoardPage.js") },
    "/children-activities/sessions/:sessionId/desk": { title: "children-activities.page.desk", load: () => import("./hand-over/DeskPage.js") },
    "/children-activities/duties": {
      title: "children-activities.page.duties",
      setting: 60,
      may: "children-activities.confirm",
      load: () => import("./confirm-duties/DutiesPage.js"),
    },
    "/children-activities/guardian/:guardianId/:key": {
      title: "children-activities.page.guardian",
      isPublic: true,
      load: () => import("./ask-guardian/GuardianPage.js"),
    },
    "/children-activities/notice": { title: "children-activities.page.notice", isPublic: true, load: () => import("./show-week/NoticePage.js") },
  },
  cards: [{ on: "today", order: 35, load: () => import("./show-week/TodayCard.js") }],
});
