import { errors } from "../errors.js";
import type { ItemRow } from "../find-meeting/meeting.repository.js";
import type { ItemMove } from "../keep-state/machines.js";
import { getNextItem } from "../keep-state/take-steps.js";
import type { MeetingsContext } from "../plugin.js";
import type { Apply } from "./apply-command.js";
import { getOpenItem } from "./apply-vote.js";
import { getItem, type Room } from "./meeting-room.js";

export const applyTakeUp: Apply<"takeUp"> = async (_, room, { command }) => {
  getItem(room, command.itemId);
  return {};
};

/** Writes what became of an item; throws itemSettled. */
export async function settle(
  { db }: MeetingsContext,
  room: Room,
  item: ItemRow,
  move: ItemMove,
  deferReason: string | null = null,
): Promise<Pick<Room, "items">> {
  const changes = { state: getNextItem(item, move), deferReason };
  const itemId = item.id;
  await db.updateTable("meetings_agenda_item").set(changes).where("id", "=", itemId).execute();
  return { items: room.items.map((item) => (item.id === itemId ? { ...item, ...changes } : item)) };
}

/** Was the line of an item taken by somebody already? */
async function isLed({ use }: MeetingsContext, { meeting }: Room, partId: string): Promise<boolean> {
  const parts = await use.commitments.partsOfMeeting(meeting.id, [partId]);
  return parts.some(({ id, commitment }) => id === partId && commitment !== null);
}

/** A report or an old promise that was talked through and asks for no vote. A matter is decided or put off instead, unless its line is led already. */
export const applyFinishItem: Apply<"finishItem"> = async (ctx, room, { command }) => {
  const item = getOpenItem(room, command.itemId);
  if (item.matterId && item.partId && (await isLed(ctx, room, item.partId))) {
    await ctx.use.matters.decide(item.matterId, null, room.meeting.id);
    return settle(ctx, room, item, "assign");
  }
  if (item.matterId) throw errors.itemsUnsettled({ count: 1, items: item.title }, "command.itemId");
  return settle(ctx, room, item, "finish");
};

/** Nothing is put off while a motion on it waits for its vote: what was adopted then would stand on an item that is not there any more. Throws motionOpen. */
export function checkNoMotion({ motions }: Room, item: Pick<ItemRow, "id"> | undefined): void {
  if (item && motions.some(({ itemId, state }) => itemId === item.id && state === "proposed")) throw errors.motionOpen();
}

/** Not today: the matter goes back to the backlog with the reason. */
export const applyDeferItem: Apply<"deferItem"> = async (ctx, room, { command }) => {
  const item = getOpenItem(room, command.itemId);
  const reason = command.reason.trim();
  checkNoMotion(room, item);
  if (item.matterId) await ctx.use.matters.defer(item.matterId, room.meeting.id, reason);
  return settle(ctx, room, item, "defer", reason);
};
