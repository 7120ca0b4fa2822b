import { childrenActivities } from "@lianxin/children-activities";
import { on } from "../services.js";
import { asksOfPerson } from "./ask.repository.js";
import { writeTo } from "./write-down.js";

/** Whoever arranges the duties took somebody off one: what they were asked is over, and they are told not to come. Who gave it back themselves has answered already. */
export const dutyEndedListener = on(childrenActivities.events.dutyEnded, async ({ sessionId, personId }, ctx) => {
  const own = (await asksOfPerson(ctx.db, personId)).filter((ask) => ask.sessionId === sessionId && ask.state !== "asked");
  const duty = await ctx.use.childrenActivities.dutyAt(sessionId);
  for (const { id } of own) {
    await ctx.db.updateTable("children_volunteers_ask").set({ state: "off", answeredAt: ctx.clock.now() }).where("id", "=", id).execute();
    ctx.audit("ask.off", id, { sessionId, personId });
    if (duty) await writeTo(ctx, { duty, personId, kind: "off", askId: id });
  }
});
