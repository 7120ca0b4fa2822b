import { defineServer } from "@lianxin/plugin-kit";
import { hoursOnce, neverOverbooked } from "./check-house/checkups.js";
import { errors } from "./errors.js";
import { en } from "./messages/en.js";
import { createDays } from "./migrations/2026-11-27-1-days.js";
import { createSignUps } from "./migrations/2026-11-27-2-sign-ups.js";
import { addRotaFacts } from "./migrations/2026-11-27-3-rota.js";
import { createService } from "./migrations/2026-11-27-4-service.js";
import { createPapers } from "./migrations/2026-11-28-1-papers.js";
import { createChangingPlaces } from "./migrations/2026-11-28-2-changing-places.js";
import { addWorkParts } from "./migrations/2026-11-28-3-work-parts.js";
import { addFeedTurns } from "./migrations/2026-11-28-4-feed-turns.js";
import { addSkills } from "./migrations/2026-11-28-5-skills.js";
import { addInsurance } from "./migrations/2026-11-28-6-insurance.js";
import { createImports } from "./migrations/2026-11-28-7-imports.js";
import { createRecords } from "./migrations/2026-11-28-8-records.js";
import { addRotaWords } from "./migrations/2026-11-28-9-rota-words.js";
import { addTakenOff } from "./migrations/2026-11-29-1-taken-off.js";
import { addRotaSeries } from "./migrations/2026-11-29-2-rota-series.js";
import { addFirstPosts } from "./migrations/2026-11-29-3-first-posts.js";
import { addKeptWork } from "./migrations/2026-11-29-4-kept-work.js";
import { addJoinedInto } from "./migrations/2026-11-29-5-joined-into.js";
import { addHolidayWhy } from "./migrations/2026-11-29-6-held-on-holidays.js";
import { addChangedPhones } from "./migrations/2026-11-29-7-changed-phones.js";
import { addNumberlessLines } from "./migrations/2026-11-29-8-numberless-lines.js";
import { erasedListener } from "./keep-people/erased.listener.js";
import { endOffersJob } from "./offer-places/end-offers.job.js";
import { holidaysLoadedListener } from "./plan-days/holidays-loaded.listener.js";
import { openDaysJob } from "./plan-days/open-days.job.js";
import { volunteerDays } from "./plugin.js";
import { remindVolunteersJob } from "./remind-volunteers/remind-volunteers.job.js";
import * as routes from "./routes.js";
import { checkCertificateCommand } from "./run-commands/check-certificate.command.js";
import { hoursCommand, hoursFileCommand } from "./run-commands/hours.command.js";
import { rotaCommand } from "./run-commands/rota.command.js";
import { services } from "./services.js";

/** What the plugin does. */
export default defineServer(volunteerDays, {
  services,
  provide: ({ others }) => others,
  routes,
  migrations: {
    "2026-11-27-1-days": createDays,
    "2026-11-27-2-sign-ups": createSignUps,
    "2026-11-27-3-rota": addRotaFacts,
    "2026-11-27-4-service": createService,
    "2026-11-28-1-papers": createPapers,
    "2026-11-28-2-changing-places": createChangingPlaces,
    "2026-11-28-3-work-parts": addWorkParts,
    "2026-11-28-4-feed-turns": addFeedTurns,
    "2026-11-28-5-skills": addSkills,
    "2026-11-28-6-insurance": addInsurance,
    "2026-11-28-7-imports": createImports,
    "2026-11-28-8-records": createRecords,
    "2026-11-28-9-rota-words": addRotaWords,
    "2026-11-29-1-taken-off": addTakenOff,
    "2026-11-29-2-rota-series": addRotaSeries,
    "2026-11-29-3-first-posts": addFirstPosts,
    "2026-11-29-4-kept-work": addKeptWork,
    "2026-11-29-5-joined-into": addJoinedInto,
    "2026-11-29-6-held-on-holidays": addHolidayWhy,
    "2026-11-29-7-changed-phones": addChangedPhones,
    "2026-11-29-8-numberless-lines": addNumberlessLines,
  },
  listeners: [erasedListener, holidaysLoadedListener],
  jobs: [openDaysJob, remindVolunteersJob, endOffersJob],
  commands: [rotaCommand, hoursCommand, hoursFileCommand, checkCertificateCommand],
  checkups: [neverOverbooked, hoursOnce],
  messages: { en },
  errors,
});
