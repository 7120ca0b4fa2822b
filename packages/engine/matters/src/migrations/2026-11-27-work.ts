import { col, everywhere, type PluginMigration } from "@lianxin/plugin-kit";

/** Remarks keep which one they were, matters what work is open; what was sent to units and outlived its matter is ended. */
export const addWork: PluginMigration = async (tools) => {
  await tools.addColumns("matters_matter", { remarkId: col.text().nullable(), openWork: col.json().nullable() });
  const { db } = tools;
  const away = everywhere(db, "matters_matter", "what was sent to units ends with its matter").select("id").where("state", "<>", "referred");
  await db.updateTable("matters_referral").set({ state: "ended" }).where("state", "in", ["sent", "accepted"]).where("matter_id", "in", away).execute();
};
