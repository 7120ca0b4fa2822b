import type { CommitmentState } from "../commitments.js";
import { errors } from "../errors.js";
import { findPartRow, type CommitmentRow } from "../keep-ledger/part.repository.js";
import { openStates } from "../keep-state/commitment-state.js";
import { onBehalfOf } from "../keep-state/move-commitment.js";
import { noteEntry } from "../keep-state/note-entry.js";
import { getDay } from "../measure-time/get-due-day.js";
import type { CommitmentsContext } from "../plugin.js";
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

/** The part waited for; throws partUnknown, waitsForItself. */
async function getWaitsFor({ db }: CommitmentsContext, row: CommitmentRow, id: string | undefined): Promise<string | null> {
  if (!id) return null;
  if (id === row.partId) throw errors.waitsForItself({}, "body.waitsForId");
  if (!(await findPartRow(db, id))) throw errors.partUnknown({}, "body.waitsForId");
  return id;
}

/**
 * The owner cannot go on: it is neither late nor reminded of until it is lifted. The due day does not move by itself; more time is asked for.
 * Throws notOpen, blockedAlready, reasonNeeded, dayUnknown, reviewInPast, partUnknown.
 */
export async function blockWork(ctx: CommitmentsContext, row: CommitmentRow, { kind, reason, reviewOn, waitsForId }: Blocked): Promise<void> {
  const { db, newId, clock, actor, audit } = ctx;
  if (!openStates.includes(row.state as CommitmentState)) throw errors.notOpen();
  if (!reason.trim()) throw errors.reasonNeeded({}, "body.reason");
  if (getDay(reviewOn, "body.reviewOn") <= clock.today()) throw errors.reviewInPast({}, "body.reviewOn");
  if (await findBlock(ctx, row.id)) throw errors.blockedAlready();
  const waits = await getWaitsFor(ctx, row, waitsForId);
  await db
    .insertInto("commitments_block")
    .values({
      ...{ id: newId(), commitmentId: row.id, state: "blocked", kind, reason: reason.trim(), waitsForId: waits },
      ...{ fromOn: clock.today(), reviewOn, toOn: null, byId: actor.personId },
    })
    .execute();
  const note = `${ctx.text(`commitments.block.kind.${kind}`, {}, "zh-CN")}：${reason.trim()}`;
  await noteEntry(ctx, { partId: row.partId, commitmentId: row.id, move: "block", forId: onBehalfOf(row, actor.personId), note });
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
