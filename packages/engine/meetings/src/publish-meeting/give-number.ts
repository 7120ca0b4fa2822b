import type { MeetingsDb } from "../plugin.js";

/** The next number of a body's meetings in a year. The counter's row is held until the commit, so that no number is given twice. */
export async function giveNumber(db: MeetingsDb, bodyId: string, year: number): Promise<number> {
  const row = await db
    .insertInto("meetings_counter")
    .values({ id: `${bodyId} ${year}`, last: 1 })
    .onConflict((oc) => oc.column("id").doUpdateSet((eb) => ({ last: eb("meetings_counter.last", "+", 1) })))
    .returning("last")
    .executeTakeFirstOrThrow();
  return Number(row.last);
}
