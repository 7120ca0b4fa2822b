import { asksOfPerson } from "../ask-volunteers/ask.repository.js";
import { linkOf } from "../ask-volunteers/ask-link.js";
import { getDuty } from "../ask-volunteers/write-down.js";
import { errors } from "../errors.js";
import { mustBeFree } from "./must-be-free.js";
import type { BridgeContext } from "../plugin.js";

function mustBePerson({ actor }: BridgeContext): string {
  if (actor.personId === null) throw errors.notYours();
  return actor.personId;
}

/** Sessions that lack adults and that one could come to oneself, and what one was asked. O(sessions × adults). */
export async function showMine(ctx: BridgeContext) {
  const personId = mustBePerson(ctx);
  const open = await ctx.use.childrenActivities.openDuties("/");
  const could = await ctx.use.childrenActivities.whoCould(open.map(({ sessionId }) => sessionId));
  const mine = open.filter(({ sessionId }) => could.get(sessionId)!.personIds.includes(personId));
  const asks = [];
  for (const { id, state, sessionId } of await asksOfPerson(ctx.db, personId)) {
    const duty = await ctx.use.childrenActivities.dutyAt(sessionId);
    if (duty) asks.push({ ...duty, state, link: linkOf(ctx, id) });
  }
  return { duties: mine, asks };
}

/**
 * Takes a duty oneself: who said yes to the rota, has no place of a volunteer day at that time, and is vetted there. Throws noDuty, notOnRota, busyThen, and adultUnknown,
 * notVetted, adultBusy of children's activities.
 */
export async function takeOwn(ctx: BridgeContext, sessionId: string): Promise<string> {
  const personId = mustBePerson(ctx);
  const duty = await getDuty(ctx, sessionId);
  if ((await ctx.use.volunteerDays.onRota([personId])).length === 0) throw errors.notOnRota();
  await mustBeFree(ctx, duty, personId);
  const id = await ctx.use.childrenActivities.takeDuty({ sessionId, personId });
  ctx.audit("duty.take", id, { sessionId, personId });
  return id;
}
