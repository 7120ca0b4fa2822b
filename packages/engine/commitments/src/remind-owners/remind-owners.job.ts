import { job } from "../services.js";

/** Every ten minutes of the day's hours, so that a server that slept makes up for it soon and nobody gets mail at night. */
export const remindOwnersJob = job("remind-owners", {
  every: "*/10 7-19 * * *",
  async run({ services }) {
    await services.commitments.remind();
  },
});

/** What ends by a day: searches for a lead, what was put off, blocks, and periods of obligations. Often, as each run takes a slice. */
export const endDaysJob = job("end-days", {
  every: "*/10 * * * *",
  async run({ services }) {
    await services.parts.endSearches();
    await services.parts.endDeferrals();
    await services.commitments.endBlocks();
    await services.closePeriods();
  },
});
