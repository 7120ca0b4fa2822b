import { forgetOldPhones } from "../change-volunteer/change-phone.js";
import { allSeries } from "../keep-days/day.repository.js";
import { job } from "../services.js";
import { openDays } from "./open-days.js";

/** Each morning the next dates are opened, and numbers forgotten that were replaced more than a day ago. */
export const openDaysJob = job("open-days", {
  every: "10 4 * * *",
  async run(ctx) {
    for (const series of await allSeries(ctx.db, ctx.clock.today())) await openDays(ctx, series);
    await forgetOldPhones(ctx);
  },
});
