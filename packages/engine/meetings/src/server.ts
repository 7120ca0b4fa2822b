import { defineServer } from "@lianxin/plugin-kit";
import { noticesUnchanged } from "./checkups.js";
import { errors } from "./errors.js";
import { en } from "./messages/en.js";
import { createBodies } from "./migrations/2026-11-24-1-bodies.js";
import { createMeetings } from "./migrations/2026-11-24-2-meetings.js";
import { createRecords } from "./migrations/2026-11-24-3-records.js";
import { createRulesAndPolls } from "./migrations/2026-11-26-1-rules-and-polls.js";
import { createPlans } from "./migrations/2026-11-26-plans.js";
import { applyPlanTask } from "./plan-month/apply-plan.task.js";
import { planMeetingsTask } from "./plan-month/plan-meetings.task.js";
import { createAnswerKeys } from "./migrations/2026-11-26-response-keys.js";
import { matterListeners } from "./follow-matter/listeners.js";
import { createStepsAndSeries } from "./migrations/2026-11-26-steps-and-series.js";
import { addAgendaAndCasting } from "./migrations/2026-11-26-agenda-and-casting.js";
import { createObjections } from "./migrations/2026-11-26-objections.js";
import { addOtherPlans } from "./migrations/2026-11-27-other-plans.js";
import { addPollEnds } from "./migrations/2026-11-27-poll-ends.js";
import { addPollNotices } from "./migrations/2026-11-27-poll-notices.js";
import { addConfirmedOn, createTold } from "./migrations/2026-11-27-told.js";
import { createRedactions } from "./migrations/2026-11-27-words-taken-out.js";
import { addSpoiltPapers } from "./migrations/2026-11-28-1-spoilt-papers.js";
import { addLastDays } from "./migrations/2026-11-28-2-last-days.js";
import { addEndedParties } from "./migrations/2026-11-28-3-ended-parties.js";
import { addConfirmedAt } from "./migrations/2026-11-28-3a-confirmed-at.js";
import { createSettledRefusals } from "./migrations/2026-11-28-4-settled-refusals.js";
import { createMaterials } from "./migrations/2026-11-28-5-materials.js";
import { addSealedCounts } from "./migrations/2026-11-28-6-sealed-counts.js";
import { addWithdrawnSteps } from "./migrations/2026-11-28-7-withdrawn-steps.js";
import { createMatterRedactions } from "./migrations/2026-11-28-8-matter-redactions.js";
import { addMovedAt } from "./migrations/2026-11-28-9-moved-at.js";
import { addTimesOfLists } from "./migrations/2026-11-26-times-of-lists.js";
import { meetings } from "./plugin.js";
import { commandProof, noticeProof, pollProof } from "./proofs.js";
import { settleNoticesJob } from "./take-objections/settle-notices.job.js";
import * as routes from "./routes.js";
import { services } from "./services.js";

export default defineServer(meetings, {
  services,
  provide: ({ others }) => others,
  routes,
  listeners: matterListeners,
  migrations: {
    "2026-11-24-1-bodies": createBodies,
    "2026-11-24-2-meetings": createMeetings,
    "2026-11-24-3-records": createRecords,
    "2026-11-26-1-rules-and-polls": createRulesAndPolls,
    "2026-11-26-agenda-and-casting": addAgendaAndCasting,
    "2026-11-26-objections": createObjections,
    "2026-11-26-plans": createPlans,
    "2026-11-26-response-keys": createAnswerKeys,
    "2026-11-26-steps-and-series": createStepsAndSeries,
    "2026-11-26-times-of-lists": addTimesOfLists,
    "2026-11-27-other-plans": addOtherPlans,
    "2026-11-27-poll-ends": addPollEnds,
    "2026-11-27-told": createTold,
    "2026-11-27-told-confirmed": addConfirmedOn,
    "2026-11-27-poll-notices": addPollNotices,
    "2026-11-27-words-taken-out": createRedactions,
    "2026-11-28-1-spoilt-papers": addSpoiltPapers,
    "2026-11-28-2-last-days": addLastDays,
    "2026-11-28-3-ended-parties": addEndedParties,
    "2026-11-28-3a-confirmed-at": addConfirmedAt,
    "2026-11-28-4-settled-refusals": createSettledRefusals,
    "2026-11-28-5-materials": createMaterials,
    "2026-11-28-6-sealed-counts": addSealedCounts,
    "2026-11-28-7-withdrawn-steps": addWithdrawnSteps,
    "2026-11-28-8-matter-redactions": createMatterRedactions,
    "2026-11-28-9-moved-at": addMovedAt,
  },
  jobs: [settleNoticesJob],
  checkups: [noticesUnchanged],
  proofs: [commandProof, noticeProof, pollProof],
  tasks: [planMeetingsTask, applyPlanTask],
  messages: { en },
  errors,
});
