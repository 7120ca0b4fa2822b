import { defineServer } from "@lianxin/plugin-kit";
import { errors } from "./errors.js";
import { en } from "./messages/en.js";
import { createPeople } from "./migrations/2026-11-29-1-people.js";
import { elderPairing } from "./plugin.js";
import * as routes from "./routes.js";
import { services } from "./services.js";

/** What the plugin does. */
export default defineServer(elderPairing, {
  services,
  routes,
  migrations: { "2026-11-29-1-people": createPeople },
  messages: { en },
  errors,
});
