import { job } from "../services.js";
import { endUnopened, nameLeftOpen } from "./end-dates.js";

/** Every morning, so that no letter wakes anybody: what nobody opened the day before is over, and what nobody closed is named to its director. */
export const endDatesJob = job("end-dates", {
  every: "35 6 * * *",
  async run(ctx) {
    const [ended, leftOpen] = [await endUnopened(ctx), await nameLeftOpen(ctx)];
    if (ended + leftOpen > 0) ctx.audit("dates.end", "all", { ended, leftOpen });
  },
});
