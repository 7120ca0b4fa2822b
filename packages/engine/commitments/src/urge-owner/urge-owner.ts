import type { CommitmentState } from "../commitments.js";
import { errors } from "../errors.js";
import { countReminders, findPartRow, type CommitmentRow } from "../keep-ledger/part.repository.js";
import { openStates } from "../keep-state/commitment-state.js";
import { noteEntry } from "../keep-state/note-entry.js";
import type { CommitmentsContext } from "../plugin.js";
import { wordLetter, writeToOwner } from "../remind-owners/write-to-owner.js";

export interface Urged {
  /** How many times the owner was reminded or urged, this one included. */
  readonly count: number;
  /** To be copied into a group or read out on the phone. */
  readonly text: string;
  readonly isSent: boolean;
}

/** 催办: urges the owner by hand, writes it down, and gives the text to copy; throws notOpen when there is nothing left to do for them. */
export async function urgeOwner(ctx: CommitmentsContext, row: CommitmentRow, words: string): Promise<Urged> {
  const { db, newId, audit } = ctx;
  if (!openStates.includes(row.state as CommitmentState)) throw errors.notOpen();
  const part = (await findPartRow(db, row.partId))!;
  const id = newId();
  const occasion = { words: "urge", key: `urge/${id}`, note: words.trim() } as const;
  const isSent = await writeToOwner(ctx, row, part, occasion);
  const about = { partId: row.partId, commitmentId: row.id, fromState: row.state, toState: row.state, forId: row.ownerId };
  await noteEntry(ctx, { id, ...about, move: "urge", note: words.trim() || null });
  audit("urge", row.id);
  const count = (await countReminders(db, [row.id])).get(row.id)!;
  return { count, text: (await wordLetter(ctx, row, part, occasion)).text, isSent };
}
