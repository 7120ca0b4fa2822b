import { errors } from "../errors.js";
import { decisionsOf } from "../find-meeting/meeting.repository.js";
import { moveMeeting } from "../keep-state/move-meeting.js";
import type { Apply } from "./apply-command.js";
import { agendaParts } from "./show-room.js";

const list = (titles: readonly string[]): string => titles.join("、");

/**
 * The coverage gate: a meeting closes only when every item is decided, talked through or put off, no motion waits for its vote, and every part
 * of its decisions and every line of the ledger on its agenda has a lead, was put off with reason and next date, or is looked for until a day with a
 * way on after it. The refusals name what is missing.
 */
export const applyClose: Apply<"close"> = async (ctx, room, { at }) => {
  const { meeting, items, motions } = room;
  if (motions.some(({ state }) => state === "proposed")) throw errors.motionOpen();
  const open = items.filter(({ state }) => state === "scheduled").map(({ title }) => title);
  if (open.length > 0) throw errors.itemsUnsettled({ count: open.length, items: list(open) });
  const { isCovered, gaps, searched, deferred, ledCount } = await ctx.use.commitments.coverageOf(meeting.id, agendaParts(items));
  if (!isCovered) throw errors.partsWithoutOwner({ count: gaps.length, parts: list(gaps.map(({ title }) => title)) });
  const decisions = await decisionsOf(ctx.db, meeting.id);
  const closed = await moveMeeting(ctx, meeting, "close", { closedAt: at });
  ctx.publish("closed", meeting.id, { meetingId: meeting.id, decisions: decisions.length, parts: ledCount + searched.length + deferred.length });
  return { meeting: closed };
};
