import { settlePromise } from "../ask-leave/settle-pending.js";
import type { CommitmentState } from "../commitments.js";
import { errors } from "../errors.js";
import { findCommitmentRow, type CommitmentRow } from "../keep-ledger/part.repository.js";
import { forgetPasses, verifiersOfOne } from "../keep-ledger/verifier.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import { secretariesOf } from "../remind-owners/tell-about-part.js";
import { tellNews, type News } from "../remind-owners/tell-news.js";
import { endedStates, findNextState, openStates, type CommitmentMove } from "./commitment-state.js";
import { noteEntry } from "./note-entry.js";

export interface MoveNote {
  readonly note?: string | null;
  /** How it came, when not through the actor's own screen. */
  readonly via?: string | null;
  readonly set?: Partial<Pick<CommitmentRow, "closedOn" | "round" | "startedOn" | "dueOn" | "soonOn" | "nextStep" | "nextStepOn">>;
}

/** On whose behalf the actor does an owner's act; null when it is their own. */
export const onBehalfOf = (row: CommitmentRow, actorId: string | null): string | null => (row.ownerId === actorId ? null : row.ownerId);

const ownersMoves: readonly CommitmentMove[] = ["confirm", "decline", "withdraw", "progress", "submit"];

/** What a move leaves behind it: codes that are worth nothing any more, requests nobody can decide, and blocks of work that is over. */
async function tidyAfter(ctx: CommitmentsContext, { id, partId }: CommitmentRow, toState: CommitmentState): Promise<void> {
  const { db, clock } = ctx;
  const isEnded = endedStates.includes(toState);
  if (isEnded || toState === "closed") await settlePromise(ctx, { id, partId }, toState);
  if (isEnded || toState === "closed")
    await db
      .updateTable("commitments_code")
      .set({ state: "burnt", endedAt: clock.now() })
      .where("commitmentId", "=", id)
      .where("state", "=", "valid")
      .where("kind", "in", isEnded ? ["slip", "rating"] : ["slip"])
      .execute();
  if (!openStates.includes(toState))
    await db
      .updateTable("commitments_block")
      .set({ state: "lifted", toOn: clock.today() })
      .where("commitmentId", "=", id)
      .where("state", "=", "blocked")
      .execute();
}

/** A part that whoever it was assigned to sent back counts how often, and its secretary is told: one that nobody wants is seen. */
async function countBounce(ctx: CommitmentsContext, { id, partId, placePath, origin }: CommitmentRow, note: string | null): Promise<void> {
  if (origin !== "assigned") return;
  await tellNews(ctx, partId, { kind: "declined", people: await secretariesOf(ctx, placePath), id, note });
  await ctx.db
    .updateTable("commitments_part")
    .set((eb) => ({ bounceCount: eb(eb.fn.coalesce("bounceCount", eb.lit(0)), "+", 1) }))
    .where("id", "=", partId)
    .execute();
}

/** Tells whom a step concerns: who is to check a report, whose work was checked or closed out, and the secretary when a claim left a gap. */
async function tellMove(ctx: CommitmentsContext, row: CommitmentRow, move: CommitmentMove, note: string | null): Promise<void> {
  const { partId, placePath, ownerId, origin } = row;
  const tell = (kind: News["kind"], people: readonly string[]) => tellNews(ctx, partId, { kind, people, id: ctx.newId(), note });
  if (move === "submit") {
    const named = (await verifiersOfOne(ctx.db, row.id)).map(({ personId }) => personId);
    await tell("submitted", named.length > 0 ? named : await secretariesOf(ctx, placePath));
  }
  if (move === "verify") await tell("verified", [ownerId]);
  if (move === "close") await tell("closed", [ownerId]);
  if (move === "withdraw" || (move === "decline" && origin === "claimed")) await tell("gap_again", await secretariesOf(ctx, placePath));
}

const wrongState = ({ text }: CommitmentsContext, { state }: Pick<CommitmentRow, "state">) => errors.stateWrong({ state: text(`commitments.state.${state}`) });

/** The new state is written over the one that was read only: of two who act at once the second is refused, and told how it stands now. */
async function writeState(ctx: CommitmentsContext, row: CommitmentRow, toState: CommitmentState, set: MoveNote["set"]): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable("commitments_commitment")
    .set({ ...set, state: toState, isActive: !endedStates.includes(toState) })
    .where("id", "=", row.id)
    .where("state", "=", row.state)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) throw wrongState(ctx, (await findCommitmentRow(ctx.db, row.id)) ?? row);
}

/** Takes a commitment one step on and writes down who did it for whom; throws stateWrong when its state does not allow it, or is another one meanwhile. */
export async function moveCommitment(
  ctx: CommitmentsContext,
  row: CommitmentRow,
  move: CommitmentMove,
  { note = null, via = null, set = {} }: MoveNote = {},
): Promise<CommitmentState> {
  const { db, actor, publish, audit } = ctx;
  const toState = findNextState(row.state as CommitmentState, move);
  if (!toState) throw wrongState(ctx, row);
  const forId = ownersMoves.includes(move) ? onBehalfOf(row, actor.personId) : null;
  await writeState(ctx, row, toState, set);
  if (move === "submit") await forgetPasses(db, row.id);
  if (move === "decline" || move === "giveBack") await countBounce(ctx, row, note);
  await tidyAfter(ctx, row, toState);
  await tellMove(ctx, row, move, note);
  await noteEntry(ctx, { partId: row.partId, commitmentId: row.id, move, fromState: row.state, toState, forId, note, via });
  publish("changed", row.id, { commitmentId: row.id, partId: row.partId, from: row.state, to: toState });
  audit(move, row.id, forId ? { forId } : {});
  return toState;
}

/** A reason in words; throws reasonNeeded when there is none. */
export function getReason(reason: string | undefined): string {
  const said = reason?.trim();
  if (!said) throw errors.reasonNeeded({}, "body.reason");
  return said;
}
