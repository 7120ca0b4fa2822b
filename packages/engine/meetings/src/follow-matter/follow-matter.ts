import { writeDay } from "@lianxin/documents";
import { everywhere } from "@lianxin/plugin-kit";
import type { MeetingsContext } from "../plugin.js";
import { keepWork } from "./keep-work.js";
import { escalationSource, findPromise, matterIdOf, sourcesOf, type PromiseRow } from "./matter-of.js";

const steps = { in_progress: "progressed", submitted: "submitted", verified: "checked", closed: "closed", reopened: "reopened" } as const;

/** Who leads it until when, and the same without the person's name. */
async function tellOwner({ use, text }: MeetingsContext, { ownerOrganizationId, ownerId, dueOn, title }: PromiseRow): Promise<readonly [string, string]> {
  const organization = (await use.directory.findOrganization(ownerOrganizationId))?.name ?? "";
  const person = (await use.directory.findPerson(ownerId))?.fullName ?? "";
  const led = { title, organization, day: writeDay(dueOn) };
  return [text("meetings.follow.owner", { ...led, person }, "zh-CN"), text("meetings.follow.unit", led, "zh-CN")];
}

/** All work for a matter is over and some of it was closed out; what nobody leads yet is not over. */
async function isDone({ db, use }: MeetingsContext, matterId: string): Promise<boolean> {
  const sources = await sourcesOf(db, matterId);
  for (const source of sources) if (await use.commitments.findUnfinished(source)) return false;
  const closed = await everywhere(db, "commitments_v1_commitment", "whether any work for a matter was closed out")
    .select("partId")
    .where(
      "sourceId",
      "in",
      sources.map(({ id }) => id),
    )
    .where("state", "=", "closed")
    .executeTakeFirst();
  return closed !== undefined;
}

async function settleIfDone(ctx: MeetingsContext, matterId: string, title: string): Promise<void> {
  if (await isDone(ctx, matterId)) await ctx.use.matters.resolve(matterId, ctx.text("meetings.follow.done", { title }, "zh-CN"));
}

/** Somebody took the lead of work for a matter: it is in the matter's record, and whoever raised it is told. */
export async function followCommitted(
  ctx: MeetingsContext,
  { commitmentId, origin }: { readonly commitmentId: string; readonly origin: string },
): Promise<void> {
  const found = await findPromise(ctx.db, commitmentId);
  if (!found) return;
  await keepWork(ctx, found.matterId);
  await ctx.use.matters.follow(found.matterId, origin === "assigned" ? "assigned" : "claimed", ...(await tellOwner(ctx, found.promise)));
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
  await keepWork(ctx, matterId);
  await ctx.use.matters.follow(matterId, step, promise.title);
  if (step === "closed") await settleIfDone(ctx, matterId, promise.title);
  if (step === "reopened") await ctx.use.matters.resume(matterId, promise.title);
}

/**
 * The last work for a matter that was still open left the ledger: what else was done for it settles it. The line of one that was reported upwards goes when
 * it is taken back, which settles nothing.
 */
export async function followEnded(ctx: MeetingsContext, source: { readonly sourceKind: string; readonly sourceId: string }): Promise<void> {
  const matterId = await matterIdOf(ctx.db, source);
  const matter = matterId && (await ctx.use.matters.findMatter(matterId));
  if (!matter) return;
  await keepWork(ctx, matter.id);
  const isTakenBack = source.sourceKind === escalationSource && matter.state === "accepted";
  if (!isTakenBack) await settleIfDone(ctx, matter.id, matter.title);
}

/** Work that had left the ledger by mistake is back: a matter that was settled meanwhile is under way once more, and whoever raised it is told. */
export async function followRestored(
  ctx: MeetingsContext,
  { partId, ...source }: { readonly partId: string; readonly sourceKind: string; readonly sourceId: string },
): Promise<void> {
  const matterId = await matterIdOf(ctx.db, source);
  const part = (await ctx.use.commitments.partsOfMeeting("", [partId])).find(({ id }) => id === partId);
  if (!matterId || !part) return;
  await keepWork(ctx, matterId);
  await ctx.use.matters.resume(matterId, ctx.text("meetings.follow.restored", { title: part.title }, "zh-CN"));
}
