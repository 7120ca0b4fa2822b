import { checkDraft } from "../draft-meeting/draft-meeting.js";
import { errors } from "../errors.js";
import { itemsOf, type ItemRow, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { matterIdOf } from "../follow-matter/matter-of.js";
import type { MeetingsContext } from "../plugin.js";

export interface Merge {
  readonly itemId: string;
  readonly intoItemId: string;
  readonly reason: string;
}

async function matterOfLine(ctx: MeetingsContext, meetingId: string, { matterId, partId }: ItemRow): Promise<string | undefined> {
  if (matterId || !partId) return matterId ?? undefined;
  const [part] = (await ctx.use.commitments.partsOfMeeting(meetingId, [partId])).filter(({ id }) => id === partId);
  return part && matterIdOf(ctx.db, { sourceKind: part.source.kind, sourceId: part.source.id });
}

/**
 * Two lines of a list that is being prepared are one piece of work: this one goes, and the matter it came from becomes part of the other's. Throws
 * stateWrong, itemUnknown, lineNeeded, mergeOtherWay and what commitments and matters refuse.
 */
export async function mergeLines(ctx: MeetingsContext, meeting: MeetingRow, { itemId, intoItemId, reason }: Merge): Promise<void> {
  checkDraft(ctx, meeting);
  const { db, use } = ctx;
  const items = await itemsOf(db, meeting.id);
  const [item, into] = [items.find(({ id }) => id === itemId), items.find(({ id }) => id === intoItemId)];
  if (!item) throw errors.itemUnknown({}, "body.itemId");
  if (!into) throw errors.itemUnknown({}, "body.intoItemId");
  if (!item.partId || !into.partId) throw errors.lineNeeded({}, item.partId ? "body.intoItemId" : "body.itemId");
  const intoMatterId = item.matterId ? await matterOfLine(ctx, meeting.id, into) : undefined;
  if (item.matterId && !intoMatterId) throw errors.mergeOtherWay({ title: into.title }, "body.intoItemId");
  await use.commitments.mergePart(item.partId, into.partId, reason.trim());
  if (item.matterId) await use.matters.merge(item.matterId, intoMatterId!, reason.trim());
  await db.updateTable("meetings_agenda_item").set({ parentId: item.parentId }).where("parentId", "=", item.id).execute();
  await db.deleteFrom("meetings_agenda_item").where("id", "=", item.id).execute();
  for (const { id, position } of items.filter((one) => one.position > item.position))
    await db
      .updateTable("meetings_agenda_item")
      .set({ position: position - 1 })
      .where("id", "=", id)
      .execute();
}
