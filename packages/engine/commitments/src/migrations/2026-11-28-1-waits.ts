import type { PluginMigration } from "@lianxin/plugin-kit";

/** Who waits for a part is shown on its page. */
export const indexWaits: PluginMigration = async (tools) => {
  await tools.createIndex("commitments_block", ["waitsForId"]);
};
