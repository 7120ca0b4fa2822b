import { col, everywhere, type PluginMigration } from "@lianxin/plugin-kit";
import { initialsOf, sortKeyOf } from "../read-words/read-initials.js";

const slice = 500;

/** People are found by their pinyin initials and sorted by surname; those who are there already get both, a slice at a time. */
export const addInitials: PluginMigration = async ({ addColumns, createIndex, db }) => {
  await addColumns("directory_person", { initials: col.text().nullable(), sortKey: col.text().nullable() });
  for (;;) {
    const rows = await everywhere(db, "directory_person", "a migration moves every row")
      .select(["id", "full_name", "name_key"])
      .where("sort_key", "is", null)
      .limit(slice)
      .execute();
    for (const { id, full_name: fullName, name_key: nameKey } of rows)
      await db
        .updateTable("directory_person")
        .set({ initials: initialsOf(fullName), sort_key: sortKeyOf(fullName, nameKey) })
        .where("id", "=", id)
        .execute();
    if (rows.length < slice) break;
  }
  await createIndex("directory_person", ["placePath", "sortKey"]);
};
