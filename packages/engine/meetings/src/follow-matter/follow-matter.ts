import { writeDay } from "@lianxin/documents";
import { everywhere } from "@lianxin/plugin-kit";
import type { MeetingsContext } from "../plugin.js";
import { findPromise, type PromiseRow } from "./matter-of.js";

const steps = { in_progress: "progressed", submitted: "submitted", verified: "checked", closed: "closed", reopened: "reopened" } as const;

async function tellOwner({ use, text }: MeetingsContext, { ownerOrganizationId, ownerId, dueOn, title }: PromiseRow): Promise<string> {
  const organization = (await use.directory.findOrganization(ownerOrganizationId))?.name ?? "";
  const person = (await use.directory.findPerson(ownerId))?.fullName ?? "";
  return text("meetings.follow.owner", { title, organization, person, day: writeDay(dueOn) }, "zh-CN");
}

/** Every part taken over for the same reason is closed; parts nobody leads yet are not. */
async function isAllClosed({ db, use }: MeetingsContext, { sourceKind, sourceId, sourceMeetingId }: PromiseRow): Promise<boolean> {
  if (sourceKind === "meetings.decision" && sourceMeetingId !== null) {
    const parts = (await use.commitments.partsOfMeeting(sourceMeetingId)).filter(({ source }) => source.id === sourceId);
    return parts.every(({ commitment }) => commitment?.state === "closed");
  }
  const rows = await everywhere(db, "commitments_v1_commitment", "whether all that was taken over for a matter is closed")
    .select(["partId", "state"])
    .where("sourceKind", "=", sourceKind)
    .where("sourceId", "=", sourceId)
    .execute();
  const closed = new Set(rows.filter(({ state }) => state === "closed").map(({ partId }) => partId));
  return rows.every(({ partId }) => closed.has(partId));
}

/** Somebody took the lead of work for a matter: it is in the matter's record, and whoever raised it is told. */
export async function followCommitted(
  ctx: MeetingsContext,
  { commitmentId, origin }: { readonly commitmentId: string; readonly origin: string },
): Promise<void> {
  const found = await findPromise(ctx.db, commitmentId);
  if (found) await ctx.use.matters.follow(found.matterId, origin === "assigned" ? "assigned" : "claimed", await tellOwner(ctx, found.promise));
}

/**
 * Work for a matter went a step on. When all of it is closed the matter is settled; when some of it is opened again the matter is under way once
 * more. What closes one matter says nothing of another one, even of one it was split from.
 */
export async function followChanged(ctx: MeetingsContext, { commitmentId, to }: { readonly commitmentId: string; readonly to: string }): Promise<void> {
  const step = steps[to as keyof typeof steps];
  const found = step && (await findPromise(ctx.db, commitmentId));
  if (!found) return;
  const { promise, matterId } = found;
  await ctx.use.matters.follow(matterId, step, promise.title);
  if (step === "closed" && (await isAllClosed(ctx, promise)))
    await ctx.use.matters.resolve(matterId, ctx.text("meetings.follow.done", { title: promise.title }, "zh-CN"));
  if (step === "reopened") await ctx.use.matters.resume(matterId, promise.title);
}
