import type { MattersDb } from "../plugin.js";

async function add(db: MattersDb, placePath: string, state: string, count: 1 | -1): Promise<void> {
  await db
    .insertInto("matters_tally")
    .values({ id: `${placePath} ${state}`, placePath, state, count })
    .onConflict((oc) => oc.column("id").doUpdateSet((eb) => ({ count: eb("matters_tally.count", "+", count) })))
    .execute();
}

/** Moves one matter of a place from one state's count to another's; rows are taken in one order, so that two moves never wait for each other. */
export async function keepTally(db: MattersDb, placePath: string, from: string | null, to: string): Promise<void> {
  if (from === to) return;
  const changes: (readonly [string, 1 | -1])[] = [...(from === null ? [] : [[from, -1] as const]), [to, 1]];
  for (const [state, count] of changes.sort(([a], [b]) => (a < b ? -1 : 1))) await add(db, placePath, state, count);
}
