import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** What a search raised by its end, which of its steps was pressed wrongly, and on which day a visit was put off: so that each can be taken back. */
export const keepPresses: PluginMigration = async ({ addColumns }) => {
  await addColumns("elder_pairing_trigger", { ladderId: col.text().nullable() });
  await addColumns("elder_pairing_ladder_step", { struckAt: col.instant().nullable() });
  await addColumns("elder_pairing_due", { snoozedOn: col.date().nullable() });
};
