import { Type } from "typebox";
import { Line } from "../find-matter/list-matters.route.js";
import { knowsReporters, showLines } from "../find-matter/show-lines.js";
import { matters } from "../plugin.js";
import { route } from "../services.js";
import { countTabs } from "../find-matter/tabs.js";

/** As many as a card shows; the list of the tab has the rest. */
const shown = 5;

export const listWaitingRoute = route("GET /screenings/waiting", {
  summary: "The five matters to be screened whose first answer is due first, how many there are, and how many should have been answered before today",
  may: matters.permissions.screen,
  at: "list",
  returns: Type.Object({ matters: Type.Array(Line), count: Type.Integer(), late: Type.Integer() }),
  async handle({ scope, services, use, clock, may }) {
    const rows = await services.matters.listWaiting(scope, shown);
    const asked = { directory: use.directory, guests: services.matters.guests, stuck: services.matters.stuck };
    const knows = await knowsReporters((place) => may("matters.enter", place), rows);
    return {
      matters: await showLines(asked, rows, clock.today(), knows),
      count: countTabs(await services.matters.countStates(scope)).screening,
      late: await services.matters.countLate(scope),
    };
  },
});
