import { errors } from "../errors.js";
import type { BridgeContext } from "../plugin.js";
import { asksOfSessions, type AskRow } from "./ask.repository.js";
import { askStandIns } from "./ask-volunteers.js";
import { mustBeFree } from "../take-duty/must-be-free.js";
import { getDuty } from "./write-down.js";

const answer = ({ db, clock }: BridgeContext, id: string, state: string) =>
  db.updateTable("children_volunteers_ask").set({ state, answeredAt: clock.now() }).where("id", "=", id).execute();

/** When and where; nothing about any child. A session that has begun or was called off has nothing to answer any more. */
export async function showAsk(ctx: BridgeContext, { state, sessionId, personId }: AskRow) {
  const [duty, names] = [await ctx.use.childrenActivities.dutyAt(sessionId), await ctx.use.directory.namesOf([personId])];
  const { title = "", homeName = "", heldOn = "", startsAt = "", endsAt = "" } = duty ?? {};
  return { state: duty ? state : "over", name: names.get(personId) ?? "", title, homeName, heldOn, startsAt, endsAt };
}

/**
 * Says yes: the duty is theirs by the rules of children's activities, which look at the record check once more; once nobody is missing the others who were asked for it are not needed. Throws askOver,
 * noDuty, busyThen, notVetted and adultBusy of children's activities.
 */
export async function acceptAsk(ctx: BridgeContext, { id, state, sessionId, personId, insteadOfId }: AskRow): Promise<void> {
  if (state !== "asked") throw errors.askOver();
  await mustBeFree(ctx, await getDuty(ctx, sessionId), personId);
  await ctx.use.childrenActivities.takeDuty({ sessionId, personId });
  await answer(ctx, id, "accepted");
  const left = await ctx.use.childrenActivities.dutyAt(sessionId);
  // While somebody is missing still, the others may say yes too.
  if (left && left.short > 0 && insteadOfId === null) return ctx.audit("ask.accept", id, { sessionId, personId });
  const others = ctx.db
    .updateTable("children_volunteers_ask")
    .set({ state: "closed", answeredAt: ctx.clock.now() })
    .where("sessionId", "=", sessionId)
    .where("state", "=", "asked");
  await (insteadOfId === null ? others.where("insteadOfId", "is", null) : others.where("insteadOfId", "=", insteadOfId)).execute();
  ctx.audit("ask.accept", id, { sessionId, personId });
}

/** Says no, or cannot come after all, without any consequence: the duty is given back and the next are asked. Throws askOver, noDuty. */
export async function declineAsk(ctx: BridgeContext, { id, state, sessionId, personId, insteadOfId }: AskRow): Promise<void> {
  if (state !== "asked" && state !== "placed" && state !== "accepted") throw errors.askOver();
  const duty = await getDuty(ctx, sessionId);
  await answer(ctx, id, "declined");
  ctx.audit("ask.decline", id, { sessionId, personId });
  if (state !== "asked") await ctx.use.childrenActivities.giveBackDuty({ sessionId, personId });
  const isAsked = (await asksOfSessions(ctx.db, [duty.sessionId])).some((other) => other.state === "asked");
  if (!isAsked) await askStandIns(ctx, sessionId, insteadOfId ?? undefined);
}
