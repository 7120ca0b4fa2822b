import { defineServer } from "@lianxin/plugin-kit";
import { checkups } from "./checkups.js";
import { errors } from "./errors.js";
import { en } from "./messages/en.js";
import { createMatters } from "./migrations/2026-11-24-matter.js";
import { addReferrals } from "./migrations/2026-11-26-referral.js";
import { addAwaits } from "./migrations/2026-11-27-work-awaits.js";
import { addWork } from "./migrations/2026-11-27-work.js";
import { moveStages } from "./migrations/2026-11-27-x-stages.js";
import { moveLeaderless } from "./migrations/2026-11-27-y-leaderless.js";
import { addOpenNotes } from "./migrations/2026-11-28-1-open-notes.js";
import { addPersonal } from "./migrations/2026-11-28-2-personal.js";
import { matters } from "./plugin.js";
import * as routes from "./routes.js";
import { services } from "./services.js";

export default defineServer(matters, {
  services,
  provide: ({ others }) => others,
  routes,
  migrations: {
    "2026-11-24-matter": createMatters,
    "2026-11-26-referral": addReferrals,
    "2026-11-27-work": addWork,
    "2026-11-27-work-awaits": addAwaits,
    "2026-11-27-x-stages": moveStages,
    "2026-11-27-y-leaderless": moveLeaderless,
    "2026-11-28-1-open-notes": addOpenNotes,
    "2026-11-28-2-personal": addPersonal,
  },
  checkups,
  messages: { en },
  errors,
});
