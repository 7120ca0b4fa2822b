import { job } from "../services.js";
import { endOffers } from "./answer-offer.js";

/** Each minute offers nobody answered in time go to the next in line. */
export const endOffersJob = job("end-offers", {
  every: "@every 60",
  async run(ctx) {
    await endOffers(ctx);
  },
});
