import type { CommitmentState } from "../commitments.js";
import { errors } from "../errors.js";
import type { CommitmentRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import { endedStates, findNextState, type CommitmentMove } from "./commitment-state.js";

export interface MoveNote {
  readonly note?: string | null;
  readonly set?: Partial<Pick<CommitmentRow, "closedOn" | "round" | "startedOn" | "dueOn" | "soonOn" | "nextStep" | "nextStepOn">>;
}

/** On whose behalf the actor does an owner's act; null when it is their own. */
export const onBehalfOf = (row: CommitmentRow, actorId: string | null): string | null => (row.ownerId === actorId ? null : row.ownerId);

const ownersMoves: readonly CommitmentMove[] = ["confirm", "decline", "progress", "submit"];

/** Takes a commitment one step on and writes down who did it for whom; throws stateWrong when its state does not allow it. */
export async function moveCommitment(
  ctx: CommitmentsContext,
  row: CommitmentRow,
  move: CommitmentMove,
  { note = null, set = {} }: MoveNote = {},
): Promise<CommitmentState> {
  const { db, newId, clock, actor, publish, audit, text } = ctx;
  const toState = findNextState(row.state as CommitmentState, move);
  if (!toState) throw errors.stateWrong({ state: text(`commitments.state.${row.state}`) });
  const forId = ownersMoves.includes(move) ? onBehalfOf(row, actor.personId) : null;
  await db
    .updateTable("commitments_commitment")
    .set({ ...set, state: toState, isActive: !endedStates.includes(toState) })
    .where("id", "=", row.id)
    .execute();
  await db
    .insertInto("commitments_entry")
    .values({ id: newId(), partId: row.partId, commitmentId: row.id, move, fromState: row.state, toState, at: clock.now(), byId: actor.personId, forId, note })
    .execute();
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
