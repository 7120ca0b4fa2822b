import { elderPairing } from "../plugin.js";
import { job, on } from "../services.js";
import { beginDay, watchTown } from "./watch-day.js";

/** Before anybody is at work: who is away today is covered, whom nobody can come to is named; each township in a turn of its own. */
export const watchDayJob = job("watch-day", {
  every: "5 0 * * *",
  async run(ctx) {
    const day = ctx.clock.today();
    for (const townPath of await beginDay(ctx)) ctx.publish("townWaits", townPath, { townPath, day });
  },
});

/** A township that waits is seen to; one where that fails is tried again, and no other waits for it. */
export const townWaitsListener = on(elderPairing.events.townWaits, ({ townPath }, ctx) => watchTown(ctx, townPath));
