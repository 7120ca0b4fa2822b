import { defineWeb } from "@lianxin/web-kit";
import type { elderPairing } from "./plugin.js";

/** What elder pairing shows. */
export default defineWeb<typeof elderPairing>("elder-pairing", {
  pages: {
    "/elder-pairing": {
      title: "elder-pairing.page.board",
      nav: { order: 61, icon: "heart", group: "help", key: "e" },
      may: "elder-pairing.see",
      load: () => import("./show-board/BoardPage.js"),
    },
    "/elder-pairing/mine": {
      title: "elder-pairing.page.mine",
      nav: { order: 62, icon: "people", group: "help" },
      load: () => import("./show-mine/MinePage.js"),
    },
    "/elder-pairing/mine/:elderId": { title: "elder-pairing.page.visit", load: () => import("./log-visit/VisitPage.js") },
    "/elder-pairing/run": { title: "elder-pairing.page.run", may: "elder-pairing.plan", load: () => import("./run-pairing/RunPage.js") },
    "/elder-pairing/registers": {
      title: "elder-pairing.page.registers",
      may: "elder-pairing.keepRegisters",
      load: () => import("./import-registers/RegistersPage.js"),
    },
    "/elder-pairing/cadres": { title: "elder-pairing.page.cadres", may: "elder-pairing.plan", load: () => import("./move-people/CadresPage.js") },
    "/elder-pairing/county": {
      title: "elder-pairing.page.county",
      nav: { order: 63, icon: "map", group: "help" },
      may: "elder-pairing.sums",
      load: () => import("./show-county/CountyPage.js"),
    },
    "/elder-pairing/waiting": { title: "elder-pairing.page.waiting", may: "elder-pairing.see", load: () => import("./agree-pairs/WaitingPage.js") },
    "/elder-pairing/elders": { title: "elder-pairing.page.elders", may: "elder-pairing.see", load: () => import("./list-elders/EldersPage.js") },
    "/elder-pairing/elders/:elderId": { title: "elder-pairing.page.elder", may: "elder-pairing.see", load: () => import("./show-pairs/ElderPage.js") },
  },
  cards: [
    { on: "today", order: 40, load: () => import("./show-mine/TodayCard.js") },
    { on: "matter", order: 5, load: () => import("./meet-needs/MatterCard.js") },
  ],
});
