import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const addWithdrawnSteps: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_chain_step", {
    votes: col.json().nullable(),
    withdrawnOn: col.date().nullable(),
    withdrawReason: col.text().nullable(),
  });
};
