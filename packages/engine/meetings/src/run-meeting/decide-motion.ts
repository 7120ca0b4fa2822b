import { decisionsOf, type ItemRow, type MotionRow } from "../find-meeting/meeting.repository.js";
import { tellAwaited } from "../follow-matter/tell-effect.js";
import { effectByChain } from "../follow-steps/follow-steps.js";
import type { Effect } from "../keep-state/machines.js";
import { getNextItem, getNextMotion } from "../keep-state/take-steps.js";
import type { MeetingsContext } from "../plugin.js";
import type { Casting } from "../take-votes/judge-motion.js";
import { dayOf } from "../tell-time/tell-time.js";
import { findOwnWarnings } from "./find-warnings.js";
import type { SentCommand } from "./meeting-command.js";
import { getItem, type Room } from "./meeting-room.js";

export interface CountedMotion {
  readonly members: number;
  readonly attending: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Spoilt papers. */
  readonly invalid?: number;
  readonly base: number;
  readonly arithmetic: string;
  readonly isAdopted: boolean;
  readonly way: "hands" | "ballot" | "consent";
  readonly pollId: string | null;
  readonly casting?: Casting;
}

/** A decision on a matter that must go through steps waits for those that are missing, unless it waits for another body anyway. Tells the effect then, and whether the matter goes on to the body that decides. */
async function awaitSteps(
  ctx: MeetingsContext,
  { pack, meeting }: Room,
  decision: { readonly id: string; readonly effect: Effect; readonly day: string },
  matterId: string,
): Promise<{ readonly effect: Effect; readonly goesOn: boolean }> {
  const found = { matterId, decisionId: decision.id, packId: pack.id, day: decision.day, note: meeting.title };
  const { effect, goesOn } = (await effectByChain(ctx, found)) ?? { effect: decision.effect, goesOn: false };
  if (effect === "awaits_steps" && decision.effect === "effective")
    await ctx.db.updateTable("meetings_decision").set({ effect }).where("id", "=", decision.id).execute();
  return { effect: decision.effect === "effective" ? effect : decision.effect, goesOn };
}

async function addDecision(ctx: MeetingsContext, room: Room, motion: MotionRow, { id, at }: SentCommand, arithmetic: string): Promise<readonly ItemRow[]> {
  const { db, clock, use, publish } = ctx;
  const { meeting, pack } = room;
  const item = getItem(room, motion.itemId);
  const earlier = await decisionsOf(db, meeting.id);
  const effect: Effect = findOwnWarnings(pack, motion.text).length > 0 ? "awaits_competent_body" : "effective";
  const day = dayOf(at, clock.zone);
  const base = { id, placePath: meeting.placePath, meetingId: meeting.id, itemId: item.id, motionId: motion.id, serial: earlier.length + 1 };
  const told = { text: motion.text, arithmetic, packVerified: String(pack.verified), effect, warnings: motion.warnings };
  await db
    .insertInto("meetings_decision")
    .values({ ...base, ...told, decidedOn: day })
    .execute();
  const step = item.matterId === null ? undefined : await awaitSteps(ctx, room, { id, effect, day }, item.matterId);
  const state = getNextItem(item, "decide");
  await db.updateTable("meetings_agenda_item").set({ state }).where("id", "=", item.id).execute();
  if (item.matterId && item.state !== "decided")
    await (step?.goesOn
      ? use.matters.defer(item.matterId, meeting.id, ctx.text("meetings.follow.goesOn", {}, "zh-CN"))
      : use.matters.decide(item.matterId, id, meeting.id, await tellAwaited(ctx, { ...told, id, effect: step?.effect ?? effect }, item.matterId)));
  publish("decided", meeting.id, { meetingId: meeting.id, decisionId: id, itemId: item.id });
  return room.items.map((one) => (one.id === item.id ? { ...one, state } : one));
}

/** Writes the result of a motion, however it was voted on; an adopted one is a decision at once. */
export async function decide(
  ctx: MeetingsContext,
  room: Room,
  motion: MotionRow,
  sent: SentCommand,
  { isAdopted, ...counted }: CountedMotion,
): Promise<Pick<Room, "items" | "motions">> {
  const changes = {
    ...counted,
    state: getNextMotion(motion.state, isAdopted ? "adopt" : "reject"),
    votedAt: sent.at,
    packVerified: String(room.pack.verified),
  };
  await ctx.db.updateTable("meetings_motion").set(changes).where("id", "=", motion.id).execute();
  const items = isAdopted ? await addDecision(ctx, room, motion, sent, counted.arithmetic) : room.items;
  return { items, motions: room.motions.map((one) => (one.id === motion.id ? { ...motion, ...changes } : one)) };
}
