import { directory } from "@lianxin/directory";
import { allSeries } from "../keep-days/day.repository.js";
import { on } from "../services.js";
import { openDays } from "./open-days.js";

/** Dates that waited for a year's holidays are opened as soon as somebody has loaded them. */
export const holidaysLoadedListener = on(directory.events.holidaysLoaded, async (_, ctx) => {
  for (const series of await allSeries(ctx.db, ctx.clock.today())) await openDays(ctx, series);
});
