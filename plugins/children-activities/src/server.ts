import { defineServer } from "@lianxin/plugin-kit";
import { alarmsTrue, consentForEachChild, nobodyLeft } from "./check-house/checkups.js";
import { errors } from "./errors.js";
import { erasedListener } from "./follow-people/erased.listener.js";
import { mergedListener } from "./follow-people/merged.listener.js";
import { renewBandsJob } from "./keep-bands/renew-bands.job.js";
import { retentionJobs } from "./end-retention/end-retention.job.js";
import { endDatesJob } from "./end-dates/end-dates.job.js";
import { askSignaturesJob } from "./plan-programme/ask-signatures.job.js";
import { endConsentsJob } from "./keep-consents/end-consents.job.js";
import { en } from "./messages/en.js";
import { createHomes } from "./migrations/2026-11-27-1-homes.js";
import { createChildren } from "./migrations/2026-11-27-2-children.js";
import { addConfirmed } from "./migrations/2026-11-27-3-one-off.js";
import { addLinkVersion } from "./migrations/2026-11-27-4-link.js";
import { addAccounts } from "./migrations/2026-11-27-5-accounts.js";
import { addTallies } from "./migrations/2026-11-27-6-tallies.js";
import { addEndings } from "./migrations/2026-11-27-7-endings.js";
import { addMoved } from "./migrations/2026-11-27-8-moved.js";
import { addRestored } from "./migrations/2026-11-28-1-restored.js";
import { addCorrections } from "./migrations/2026-11-28-2-corrections.js";
import { noteYearFacts } from "./migrations/2026-11-29-1-year-facts.js";
import { addRooms } from "./migrations/2026-11-29-2-rooms.js";
import { addImports } from "./migrations/2026-11-30-2-imports.js";
import { keepClosures } from "./migrations/2026-11-30-3-closures.js";
import { keepCollectingGuardians } from "./migrations/2026-11-30-4-collecting-guardians.js";
import { keepOwnCorrections } from "./migrations/2026-11-30-6-own-corrections.js";
import { keepErasureAsked } from "./migrations/2026-11-30-5-erasure-asked.js";
import { addTakenOff } from "./migrations/2026-11-30-1-taken-off.js";
import { childrenActivities } from "./plugin.js";
import * as routes from "./routes.js";
import { services } from "./services.js";

/** What the plugin does. */
export default defineServer(childrenActivities, {
  services,
  provide: ({ others }) => others,
  routes,
  migrations: {
    "2026-11-27-1-homes": createHomes,
    "2026-11-27-2-children": createChildren,
    "2026-11-27-3-one-off": addConfirmed,
    "2026-11-27-4-link": addLinkVersion,
    "2026-11-27-5-accounts": addAccounts,
    "2026-11-27-6-tallies": addTallies,
    "2026-11-27-7-endings": addEndings,
    "2026-11-27-8-moved": addMoved,
    "2026-11-28-1-restored": addRestored,
    "2026-11-28-2-corrections": addCorrections,
    "2026-11-29-1-year-facts": noteYearFacts,
    "2026-11-29-2-rooms": addRooms,
    "2026-11-30-1-taken-off": addTakenOff,
    "2026-11-30-2-imports": addImports,
    "2026-11-30-3-closures": keepClosures,
    "2026-11-30-4-collecting-guardians": keepCollectingGuardians,
    "2026-11-30-5-erasure-asked": keepErasureAsked,
    "2026-11-30-6-own-corrections": keepOwnCorrections,
  },
  listeners: [mergedListener, erasedListener],
  jobs: [renewBandsJob, endConsentsJob, endDatesJob, askSignaturesJob, ...retentionJobs],
  checkups: [consentForEachChild, alarmsTrue, nobodyLeft],
  messages: { en },
  errors,
});
