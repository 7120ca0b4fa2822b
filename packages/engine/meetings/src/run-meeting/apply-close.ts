import { errors } from "../errors.js";
import { decisionsOf, type ItemRow } from "../find-meeting/meeting.repository.js";
import { moveMeeting } from "../keep-state/move-meeting.js";
import { dayOf } from "../tell-time/tell-time.js";
import type { Apply } from "./apply-command.js";
import { settle } from "./apply-items.js";
import { keepToldParts } from "../write-paper/told-parts.js";
import { agendaParts } from "./show-parts.js";

const list = (titles: readonly string[]): string => titles.join("、");

/** Items that only hold others and are talked through with them: everything under them has a result. */
export function findHeadings(items: readonly ItemRow[]): ItemRow[] {
  const settled = new Set(items.filter(({ state }) => state !== "scheduled").map(({ id }) => id));
  return [...items].reverse().filter(({ id, matterId, partId }) => {
    const below = items.filter(({ parentId }) => parentId === id);
    const isOver = !settled.has(id) && below.length > 0 && matterId === null && partId === null && below.every((one) => settled.has(one.id));
    if (isOver) settled.add(id);
    return isOver;
  });
}

/**
 * The coverage gate: a meeting closes only when every item is decided, talked through or put off, no motion waits for its vote, and every part
 * of its decisions and every line of the ledger on its agenda has a lead, was put off with reason to a later day, or is looked for until a day that is not
 * over with a way on after it. The refusals name what is missing.
 */
export const applyClose: Apply<"close"> = async (ctx, room, { at }) => {
  const { meeting, items, motions } = room;
  const headings = findHeadings(items);
  if (motions.some(({ state }) => state === "proposed")) throw errors.motionOpen();
  const open = items.filter((item) => item.state === "scheduled" && !headings.includes(item)).map(({ title }) => title);
  if (open.length > 0) throw errors.itemsUnsettled({ count: open.length, items: list(open) });
  const { isCovered, gaps, searched, deferred, ledCount } = await ctx.use.commitments.coverageOf(meeting.id, agendaParts(items), dayOf(at, ctx.clock.zone));
  if (!isCovered) throw errors.partsWithoutOwner({ count: gaps.length, parts: list(gaps.map(({ title }) => title)) });
  const decisions = await decisionsOf(ctx.db, meeting.id);
  let done = room;
  for (const heading of headings) done = { ...done, ...(await settle(ctx, done, heading, "finish")) };
  await keepToldParts(ctx, meeting.id, items);
  const closed = await moveMeeting(ctx, meeting, "close", { closedAt: at });
  ctx.publish("closed", meeting.id, { meetingId: meeting.id, decisions: decisions.length, parts: ledCount + searched.length + deferred.length });
  return { meeting: closed, items: done.items };
};
