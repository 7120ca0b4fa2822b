import type { CommitmentState } from "../commitments.js";
import { errors } from "../errors.js";
import { findHolder, findPartRow, type CommitmentRow, type PartRow } from "../keep-ledger/part.repository.js";
import { getWaitsFor } from "../follow-waits/check-wait.js";
import { openStates } from "../keep-state/commitment-state.js";
import { onBehalfOf } from "../keep-state/move-commitment.js";
import { noteEntry } from "../keep-state/note-entry.js";
import { shiftDay } from "../measure-time/choose-light.js";
import { getDay } from "../measure-time/get-due-day.js";
import type { CommitmentsContext } from "../plugin.js";
import { secretariesOf } from "../remind-owners/tell-about-part.js";
import { tellNews } from "../remind-owners/tell-news.js";
import type { BlockKind } from "./block-kinds.js";

export interface Blocked {
  readonly kind: BlockKind;
  readonly reason: string;
  /** The day somebody looks whether it still holds. */
  readonly reviewOn: string;
  /** The part that has to be done first. */
  readonly waitsForId?: string | undefined;
}

const findBlock = ({ db }: CommitmentsContext, commitmentId: string) =>
  db.selectFrom("commitments_block").selectAll().where("commitmentId", "=", commitmentId).where("state", "=", "blocked").executeTakeFirst();

/** The day to look again; throws dayUnknown, reviewInPast, reviewTooLate. */
function getReviewDay({ clock, config }: CommitmentsContext, reviewOn: string): string {
  const [day, last] = [getDay(reviewOn, "body.reviewOn"), shiftDay(clock.today(), config.blockedDays)];
  if (day <= clock.today()) throw errors.reviewInPast({}, "body.reviewOn");
  if (day > last) throw errors.reviewTooLate({ days: config.blockedDays, last }, "body.reviewOn");
  return day;
}

/** Whoever leads what is waited for, or where nobody does the secretary, hears who waits. */
async function tellWaitedFor(ctx: CommitmentsContext, row: CommitmentRow, waits: PartRow, id: string): Promise<void> {
  const holder = await findHolder(ctx.db, waits.id);
  const title = (await findPartRow(ctx.db, row.partId))?.title ?? "";
  const people = holder ? [holder.ownerId] : await secretariesOf(ctx, waits.placePath);
  await tellNews(ctx, waits.id, { kind: "waited_for", people, id, note: ctx.text("commitments.news.waited_for.note", { title }, "zh-CN") });
}

/**
 * The owner cannot go on: it is neither late nor reminded of until it is lifted, on the day to look again at the latest, and the secretary is told. The
 * due day does not move by itself; more time is asked for. Whoever leads what it waits for is told too. Throws notOpen, blockedAlready, reasonNeeded,
 * dayUnknown, reviewInPast, reviewTooLate, and what getWaitsFor throws.
 */
export async function blockWork(ctx: CommitmentsContext, row: CommitmentRow, { kind, reason, waitsForId, ...until }: Blocked): Promise<void> {
  const { db, newId, clock, actor, audit } = ctx;
  if (!openStates.includes(row.state as CommitmentState)) throw errors.notOpen();
  if (!reason.trim()) throw errors.reasonNeeded({}, "body.reason");
  const reviewOn = getReviewDay(ctx, until.reviewOn);
  if (await findBlock(ctx, row.id)) throw errors.blockedAlready();
  const waits = await getWaitsFor(ctx, row, waitsForId);
  const id = newId();
  await db
    .insertInto("commitments_block")
    .values({
      ...{ id, commitmentId: row.id, state: "blocked", kind, reason: reason.trim(), waitsForId: waits?.id ?? null },
      ...{ fromOn: clock.today(), reviewOn, toOn: null, byId: actor.personId },
    })
    .execute();
  const note = `${ctx.text(`commitments.block.kind.${kind}`, {}, "zh-CN")}：${reason.trim()}`;
  await noteEntry(ctx, { partId: row.partId, commitmentId: row.id, move: "block", forId: onBehalfOf(row, actor.personId), note });
  await tellNews(ctx, row.partId, { kind: "blocked", people: await secretariesOf(ctx, row.placePath), id, note: `${note}（${reviewOn}）` });
  if (waits) await tellWaitedFor(ctx, row, waits, id);
  audit("block", row.id, { kind });
}

/** The owner can go on; throws notBlocked. */
export async function liftBlock(ctx: CommitmentsContext, row: CommitmentRow): Promise<void> {
  const block = await findBlock(ctx, row.id);
  if (!block) throw errors.notBlocked();
  await ctx.db.updateTable("commitments_block").set({ state: "lifted", toOn: ctx.clock.today() }).where("id", "=", block.id).execute();
  await noteEntry(ctx, { partId: row.partId, commitmentId: row.id, move: "lift", forId: onBehalfOf(row, ctx.actor.personId) });
  ctx.audit("lift", row.id);
}
