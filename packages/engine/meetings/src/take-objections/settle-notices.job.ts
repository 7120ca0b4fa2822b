import { job } from "../services.js";

/** Windows end with a day; often, so that a server that slept makes up for it soon. */
export const settleNoticesJob = job("settle-notices", {
  every: "*/10 * * * *",
  async run({ services }) {
    await services.objections.settleDue();
  },
});
