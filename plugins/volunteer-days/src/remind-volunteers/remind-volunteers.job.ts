import { everywhere } from "@lianxin/plugin-kit";
import { job } from "../services.js";
import { addDays } from "../tell-time/tell-time.js";
import { remindOf } from "./remind-of.js";

/** The evening before, to those who have a place and to nobody else; once, however often it runs. */
export const remindVolunteersJob = job("remind-volunteers", {
  every: "*/20 17-19 * * *",
  async run(ctx) {
    const tomorrow = addDays(ctx.clock.today(), 1);
    const days = await everywhere(ctx.db, "volunteer_days_day", "the job reminds for every day of tomorrow")
      .selectAll()
      .where("heldOn", "=", tomorrow)
      .where("state", "=", "open")
      .orderBy("startsAt")
      .orderBy("id")
      .execute();
    await remindOf(ctx, tomorrow, days);
  },
});
