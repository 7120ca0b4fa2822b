import type { MattersContext } from "../plugin.js";

export interface NewEntry {
  readonly matterId: string;
  readonly move: string;
  readonly fromState: string | null;
  readonly toState: string;
  /** Who did it; the person asking when left out. */
  readonly byId?: string | null;
  readonly forId?: string | null;
  readonly note?: string | null;
  /** For a private link, in place of a note that names somebody. */
  readonly openNote?: string | null;
}

/** Writes down what happened to a matter; gives the row's id. */
export async function addEntry({ db, newId, clock, actor }: MattersContext, { byId, forId = null, note = null, ...entry }: NewEntry): Promise<string> {
  const id = newId();
  await db
    .insertInto("matters_entry")
    .values({ id, ...entry, byId: byId === undefined ? actor.personId : byId, forId, note, at: clock.now() })
    .execute();
  return id;
}
