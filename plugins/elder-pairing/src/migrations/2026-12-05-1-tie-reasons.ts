import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Why two are kept apart; of those who were before it is not known. */
export const noteReasons: PluginMigration = async ({ addColumns }) => {
  await addColumns("elder_pairing_tie", { reason: col.text().nullable() });
};
