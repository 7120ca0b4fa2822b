import { defineWeb } from "@lianxin/web-kit";
import type { matters } from "./plugin.js";

export default defineWeb<typeof matters>("matters", {
  pages: {
    "/matters": {
      title: "matters.page.list",
      nav: { order: 20, icon: "messages", group: "work", key: "y" },
      may: "matters.raise",
      load: () => import("./find-matter/MattersPage.js"),
    },
    "/matters/new": { title: "matters.page.raise", creates: 10, may: "matters.raise", load: () => import("./raise-matter/RaisePage.js") },
    "/matters/talk": { title: "matters.page.talk", may: "matters.enter", load: () => import("./record-talk/TalkPage.js") },
    "/matters/report": { title: "matters.page.report", isPublic: true, front: 10, load: () => import("./raise-publicly/ReportPage.js") },
    "/matters/follow/:id/:key": { title: "matters.page.follow", isPublic: true, load: () => import("./raise-publicly/FollowPage.js") },
    "/matters/entrance": {
      title: "matters.page.entrance",
      setting: 30,
      may: "matters.enter",
      load: () => import("./open-entrance/EntrancePage.js"),
    },
    "/matters/:id": { title: "matters.page.matter", load: () => import("./find-matter/MatterPage.js") },
    "/matters/:id/screen": { title: "matters.page.screen", may: "matters.screen", load: () => import("./screen-matter/ScreenPage.js") },
  },
  cards: [
    { on: "today", order: 12, load: () => import("./follow-referrals/OwnReferralsCard.js") },
    { on: "today", order: 28, load: () => import("./follow-referrals/StuckReferralsCard.js") },
    { on: "today", order: 30, load: () => import("./screen-matter/WaitingCard.js") },
  ],
  finds: [{ title: "matters.page.list", order: 20, may: "matters.see", load: () => import("./find-matter/find-matters.js") }],
});
