import { defineServer } from "@lianxin/plugin-kit";
import { nobodyAlone, nobodyForgotten, pairsApart } from "./check-house/checkups.js";
import { watchDayJob } from "./cover-elders/watch-day.job.js";
import { errors } from "./errors.js";
import { en } from "./messages/en.js";
import { createPeople } from "./migrations/2026-11-29-1-people.js";
import { createPairs } from "./migrations/2026-11-29-2-pairs.js";
import { elderPairing } from "./plugin.js";
import * as routes from "./routes.js";
import { services } from "./services.js";

/** What the plugin does. */
export default defineServer(elderPairing, {
  services,
  routes,
  migrations: { "2026-11-29-1-people": createPeople, "2026-11-29-2-pairs": createPairs },
  jobs: [watchDayJob],
  checkups: [nobodyForgotten, nobodyAlone, pairsApart],
  messages: { en },
  errors,
});
