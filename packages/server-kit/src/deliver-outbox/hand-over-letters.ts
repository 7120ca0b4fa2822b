import type { Letter } from "@lianxin/plugin-kit";
import type { KitDb } from "../kit-tables.js";
import { aggregateOf, personAggregate, storedAddressee } from "./outbox-rows.js";

/** What waits for one person goes to another, in the order it was written, or to nobody; one that is being sent goes where it was going. Gives how many. O(letters that wait for them). */
export async function handOverLetters(db: KitDb, subject: string, to: Letter["to"] | null): Promise<number> {
  const rows = await db
    .selectFrom("kit_outbox")
    .select(["id", "payload"])
    .where("aggregate", "=", personAggregate(subject))
    .where("state", "=", "waiting")
    .execute();
  if (to === null) {
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) await db.deleteFrom("kit_outbox").where("id", "in", ids).execute();
    return ids.length;
  }
  for (const { id, payload } of rows)
    await db
      .updateTable("kit_outbox")
      .set({ aggregate: aggregateOf(to), payload: JSON.stringify({ ...JSON.parse(payload), to: storedAddressee(to) }) })
      .where("id", "=", id)
      .execute();
  return rows.length;
}
