import { everywhere } from "@lianxin/plugin-kit";
import { job } from "../services.js";
import { activeOn } from "../sign-up/sign-up.repository.js";
import { addDays } from "../tell-time/tell-time.js";
import { paramsOf } from "../tell-volunteers/tell-of-day.js";
import { writeToVolunteers } from "../tell-volunteers/write-to-volunteers.js";

/** The evening before, to those who have a place and to nobody else; once, however often it runs. */
export const remindVolunteersJob = job("remind-volunteers", {
  every: "*/20 17-19 * * *",
  async run(ctx) {
    const tomorrow = addDays(ctx.clock.today(), 1);
    const days = await everywhere(ctx.db, "volunteer_days_day", "the job reminds for every day of tomorrow")
      .selectAll()
      .where("heldOn", "=", tomorrow)
      .where("state", "=", "open")
      .execute();
    for (const day of days) {
      const people = (await activeOn(ctx.db, day.id)).filter(({ state }) => state === "confirmed");
      const params = await paramsOf(ctx, day);
      await writeToVolunteers(ctx, people, { occasion: "reminder", key: `reminder-${day.heldOn}`, params, startsAt: day.startsAt });
    }
  },
});
