import { dropCopies } from "../import-registers/drop-copies.js";
import { forgetOldNotes } from "../keep-secret/forget-old-notes.js";
import { isWorkingDay, planAhead, planNextMonth } from "../plan-visits/store-dues.js";
import { lowerLevels } from "../raise-level/raise-level.js";
import { job } from "../services.js";
import { urgeVisits } from "./urge-visits.js";

/** What ends with the day: copies for taking an import back, levels that were raised for a time, and what older versions noted in the audit. */
export const keepLevelsJob = job("keep-levels", {
  every: "15 0 * * *",
  async run(ctx) {
    await dropCopies(ctx);
    await lowerLevels(ctx);
    await forgetOldNotes(ctx);
  },
});

/** What is due this month; a year whose holidays nobody loaded stops it, and says so in the list of jobs. */
export const planVisitsJob = job("plan-visits", { every: "20 0 * * *", run: planAhead });

/** What is due next month, from the 20th on; where the next year's holidays are not loaded yet this job alone says so. */
export const planNextMonthJob = job("plan-next-month", { every: "25 0 * * *", run: planNextMonth });

export const urgeVisitsJob = job("urge-visits", {
  every: "30 8 * * *",
  async run(ctx) {
    if (!(await isWorkingDay(ctx, ctx.clock.today()))) return;
    const told = await urgeVisits(ctx);
    ctx.audit("urge", "late", { ...told });
  },
});
