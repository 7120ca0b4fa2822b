import { job } from "../services.js";
import { tellNewPairs, tellStandIns } from "./tell-helpers.js";

/** Every ten minutes by day: whoever answers for somebody new, or in somebody's place, hears of it; at night nobody is written to. */
export const tellHelpersJob = job("tell-helpers", {
  every: "*/10 7-20 * * *",
  async run(ctx) {
    await tellNewPairs(ctx);
    await tellStandIns(ctx);
  },
});
