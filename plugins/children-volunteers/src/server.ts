import { defineServer } from "@lianxin/plugin-kit";
import { dutyEndedListener } from "./ask-volunteers/duty-ended.listener.js";
import { standInNeededListener } from "./ask-volunteers/stand-in-needed.listener.js";
import { errors } from "./errors.js";
import { en } from "./messages/en.js";
import { createAsks } from "./migrations/2026-11-27-1-asks.js";
import { childrenVolunteers } from "./plugin.js";
import * as routes from "./routes.js";
import { services } from "./services.js";

/** What the bridge does. */
export default defineServer(childrenVolunteers, {
  services,
  routes,
  migrations: { "2026-11-27-1-asks": createAsks },
  listeners: [standInNeededListener, dutyEndedListener],
  messages: { en },
  errors,
});
