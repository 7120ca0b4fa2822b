import { col, everywhere, type PluginMigration } from "@lianxin/plugin-kit";

const why = "a migration moves every row";
const heads = ["administrator", "secretary"];

/**
 * Addresses and accounts say whether somebody who gives roles answers for them. Accounts that are linked keep what they can do; addresses
 * that came by an import, or with a record that an administrator or secretary entered, still make their person's account; others wait
 * for somebody to confirm them when their person holds a role.
 */
export const addConfirmed: PluginMigration = async ({ addColumns, db }) => {
  await addColumns("directory_channel", { enteredBy: col.ref("directory_person").nullable(), confirmedAt: col.instant().nullable() });
  await addColumns("directory_account_link", { confirmedAt: col.instant().nullable() });
  await db
    .updateTable("directory_account_link")
    .set((eb) => ({ confirmed_at: eb.ref("from_at") }))
    .execute();
  const imported = db.selectFrom("directory_import_row").select("subject_id").where("subject_table", "=", "directory_channel");
  const enteredByHeads = everywhere(db, "directory_person", why)
    .innerJoin("directory_channel as c", "c.person_id", "directory_person.id")
    .innerJoin("directory_role as r", "r.person_id", "directory_person.entered_by")
    .select("c.id")
    .whereRef("c.created_at", "=", "directory_person.created_at")
    .where("r.kind", "in", heads);
  await db
    .updateTable("directory_channel")
    .set((eb) => ({ confirmed_at: eb.ref("created_at") }))
    .where((eb) => eb.or([eb("id", "in", imported), eb("id", "in", enteredByHeads)]))
    .execute();
};
