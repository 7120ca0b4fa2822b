import { defineWeb } from "@lianxin/web-kit";
import type { childrenVolunteers } from "./plugin.js";

/** What the bridge shows. */
export default defineWeb<typeof childrenVolunteers>("children-volunteers", {
  pages: {
    "/children-volunteers": {
      title: "children-volunteers.page.duties",
      nav: { order: 66, icon: "child", group: "help" },
      load: () => import("./fill-duties/DutiesPage.js"),
    },
    "/children-volunteers/ask/:askId/:key": { title: "children-volunteers.page.ask", isPublic: true, load: () => import("./ask-volunteers/AskPage.js") },
  },
  cards: [{ on: "children-activities.plan", order: 10, load: () => import("./fill-duties/PlanCard.js") }],
});
