import { everywhere } from "@lianxin/plugin-kit";
import type { MeetingsContext } from "../plugin.js";
import { escalationSource, matterIdOf, sourcesOf } from "./matter-of.js";

/**
 * Titles of the work for a matter that is open now: the promises that are not closed out, and of each source a line that nobody leads. The line a matter
 * has as reported upwards is no work of its own until somebody leads it: it goes when the matter does.
 */
async function openWorkOf({ db, use }: MeetingsContext, matterId: string): Promise<string[]> {
  const sources = await sourcesOf(db, matterId);
  const promised = await everywhere(db, "commitments_v1_commitment", "the open work for one matter, wherever it is done")
    .select("title")
    .where(
      "sourceId",
      "in",
      sources.map(({ id }) => id),
    )
    .where(
      "sourceKind",
      "in",
      sources.map(({ kind }) => kind),
    )
    .where("state", "<>", "closed")
    .orderBy("id")
    .execute();
  const lines = [];
  for (const source of sources.filter(({ kind }) => kind !== escalationSource)) lines.push(await use.commitments.findUnfinished(source));
  return [...new Set([...promised.map(({ title }) => title), ...lines.flatMap((line) => line?.title ?? [])])];
}

/** Matters are told what work for them is open, so that nobody settles one by an answer while promises made for it stand. */
export async function keepWork(ctx: MeetingsContext, matterId: string): Promise<void> {
  await ctx.use.matters.keepWork(matterId, await openWorkOf(ctx, matterId));
}

/** A line was opened in the ledger, for a matter or not. */
export async function followOpened(ctx: MeetingsContext, { partId }: { readonly partId: string }): Promise<void> {
  const [part] = (await ctx.use.commitments.partsOfMeeting("", [partId])).filter(({ id }) => id === partId);
  const matterId = part && (await matterIdOf(ctx.db, { sourceKind: part.source.kind, sourceId: part.source.id }));
  if (matterId) await keepWork(ctx, matterId);
}
