import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Days agreed on or urgent are told apart from here on; what was due before counts as planned. */
export const noteDueCauses: PluginMigration = async ({ addColumns }) => {
  await addColumns("elder_pairing_due", { cause: col.text().nullable() });
};
