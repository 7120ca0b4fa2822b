import { defineServer } from "@lianxin/plugin-kit";
import { checkedByAnother, donesInStep, linesInStep, oneLeadEach, verifierIsAnother } from "./checkups.js";
import { errors } from "./errors.js";
import { en } from "./messages/en.js";
import { createCommitments } from "./migrations/2026-11-24-commitment.js";
import { createFollowingUp } from "./migrations/2026-11-26-1-following-up.js";
import { createLines } from "./migrations/2026-11-26-2-lines.js";
import { indexSources } from "./migrations/2026-11-26-3-sources.js";
import { createCounts } from "./migrations/2026-11-26-4-counts.js";
import { addHalves } from "./migrations/2026-11-26-5-halves.js";
import { indexClosedOfOrganization } from "./migrations/2026-11-27-closed-of-organization.js";
import { createDeferrals } from "./migrations/2026-11-27-1-deferrals.js";
import { addMadeOn } from "./migrations/2026-11-27-2-made-on.js";
import { createVerifiers } from "./migrations/2026-11-27-3-verifiers.js";
import { indexWaits } from "./migrations/2026-11-28-1-waits.js";
import { addSourceMeeting } from "./migrations/2026-11-28-2-source-meeting.js";
import { renewCodeIds } from "./migrations/2026-11-28-3-code-ids.js";
import { commitments } from "./plugin.js";
import { endDaysJob, remindOwnersJob } from "./remind-owners/remind-owners.job.js";
import * as routes from "./routes.js";
import { services } from "./services.js";

export default defineServer(commitments, {
  services,
  provide: ({ others }) => others,
  routes,
  migrations: {
    "2026-11-24-commitment": createCommitments,
    "2026-11-26-1-following-up": createFollowingUp,
    "2026-11-26-2-lines": createLines,
    "2026-11-26-3-sources": indexSources,
    "2026-11-26-4-counts": createCounts,
    "2026-11-26-5-halves": addHalves,
    "2026-11-27-closed-of-organization": indexClosedOfOrganization,
    "2026-11-27-1-deferrals": createDeferrals,
    "2026-11-27-2-made-on": addMadeOn,
    "2026-11-27-3-verifiers": createVerifiers,
    "2026-11-28-1-waits": indexWaits,
    "2026-11-28-2-source-meeting": addSourceMeeting,
    "2026-11-28-3-code-ids": renewCodeIds,
  },
  jobs: [remindOwnersJob, endDaysJob],
  checkups: [oneLeadEach, verifierIsAnother, checkedByAnother, linesInStep, donesInStep],
  messages: { en },
  errors,
});
