import { col, everywhere, type MigrationTools, type PluginMigration } from "@lianxin/plugin-kit";

/** Who was named alone is the first of those who check. */
async function fillVerifiers({ db }: MigrationTools): Promise<void> {
  const rows = await everywhere<any, any>(db, "commitments_commitment", "a migration fills the verifiers of every promise")
    .where("verifier_id", "is not", null)
    .select(["id", "verifier_id as person_id"])
    .execute();
  for (let at = 0; at < rows.length; at += 50)
    await db
      .insertInto("commitments_verifier")
      .values(rows.slice(at, at + 50).map(({ id, person_id }) => ({ id, commitment_id: id, person_id, passed_at: null })))
      .execute();
}

/** A promise may have several verifiers, each with a pass of their own. */
export const createVerifiers: PluginMigration = async (tools) => {
  await tools.createTable(
    "commitments_verifier",
    { id: col.id(), commitmentId: col.ref("commitments_commitment"), personId: col.ref("directory_person"), passedAt: col.instant().nullable() },
    { unique: [["commitmentId", "personId"]] },
  );
  await fillVerifiers(tools);
  await tools.createIndex("commitments_verifier", ["personId"]);
};
