import { col, type PluginMigration } from "@lianxin/plugin-kit";

/**
 * What is one household's own affair is handed to somebody directly. An elder's needs raised before are known by their title, which the pairing alone gives without a
 * reporter and without a guest; those under way go on by the ways they began with, as a household's own affair offers none of these.
 */
export const addPersonal: PluginMigration = async (tools) => {
  await tools.addColumns("matters_matter", { isPersonal: col.bool().nullable() });
  await tools.addColumns("matters_referral", { personId: col.ref("directory_person").nullable() });
  await tools.createIndex("matters_referral", ["personId"], { where: "person_id is not null" });
  await tools.db
    .updateTable("matters_matter")
    .set({ is_personal: 1 })
    .where("title", "like", "老人需要帮助：%")
    .where("reported_by", "is", null)
    .where("guest_id", "is", null)
    .where("state", "in", ["proposed", "screening"])
    .execute();
};
