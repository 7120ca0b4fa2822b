import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Wrong codes are counted for what they guess at, no more for everybody together. */
export const addHalves: PluginMigration = async (tools) => {
  await tools.addColumns("commitments_code_try", { half: col.text().nullable() });
  await tools.createIndex("commitments_code_try", ["half", "triedAt"]);
};
