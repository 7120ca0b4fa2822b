import { everywhere, prepared } from "@lianxin/plugin-kit";
import { sql, type RawBuilder } from "kysely";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import { monthOf } from "../tell-time/tell-time.js";

const why = "a matching is put in force only on what it was made from";
interface Moment extends Record<string, unknown> {
  readonly day: string;
  readonly month: string;
}

/** All rows' values in one text, in the order of columns that tell rows apart: the database writes it, nothing is read row by row. */
function textOf(keys: readonly string[], ...more: readonly string[]): RawBuilder<string | null> {
  const values = [...keys, ...more].map((column) => sql`coalesce(cast(${sql.ref(column)} as text), '')`);
  return sql<string | null>`string_agg(${sql.join(values, sql` || '|' || `)}, ',' order by ${sql.join(keys.map((key) => sql.ref(key)))})`;
}

/** Built and compiled once: nine statements with so many columns cost more to build than to answer. */
const parts = [
  (db: ElderPairingDb) =>
    everywhere(db, "elder_pairing_elder", why)
      .select(textOf(["id"], "placePath", "townPath", "dialect", "needsWoman", "careFromOn", "level", "isSpecial", "wish").as("mark"))
      .where("state", "=", "active"),
  (db: ElderPairingDb) =>
    everywhere(db, "elder_pairing_cadre", why)
      .select(textOf(["id"], "townPath", "sex", "dialects", "limit", "unit").as("mark"))
      .where("state", "=", "active"),
  (db: ElderPairingDb) => everywhere(db, "elder_pairing_cadre_village", why).select(textOf(["cadreId", "placePath"]).as("mark")),
  (db: ElderPairingDb) => db.selectFrom("elder_pairing_tie").select(textOf(["elderId", "cadreId", "kind"]).as("mark")),
  (db: ElderPairingDb) => everywhere(db, "elder_pairing_spot", why).select(textOf(["placePath"], "east", "north").as("mark")),
  (db: ElderPairingDb) => everywhere(db, "elder_pairing_quota", why).select(textOf(["unit"], "most").as("mark")),
  (db: ElderPairingDb) =>
    everywhere(db, "elder_pairing_pair", why)
      .select(textOf(["id"], "isPinned").as("mark"))
      .where("untilOn", "is", null),
  (db: ElderPairingDb, p: Moment) =>
    db
      .selectFrom("elder_pairing_leave")
      .select(textOf(["cadreId", "fromOn", "toOn"]).as("mark"))
      .where("toOn", ">=", p.day),
  (db: ElderPairingDb, p: Moment) =>
    everywhere(db, "elder_pairing_due", why)
      .select(textOf(["elderId"]).as("mark"))
      .where("month", ">=", p.month),
].map((build) => prepared<never, Moment, { mark: string | null }>((db, p) => build(db as ElderPairingDb, p)));

/**
 * Everything a matching and the month's days are made from, as one text: two that are alike were made from the same. O(elders + cadres + pairs), by the
 * database; some 200 kB for a county of 900 elders.
 */
export async function readMark({ db }: Pick<ElderPairingContext, "db">, day: string): Promise<string> {
  const rows = await Promise.all(parts.map((part) => part.first(db, { day, month: monthOf(day) })));
  return rows.map((row) => row?.mark ?? "").join(";");
}

/** The mark in a few letters: alike when the marks are. */
export const stampOf = ({ blind }: Pick<ElderPairingContext, "blind">, mark: string): string => blind(`pairing ${mark}`);
