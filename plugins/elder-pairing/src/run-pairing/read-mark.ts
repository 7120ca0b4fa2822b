import { everywhere } from "@lianxin/plugin-kit";
import { sql, type RawBuilder } from "kysely";
import { monthOf } from "../tell-time/tell-time.js";
import type { ElderPairingContext } from "../plugin.js";

const why = "a matching is put in force only on what it was made from";

/** All rows' values in one text: the database writes it, nothing is read row by row. In an order of its own. */
function textOf(first: string, ...more: readonly string[]): RawBuilder<string | null> {
  const values = [first, ...more].map((column) => sql`coalesce(cast(${sql.ref(column)} as text), '')`);
  return sql<string | null>`string_agg(${sql.join(values, sql` || '|' || `)}, ',' order by ${sql.join(values)})`;
}

/**
 * Everything a matching and the month's days are made from, as one text: two that are alike were made from the same. O(elders + cadres + pairs), by the
 * database; some 200 kB for a county of 900 elders.
 */
export async function readMark({ db }: Pick<ElderPairingContext, "db">, day: string): Promise<string> {
  const rows = await Promise.all([
    everywhere(db, "elder_pairing_elder", why)
      .select(textOf("id", "placePath", "townPath", "dialect", "needsWoman", "careFromOn", "level", "isSpecial", "wish").as("mark"))
      .where("state", "=", "active")
      .executeTakeFirst(),
    everywhere(db, "elder_pairing_cadre", why)
      .select(textOf("id", "townPath", "sex", "dialects", "limit", "unit").as("mark"))
      .where("state", "=", "active")
      .executeTakeFirst(),
    everywhere(db, "elder_pairing_cadre_village", why).select(textOf("cadreId", "placePath").as("mark")).executeTakeFirst(),
    db
      .selectFrom("elder_pairing_tie")
      .select(textOf("elderId", "cadreId", "kind").as("mark"))
      .executeTakeFirst(),
    everywhere(db, "elder_pairing_spot", why)
      .select(textOf("placePath", "east", "north").as("mark"))
      .executeTakeFirst(),
    everywhere(db, "elder_pairing_quota", why).select(textOf("unit", "most").as("mark")).executeTakeFirst(),
    everywhere(db, "elder_pairing_pair", why).select(textOf("id", "isPinned").as("mark")).where("untilOn", "is", null).executeTakeFirst(),
    db
      .selectFrom("elder_pairing_leave")
      .select(textOf("cadreId", "fromOn", "toOn").as("mark"))
      .where("toOn", ">=", day)
      .executeTakeFirst(),
    everywhere(db, "elder_pairing_due", why).select(textOf("elderId").as("mark")).where("month", ">=", monthOf(day)).executeTakeFirst(),
  ]);
  return rows.map((row) => row?.mark ?? "").join(";");
}
