import { defineWeb } from "@lianxin/web-kit";
import type { commitments } from "./plugin.js";

export default defineWeb<typeof commitments>("commitments", {
  pages: {
    "/commitments": {
      title: "commitments.page.ledger",
      nav: { order: 40, icon: "checklist", group: "work", key: "l" },
      may: "commitments.see",
      load: () => import("./keep-ledger/LedgerPage.js"),
    },
    "/commitments/slip": { title: "commitments.page.slip", isPublic: true, front: 20, load: () => import("./use-slip/SlipPage.js") },
    "/commitments/rate": { title: "commitments.page.rate", isPublic: true, front: 30, load: () => import("./rate-work/RatePage.js") },
    "/commitments/new": { title: "commitments.page.open", creates: 30, may: "commitments.assign", load: () => import("./open-parts/OpenPartPage.js") },
    "/commitments/:id": { title: "commitments.page.part", load: () => import("./show-commitment/PartPage.js") },
  },
  finds: [{ title: "commitments.page.ledger", order: 40, may: "commitments.see", load: () => import("./keep-ledger/find-parts.js") }],
  cards: [
    { on: "today", order: 10, load: () => import("./show-commitment/MineCard.js") },
    { on: "today", order: 18, load: () => import("./list-waiting/WaitingCard.js") },
    { on: "today", order: 20, load: () => import("./keep-ledger/OverdueCard.js") },
    { on: "today", order: 110, load: () => import("./keep-ledger/LightsCard.js") },
  ],
});
