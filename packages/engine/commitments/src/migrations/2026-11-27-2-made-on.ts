import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** The day a promise was first given: opening it again moves its start and not this day. Of older ones their start is all there is. */
export const addMadeOn: PluginMigration = async (tools) => {
  await tools.addColumns("commitments_commitment", { madeOn: col.date().nullable() });
  await tools.db
    .updateTable("commitments_commitment")
    .set((eb) => ({ made_on: eb.ref("started_on") }))
    .execute();
};
