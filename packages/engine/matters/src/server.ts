import { defineServer } from "@lianxin/plugin-kit";
import { errors } from "./errors.js";
import { en } from "./messages/en.js";
import { createMatters } from "./migrations/2026-11-24-matter.js";
import { matters } from "./plugin.js";
import * as routes from "./routes.js";
import { services } from "./services.js";

export default defineServer(matters, {
  services,
  provide: ({ others }) => others,
  routes,
  migrations: { "2026-11-24-matter": createMatters },
  messages: { en },
  errors,
});
