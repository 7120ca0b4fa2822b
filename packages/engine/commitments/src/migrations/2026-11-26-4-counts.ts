import { col, everywhere, type MigrationTools, type PluginMigration } from "@lianxin/plugin-kit";

/** The counts begin with what is closed out already. */
async function fillCounts({ db }: MigrationTools): Promise<void> {
  const rows = await everywhere<any, any>(db, "commitments_line", "the counts begin with what there is")
    .where("phase", "=", "done")
    .select(["place_path", db.fn.countAll().as("count")])
    .groupBy("place_path")
    .execute();
  for (const { place_path, count } of rows)
    await db
      .insertInto("commitments_done")
      .values({ id: place_path, place_path, count: Number(count) })
      .execute();
}

/** How much is closed out at each place, so that nobody counts five years; and an index for each way the ledger is narrowed, from which it counts alone. */
export const createCounts: PluginMigration = async (tools) => {
  await tools.createTable("commitments_done", { id: col.id(), placePath: col.place(), count: col.int() });
  await fillCounts(tools);
  await tools.createIndex("commitments_done", ["placePath"]);
  await tools.createIndex("commitments_line", ["organizationId", "phase", "dueOn", "soonOn", "placePath"]);
  await tools.createIndex("commitments_line", ["phase", "organizationId", "placePath"]);
  await tools.createIndex("commitments_line", ["phase", "title", "placePath"]);
};
