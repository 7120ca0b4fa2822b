import { errors } from "../errors.js";
import { decisionsOf } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import type { Apply } from "./apply-command.js";
import { getOpenItem } from "./apply-vote.js";
import { getItem, type Room } from "./meeting-room.js";

export const applyTakeUp: Apply<"takeUp"> = async (_, room, { command }) => {
  getItem(room, command.itemId);
  return {};
};

async function settle(
  { db }: MeetingsContext,
  room: Room,
  itemId: string,
  changes: { readonly state: string; readonly deferReason?: string },
): Promise<Pick<Room, "items">> {
  await db.updateTable("meetings_agenda_item").set(changes).where("id", "=", itemId).execute();
  return { items: room.items.map((item) => (item.id === itemId ? { ...item, ...changes } : item)) };
}

/** A report or an old promise that was talked through and asks for no vote. A matter is decided or put off instead. */
export const applyFinishItem: Apply<"finishItem"> = async (ctx, room, { command }) => {
  const item = getOpenItem(room, command.itemId);
  if (item.matterId) throw errors.itemsUnsettled({ count: 1, items: item.title }, "command.itemId");
  return settle(ctx, room, item.id, { state: "discussed" });
};

/** Not today: the matter goes back to the backlog with the reason. */
export const applyDeferItem: Apply<"deferItem"> = async (ctx, room, { command }) => {
  const item = getOpenItem(room, command.itemId);
  const reason = command.reason.trim();
  if (item.matterId) await ctx.use.matters.defer(item.matterId, room.meeting.id, reason);
  return settle(ctx, room, item.id, { state: "deferred", deferReason: reason });
};

/** The work of a decision, part by part, each waiting for a lead. */
export const applyOpenParts: Apply<"openParts"> = async ({ db, use }, { meeting }, { command }) => {
  const decision = (await decisionsOf(db, meeting.id)).find(({ id }) => id === command.decisionId);
  if (!decision) throw errors.decisionUnknown({}, "command.decisionId");
  const source = { kind: "meetings.decision", id: decision.id, meetingId: meeting.id, title: decision.text };
  await use.commitments.openParts(
    source,
    command.parts.map(({ title, standard }) => ({ title: title.trim(), standard: standard.trim(), placePath: meeting.placePath })),
  );
  return {};
};

async function checkPart({ use }: MeetingsContext, { meeting }: Room, partId: string): Promise<void> {
  const parts = await use.commitments.partsOfMeeting(meeting.id);
  if (!parts.some(({ id }) => id === partId)) throw errors.partUnknown({}, "command.partId");
}

/** Somebody takes the lead of a part (认领) or is given it (交办). */
export const applyClaim: Apply<"claim"> = async (ctx, room, { command }) => {
  const { kind: _kind, partId, conditions, verifierId, ...commitment } = command;
  await checkPart(ctx, room, partId);
  await ctx.use.commitments.commit(partId, { ...commitment, conditions: conditions?.trim() ?? null, verifierId: verifierId ?? null });
  return {};
};

export const applyDeferPart: Apply<"deferPart"> = async (ctx, room, { command }) => {
  await checkPart(ctx, room, command.partId);
  await ctx.use.commitments.deferPart(command.partId, command.reason.trim(), command.reviewOn);
  return {};
};
