import { errors } from "../errors.js";
import type { BridgeContext } from "../plugin.js";
import { asksOfSessions, findAsk, type AskRow } from "./ask.repository.js";
import { askStandIns } from "./ask-volunteers.js";
import { mustBeFree } from "../take-duty/must-be-free.js";
import { getDuty } from "./write-down.js";

const answer = ({ db, clock }: BridgeContext, id: string, state: string) =>
  db.updateTable("children_volunteers_ask").set({ state, answeredAt: clock.now() }).where("id", "=", id).execute();

/** What was asked for a session, nobody else's to answer until this is done; this one as it stands then. */
async function lockAsk({ db }: BridgeContext, { id, sessionId }: AskRow): Promise<AskRow> {
  await db
    .updateTable("children_volunteers_ask")
    .set((eb) => ({ state: eb.ref("state") }))
    .where("sessionId", "=", sessionId)
    .execute();
  return (await findAsk(db, id))!;
}

/** Is somebody missing there still, or is the one they were asked to stand in for? */
const isNeeded = async ({ use }: BridgeContext, { insteadOfId }: AskRow, { short }: Awaited<ReturnType<typeof getDuty>>): Promise<boolean> =>
  short > 0 || (insteadOfId !== null && (await use.childrenActivities.isSuspended(insteadOfId)));

/** When and where; nothing about any child. A session that has begun or was called off has nothing to answer any more. */
export async function showAsk(ctx: BridgeContext, ask: AskRow) {
  const { sessionId, personId } = ask;
  const [duty, names] = [await ctx.use.childrenActivities.dutyAt(sessionId), await ctx.use.directory.namesOf([personId])];
  const state = ask.state === "asked" && duty && !(await isNeeded(ctx, ask, duty)) ? "closed" : ask.state;
  const { title = "", homeName = "", heldOn = "", startsAt = "", endsAt = "" } = duty ?? {};
  return { state: duty ? state : "over", name: names.get(personId) ?? "", title, homeName, heldOn, startsAt, endsAt };
}

/**
 * Says yes: the duty is theirs by the rules of children's activities, which look at the record check once more; once nobody is missing the others who were asked for it are not needed. Throws askOver,
 * noDuty, busyThen, notVetted and adultBusy of children's activities.
 */
export async function acceptAsk(ctx: BridgeContext, found: AskRow): Promise<void> {
  const ask = await lockAsk(ctx, found);
  const { id, sessionId, personId, insteadOfId } = ask;
  const duty = await getDuty(ctx, sessionId);
  if (ask.state !== "asked" || !(await isNeeded(ctx, ask, duty))) throw errors.askOver();
  await mustBeFree(ctx, duty, personId);
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
export async function declineAsk(ctx: BridgeContext, found: AskRow): Promise<void> {
  const { id, state, sessionId, personId, insteadOfId } = await lockAsk(ctx, found);
  if (state !== "asked" && state !== "placed" && state !== "accepted") throw errors.askOver();
  const duty = await getDuty(ctx, sessionId);
  await answer(ctx, id, "declined");
  ctx.audit("ask.decline", id, { sessionId, personId });
  if (state !== "asked") await ctx.use.childrenActivities.giveBackDuty({ sessionId, personId });
  const isAsked = (await asksOfSessions(ctx.db, [duty.sessionId])).some((other) => other.state === "asked");
  if (!isAsked) await askStandIns(ctx, sessionId, insteadOfId ?? undefined);
}
