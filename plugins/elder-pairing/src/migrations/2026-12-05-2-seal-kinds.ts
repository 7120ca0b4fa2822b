import { col, everywhere, type PluginMigration } from "@lianxin/plugin-kit";
import { sql } from "kysely";

const why = "a migration moves every row";
const moved = [
  { table: "elder_pairing_visit", from: "condition", to: "spirits" },
  { table: "elder_pairing_need", from: "category", to: "kind" },
] as const;

/** How an elder was found and what kind of need it is may be health: both are sealed from now on, also what stood open until today. Of the erased neither is kept. */
export const sealKinds: PluginMigration = async ({ addColumns, seal, db }) => {
  const gone = await everywhere(db, "elder_pairing_elder", why).select("id").where("state", "=", "erased").execute();
  const erased = new Set(gone.map(({ id }) => id));
  for (const { table, from, to } of moved) {
    await addColumns(table, { [to]: col.sensitive("elderId").nullable() });
    const rows = await everywhere(db, table, why)
      .select(["id", "elder_id", `${from} as word`])
      .execute();
    for (const { id, elder_id, word } of rows) {
      const sealed = word === "" || erased.has(elder_id) ? null : seal(table, to, { id, subject: elder_id }, word);
      // The word is overwritten besides: a column that is dropped stays in the rows of some databases.
      await db
        .updateTable(table)
        .set({ [to]: sealed, [from]: "" })
        .where("id", "=", id)
        .execute();
    }
    await sql`alter table ${sql.table(table)} drop column ${sql.ref(from)}`.execute(db);
  }
};
