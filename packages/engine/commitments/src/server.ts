import { defineServer } from "@lianxin/plugin-kit";
import { checkedByAnother, oneLeadEach, verifierIsAnother } from "./checkups.js";
import { errors } from "./errors.js";
import { en } from "./messages/en.js";
import { createCommitments } from "./migrations/2026-11-24-commitment.js";
import { commitments } from "./plugin.js";
import { remindOwnersJob } from "./remind-owners/remind-owners.job.js";
import * as routes from "./routes.js";
import { services } from "./services.js";

export default defineServer(commitments, {
  services,
  provide: ({ others }) => others,
  routes,
  migrations: { "2026-11-24-commitment": createCommitments },
  jobs: [remindOwnersJob],
  checkups: [oneLeadEach, verifierIsAnother, checkedByAnother],
  messages: { en },
  errors,
});
