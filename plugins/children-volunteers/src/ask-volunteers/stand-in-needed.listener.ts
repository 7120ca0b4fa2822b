import { childrenActivities } from "@lianxin/children-activities";
import { on } from "../services.js";

/** A duty was suspended for want of a record check: the next on the rota are asked to stand in. */
export const standInNeededListener = on(childrenActivities.events.standInNeeded, async ({ sessionId, postId }, { services }) => {
  await services.asks.standIns(sessionId, postId);
});
