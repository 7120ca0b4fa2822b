import { keepLine } from "../keep-ledger/keep-line.js";
import type { CommitmentsContext } from "../plugin.js";

/** One event in the life of a part: what, to which promise, by whom for whom. What is left out is null; `byId` is the actor. */
export interface Noted {
  readonly partId: string;
  readonly move: string;
  readonly id?: string;
  readonly commitmentId?: string | null;
  readonly fromState?: string | null;
  readonly toState?: string | null;
  readonly byId?: string | null;
  readonly forId?: string | null;
  readonly note?: string | null;
  readonly via?: string | null;
}

/** What the ledger does by itself: nobody touched the work by it. */
const ownMoves = new Set(["remind", "seekOver"]);
const blank = { commitmentId: null, fromState: null, toState: null, forId: null, note: null, via: null };

/** Adds to the history of parts, and brings their lines of the ledger in step: every change of a part ends with it. */
export async function noteEntries(ctx: CommitmentsContext, entries: readonly Noted[]): Promise<void> {
  const { db, newId, clock, actor } = ctx;
  const rows = entries.map((entry) => ({ id: newId(), byId: actor.personId, ...blank, ...entry, at: clock.now() }));
  await db.insertInto("commitments_entry").values(rows).execute();
  for (const partId of new Set(entries.map((entry) => entry.partId)))
    await keepLine(
      ctx,
      partId,
      entries.some((entry) => entry.partId === partId && !ownMoves.has(entry.move)),
    );
}

export const noteEntry = (ctx: CommitmentsContext, entry: Noted): Promise<void> => noteEntries(ctx, [entry]);
