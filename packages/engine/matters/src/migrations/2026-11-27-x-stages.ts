import { everywhere, type MigrationTools, type PluginMigration } from "@lianxin/plugin-kit";
import { statesOf, tabs } from "../find-matter/tabs.js";

/** A checklist nobody touched was kept as seven times no; nobody merges what is neither public nor lawful nor anything else. */
async function reopenUntouched({ db }: MigrationTools): Promise<void> {
  const rows: { id: string; answers: unknown }[] = await db.selectFrom("matters_screening").select(["id", "answers"]).where("outcome", "=", "merged").execute();
  for (const { id, answers } of rows) {
    const given: object = typeof answers === "string" ? (JSON.parse(answers) as object) : (answers as object);
    if (Object.values(given).every((answer) => answer === false))
      await db.updateTable("matters_screening").set({ answers: "{}" }).where("id", "=", id).execute();
  }
}

/** What is only decided is under way, what was merged, split or withdrawn is no answer; and what nobody answered is no answer either. */
export const moveStages: PluginMigration = async (tools) => {
  const { db } = tools;
  for (const tab of tabs) {
    const ids = everywhere(db, "matters_matter", "each matter under the face its state belongs to").select("id").where("state", "in", statesOf(tab));
    await db.updateTable("matters_matter").set({ stage: tab }).where("id", "in", ids).where("stage", "<>", tab).execute();
  }
  await reopenUntouched(tools);
};
