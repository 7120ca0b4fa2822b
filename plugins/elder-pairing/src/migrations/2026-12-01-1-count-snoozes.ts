import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** A visit that was put off once counts as put off once from here on: what came before was not counted. */
export const countSnoozes: PluginMigration = async ({ addColumns, db }) => {
  await addColumns("elder_pairing_due", { snoozes: col.int().nullable() });
  await db.updateTable("elder_pairing_due").set({ snoozes: 1 }).where("snoozed_until", "is not", null).execute();
};
