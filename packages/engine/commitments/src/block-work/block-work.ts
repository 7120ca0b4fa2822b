import type { CommitmentState } from "../commitments.js";
import { errors } from "../errors.js";
import { findPartRow, type CommitmentRow } from "../keep-ledger/part.repository.js";
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

/** The part waited for; throws partUnknown, waitsForItself. */
async function getWaitsFor({ db }: CommitmentsContext, row: CommitmentRow, id: string | undefined): Promise<string | null> {
  if (!id) return null;
  if (id === row.partId) throw errors.waitsForItself({}, "body.waitsForId");
  if (!(await findPartRow(db, id))) throw errors.partUnknown({}, "body.waitsForId");
  return id;
}

/** The day to look again; throws dayUnknown, reviewInPast, reviewTooLate. */
function getReviewDay({ clock, config }: CommitmentsContext, reviewOn: string): string {
  const [day, last] = [getDay(reviewOn, "body.reviewOn"), shiftDay(clock.today(), config.blockedDays)];
  if (day <= clock.today()) throw errors.reviewInPast({}, "body.reviewOn");
  if (day > last) throw errors.reviewTooLate({ days: config.blockedDays, last }, "body.reviewOn");
  return day;
}

/**
 * The owner cannot go on: it is neither late nor reminded of until it is lifted, on the day to look again at the latest, and the secretary is told. The
 * due day does not move by itself; more time is asked for. Throws notOpen, blockedAlready, reasonNeeded, dayUnknown, reviewInPast, reviewTooLate,
 * partUnknown, waitsForItself.
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
      ...{ id, commitmentId: row.id, state: "blocked", kind, reason: reason.trim(), waitsForId: waits },
      ...{ fromOn: clock.today(), reviewOn, toOn: null, byId: actor.personId },
    })
    .execute();
  const note = `${ctx.text(`commitments.block.kind.${kind}`, {}, "zh-CN")}：${reason.trim()}`;
  await noteEntry(ctx, { partId: row.partId, commitmentId: row.id, move: "block", forId: onBehalfOf(row, actor.personId), note });
  await tellNews(ctx, row.partId, { kind: "blocked", people: await secretariesOf(ctx, row.placePath), id, note: `${note}（${reviewOn}）` });
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
