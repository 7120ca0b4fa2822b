import type { CommitmentState } from "../commitments.js";
import { findPartRow, type CommitmentRow } from "../keep-ledger/part.repository.js";
import { errors } from "../errors.js";
import { notePass, verifiersOfOne } from "../keep-ledger/verifier.repository.js";
import { noteEntry } from "../keep-state/note-entry.js";
import { isOneOf } from "../keep-state/same-person.js";
import { getReason, moveCommitment } from "../keep-state/move-commitment.js";
import type { CommitmentsContext } from "../plugin.js";
import { writeToOwner } from "../remind-owners/write-to-owner.js";
import type { ways } from "./ways.js";

export interface Checked {
  readonly isPassed: boolean;
  readonly ways: readonly (typeof ways)[number][];
  readonly note?: string | undefined;
}

/** Notes the pass of one of several; verified once nobody is left to pass it. Throws stateWrong. */
async function pass(ctx: CommitmentsContext, row: CommitmentRow, note: string | null): Promise<CommitmentState> {
  const { db, actor, use, audit, text } = ctx;
  const verifiers = await verifiersOfOne(db, row.id);
  const own: string[] = [];
  for (const { personId } of verifiers) if (await isOneOf(use.directory, actor.personId, [personId])) own.push(personId);
  for (const personId of own) await notePass(ctx, row.id, personId);
  const left = verifiers.filter(({ personId, passedAt }) => passedAt === null && !own.includes(personId));
  if (own.length === 0 || left.length === 0) return moveCommitment(ctx, row, "verify", { note });
  if (row.state !== "submitted") throw errors.stateWrong({ state: text(`commitments.state.${row.state}`) });
  await noteEntry(ctx, { partId: row.partId, commitmentId: row.id, move: "pass", fromState: row.state, toState: row.state, note });
  audit("pass", row.id);
  return row.state;
}

/** Verifies reported work, or gives it back with what is missing and tells the owner; throws stateWrong, reasonNeeded. */
export async function checkWork(ctx: CommitmentsContext, row: CommitmentRow, { isPassed, ways, note }: Checked): Promise<CommitmentState> {
  const how = ways.map((way) => ctx.text(`commitments.way.${way}`, {}, "zh-CN")).join("、");
  if (isPassed) return pass(ctx, row, [how, note?.trim()].filter(Boolean).join("：") || null);
  const missing = getReason(note);
  const state = await moveCommitment(ctx, row, "reject", { note: missing });
  await writeToOwner(ctx, row, (await findPartRow(ctx.db, row.partId))!, { words: "rejected", key: `rejected/${ctx.newId()}`, note: missing });
  return state;
}
