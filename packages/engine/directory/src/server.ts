import { defineServer } from "@lianxin/plugin-kit";
import { checkups } from "./check-directory/checkups.js";
import { errors } from "./errors.js";
import { en } from "./messages/en.js";
import { createPeople } from "./migrations/2026-11-24-1-people.js";
import { createRoles } from "./migrations/2026-11-24-2-roles.js";
import { createCalendars } from "./migrations/2026-11-24-3-calendars.js";
import { createViews } from "./migrations/2026-11-24-4-views.js";
import { addInitials } from "./migrations/2026-11-26-1-initials.js";
import { addConfirmed } from "./migrations/2026-11-26-2-confirm.js";
import { directory } from "./plugin.js";
import * as routes from "./routes.js";
import { services } from "./services.js";

export default defineServer(directory, {
  services,
  provide: ({ others }) => others,
  authority: ({ authority }, { permissions }) => authority(permissions.map((permission) => permission.id)),
  routes,
  migrations: {
    "2026-11-24-1-people": createPeople,
    "2026-11-24-2-roles": createRoles,
    "2026-11-24-3-calendars": createCalendars,
    "2026-11-24-4-views": createViews,
    "2026-11-26-1-initials": addInitials,
    "2026-11-26-2-confirm": addConfirmed,
  },
  checkups,
  messages: { en },
  errors,
});
