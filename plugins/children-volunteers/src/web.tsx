import { defineWeb } from "@lianxin/web-kit";
import type { childrenVolunteers } from "./plugin.js";

/** What the bridge shows. */
export default defineWeb<typeof childrenVolunteers>("children-volunteers", {
  pages: {
    "/children-volunteers": {
      title: "children-volunteers.page.duties",
      nav: { order: 66, icon: "child", group: "help" },
      may: "children-volunteers.plan",
      load: () => import("./fill-duties/DutiesPage.js"),
    },
    "/children-volunteers/mine": { title: "children-volunteers.page.mine", load: () => import("./take-duty/MinePage.js") },
    "/children-volunteers/ask/:askId/:key": { title: "children-volunteers.page.ask", isPublic: true, load: () => import("./ask-volunteers/AskPage.js") },
  },
  cards: [
    { on: "children-activities.plan", order: 10, load: () => import("./fill-duties/PlanCard.js") },
    { on: "today", order: 36, load: () => import("./take-duty/TodayCard.js") },
  ],
});
