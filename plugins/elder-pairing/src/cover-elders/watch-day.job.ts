import { job } from "../services.js";
import { watchDay } from "./watch-day.js";

/** Before anybody is at work: who is away today is covered, whom nobody can come to is named. */
export const watchDayJob = job("watch-day", {
  every: "5 0 * * *",
  async run(ctx) {
    await watchDay(ctx);
  },
});
