import { asksOfPerson } from "../ask-volunteers/ask.repository.js";
import { linkOf } from "../ask-volunteers/ask-link.js";
import { getDuty, writeDown } from "../ask-volunteers/write-down.js";
import { errors } from "../errors.js";
import { isFree, mustBeFree } from "./must-be-free.js";
import type { BridgeContext } from "../plugin.js";

function mustBePerson({ actor }: BridgeContext): string {
  if (actor.personId === null) throw errors.notYours();
  return actor.personId;
}

/** Where adults are missing and this person may take a duty: as taking it decides. */
async function couldTake(ctx: BridgeContext, personId: string) {
  if ((await ctx.use.volunteerDays.onRota([personId])).length === 0) return [];
  const open = await ctx.use.childrenActivities.openDuties("/");
  const could = await ctx.use.childrenActivities.whoCould(open.map(({ sessionId }) => sessionId));
  const mine = [];
  for (const duty of open) if (could.get(duty.sessionId)!.personIds.includes(personId) && (await isFree(ctx, duty, personId))) mine.push(duty);
  return mine;
}

/** Sessions that lack adults and that one could come to oneself, and what one was asked; nothing for an account without a person. O(sessions × adults). */
export async function showMine(ctx: BridgeContext) {
  const { personId } = ctx.actor;
  if (personId === null) return { duties: [], asks: [] };
  const asks = [];
  for (const { id, state, sessionId } of await asksOfPerson(ctx.db, personId)) {
    const duty = await ctx.use.childrenActivities.dutyAt(sessionId);
    if (duty) asks.push({ ...duty, state, link: linkOf(ctx, id) });
  }
  const asked = new Set(asks.map(({ sessionId }) => sessionId));
  return { duties: (await couldTake(ctx, personId)).filter(({ sessionId }) => !asked.has(sessionId)), asks };
}

/** What one took oneself stands among what one was asked, so that it is given back in the same way; nobody is written to. */
async function noteOwn(ctx: BridgeContext, duty: Awaited<ReturnType<typeof getDuty>>, personId: string): Promise<void> {
  const own = (await asksOfPerson(ctx.db, personId)).find(({ sessionId }) => sessionId === duty.sessionId);
  if (!own) await writeDown(ctx, { duty, personId, state: "accepted" });
  else if (own.state === "asked")
    await ctx.db.updateTable("children_volunteers_ask").set({ state: "accepted", answeredAt: ctx.clock.now() }).where("id", "=", own.id).execute();
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
  await noteOwn(ctx, duty, personId);
  ctx.audit("duty.take", id, { sessionId, personId });
  return id;
}
