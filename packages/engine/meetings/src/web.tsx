import { defineWeb } from "@lianxin/web-kit";
import type { meetings } from "./plugin.js";

export default defineWeb<typeof meetings>("meetings", {
  pages: {
    "/meetings": {
      title: "meetings.page.meetings",
      nav: { order: 30, icon: "calendar", group: "work", key: "h" },
      may: "meetings.see",
      load: () => import("./find-meeting/MeetingsPage.js"),
    },
    "/meetings/new": { title: "meetings.page.convene", creates: 20, may: "meetings.convene", load: () => import("./convene-meeting/ConvenePage.js") },
    "/meetings/bodies/new": { title: "meetings.page.setUp", may: "meetings.arrange", load: () => import("./set-up-body/SetUpBodyPage.js") },
    "/meetings/decisions": {
      title: "meetings.page.ledger",
      nav: { order: 80, icon: "megaphone", group: "books" },
      isPublic: true,
      load: () => import("./publish-minutes/LedgerPage.js"),
    },
    "/meetings/notices/:id": { title: "meetings.page.notice", isPublic: true, load: () => import("./take-objections/NoticePage.js") },
    "/meetings/check-in": { title: "meetings.page.checkIn", isPublic: true, load: () => import("./check-in-self/CheckInPage.js") },
    "/meetings/answer": { title: "meetings.page.answer", isPublic: true, load: () => import("./answer-invitation/AnswerPage.js") },
    "/meetings/plans": { title: "meetings.page.plans", may: "meetings.convene", load: () => import("./plan-month/PlansPage.js") },
    "/meetings/plans/:planId": { title: "meetings.page.plans", may: "meetings.convene", load: () => import("./plan-month/PlanPage.js") },
    "/meetings/rules": {
      title: "meetings.page.packs",
      nav: { order: 85, icon: "landmark", group: "books" },
      may: "meetings.see",
      load: () => import("./adopt-rules/PacksPage.js"),
    },
    "/meetings/polls": {
      title: "meetings.page.polls",
      nav: { order: 32, icon: "scale", group: "work" },
      may: "meetings.see",
      load: () => import("./cast-ballots/PollsPage.js"),
    },
    "/meetings/polls/:id": { title: "meetings.page.poll", may: "meetings.see", load: () => import("./cast-ballots/PollPage.js") },
    "/meetings/series": { title: "meetings.page.series", may: "meetings.convene", load: () => import("./keep-series/SeriesPage.js") },
    "/meetings/steps": { title: "meetings.page.steps", may: "meetings.see", load: () => import("./follow-steps/StepsPage.js") },
    "/meetings/:id/prepare": { title: "meetings.page.convene", may: "meetings.convene", load: () => import("./convene-meeting/PreparePage.js") },
    "/meetings/:id/tell": { title: "meetings.page.tell", may: "meetings.convene", load: () => import("./tell-people/TellPage.js") },
    "/meetings/:id/change": { title: "meetings.page.change", may: "meetings.convene", load: () => import("./change-meeting/ChangePage.js") },
    "/meetings/:id/minutes": { title: "meetings.page.minutes", may: "meetings.record", load: () => import("./write-minutes/MinutesPage.js") },
    "/meetings/:id/list": { title: "meetings.page.list", may: "meetings.record", load: () => import("./compile-list/ListPage.js") },
    "/meetings/:id": { title: "meetings.page.meeting", load: () => import("./hold-meeting/MeetingPage.js") },
  },
  finds: [{ title: "meetings.page.meetings", order: 30, may: "meetings.see", load: () => import("./find-meeting/find-meetings.js") }],
  cards: [
    { on: "begin", order: 30, load: () => import("./begin-use/BeginSteps.js") },
    { on: "today", order: 15, load: () => import("./find-meeting/WaitingMattersCard.js") },
    { on: "today", order: 12, load: () => import("./take-objections/ObjectedCard.js") },
    { on: "today", order: 110, load: () => import("./find-meeting/NextMeetingsCard.js") },
    { on: "matter", order: 10, load: () => import("./follow-matter/TakeOverCard.js") },
  ],
});
