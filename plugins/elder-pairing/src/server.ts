import { defineServer } from "@lianxin/plugin-kit";
import { countedRight, goneAtRest, nobodyAlone, nobodyForgotten, pairsApart } from "./check-house/checkups.js";
import { townWaitsListener, watchDayJob } from "./cover-elders/watch-day.job.js";
import { errors } from "./errors.js";
import { erasedListener } from "./keep-people/erased.listener.js";
import { settledListener } from "./meet-needs/needs.route.js";
import { en } from "./messages/en.js";
import { createPeople } from "./migrations/2026-11-29-1-people.js";
import { createPairs } from "./migrations/2026-11-29-2-pairs.js";
import { createVisits } from "./migrations/2026-11-29-3-visits.js";
import { sealWords } from "./migrations/2026-11-30-1-sealed-words.js";
import { createImports } from "./migrations/2026-11-30-2-imports.js";
import { countSnoozes } from "./migrations/2026-12-01-1-count-snoozes.js";
import { keepRight } from "./migrations/2026-12-02-1-keep-right.js";
import { endOldSearches } from "./migrations/2026-12-03-1-end-searches.js";
import { noteStandings } from "./migrations/2026-12-04-1-standings.js";
import { noteReasons } from "./migrations/2026-12-05-1-tie-reasons.js";
import { sealKinds } from "./migrations/2026-12-05-2-seal-kinds.js";
import { noteDueCauses } from "./migrations/2026-12-06-1-due-causes.js";
import { listOldNotes } from "./migrations/2026-12-06-2-old-notes.js";
import { keepWaysBack } from "./migrations/2026-12-07-1-ways-back.js";
import { keepPresses } from "./migrations/2026-12-08-1-presses.js";
import { elderPairing } from "./plugin.js";
import * as routes from "./routes.js";
import { matchCommand, uncoveredCommand } from "./run-commands/commands.js";
import { services } from "./services.js";
import { tellHelpersJob } from "./tell-helpers/tell-helpers.job.js";
import { keepLevelsJob, planNextMonthJob, planVisitsJob, urgeVisitsJob } from "./urge-visits/morning.job.js";

/** What the plugin does. */
export default defineServer(elderPairing, {
  services,
  routes,
  migrations: {
    "2026-11-29-1-people": createPeople,
    "2026-11-29-2-pairs": createPairs,
    "2026-11-29-3-visits": createVisits,
    "2026-11-30-1-sealed-words": sealWords,
    "2026-11-30-2-imports": createImports,
    "2026-12-01-1-count-snoozes": countSnoozes,
    "2026-12-02-1-keep-right": keepRight,
    "2026-12-03-1-end-searches": endOldSearches,
    "2026-12-04-1-standings": noteStandings,
    "2026-12-05-1-tie-reasons": noteReasons,
    "2026-12-05-2-seal-kinds": sealKinds,
    "2026-12-06-1-due-causes": noteDueCauses,
    "2026-12-06-2-old-notes": listOldNotes,
    "2026-12-07-1-ways-back": keepWaysBack,
    "2026-12-08-1-presses": keepPresses,
  },
  jobs: [watchDayJob, keepLevelsJob, planVisitsJob, planNextMonthJob, urgeVisitsJob, tellHelpersJob],
  listeners: [settledListener, erasedListener, townWaitsListener],
  commands: [matchCommand, uncoveredCommand],
  checkups: [nobodyForgotten, nobodyAlone, pairsApart, goneAtRest, countedRight],
  messages: { en },
  errors,
});
