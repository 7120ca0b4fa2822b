import type { Table } from "@lianxin/plugin-kit";
import type { Kysely } from "kysely";

/** Tables whose rows are people by themselves: a column is about the row's own id. */
export const tablesOfPeople = (tables: readonly Table[]): readonly string[] =>
  tables.filter(({ columns }) => Object.values(columns).some(({ subject }) => subject === "id")).map(({ name }) => name);

/** Is this somebody whom a plugin itself wrote down, so a row of its own and nobody of another plugin? O(its tables of people). */
export async function isOwnSubject(db: Kysely<any>, tables: readonly Table[], subject: string): Promise<boolean> {
  for (const table of tablesOfPeople(tables)) if (await db.selectFrom(table).select("id").where("id", "=", subject).executeTakeFirst()) return true;
  return false;
}
