import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** What the rota has to know of a volunteer. */
export const addRotaFacts: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_volunteer", { ageBand: col.text().nullable(), guardianAgreedOn: col.date().nullable() });
};
