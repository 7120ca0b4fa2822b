import { dropCopies } from "../import-registers/drop-copies.js";
import { isWorkingDay, planAhead } from "../plan-visits/store-dues.js";
import { lowerLevels } from "../raise-level/raise-level.js";
import { job } from "../services.js";
import { urgeVisits } from "./urge-visits.js";

/** What is due this month and the next; a year whose holidays nobody loaded stops it, and says so in the list of jobs. */
export const planVisitsJob = job("plan-visits", {
  every: "20 0 * * *",
  async run(ctx) {
    await dropCopies(ctx);
    await lowerLevels(ctx);
    await planAhead(ctx);
  },
});

export const urgeVisitsJob = job("urge-visits", {
  every: "30 8 * * *",
  async run(ctx) {
    if (!(await isWorkingDay(ctx, ctx.clock.today()))) return;
    const told = await urgeVisits(ctx);
    ctx.audit("urge", "late", { ...told });
  },
});
