import { defineWeb } from "@lianxin/web-kit";
import type { volunteerDays } from "./plugin.js";

/** What volunteer days show. */
export default defineWeb<typeof volunteerDays>("volunteer-days", {
  pages: {
    "/volunteer-days/thursday": { title: "volunteer-days.page.thursday", isPublic: true, load: () => import("./show-thursday/ThursdayPage.js") },
    "/volunteer-days/mine/:signUpId/:key": { title: "volunteer-days.page.mine", isPublic: true, load: () => import("./show-mine/MinePage.js") },
  },
});
