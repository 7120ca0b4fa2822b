import { job } from "../services.js";
import { tellSigners } from "./await-signature.js";

/** Every morning, until they are signed: whoever signs for a community hears of the plans that wait for it. */
export const askSignaturesJob = job("ask-signatures", {
  every: "45 6 * * *",
  async run(ctx) {
    const plans = await tellSigners(ctx);
    if (plans > 0) ctx.audit("signatures.ask", "all", { plans });
  },
});
