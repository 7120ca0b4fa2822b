import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** What people say against a notice while it is up, and how a notice ends. */
export const createObjections: PluginMigration = async (tools) => {
  await tools.addColumns("meetings_public_notice", {
    ...{ state: col.text().nullable(), endReason: col.text().nullable(), endedAt: col.instant().nullable() },
    endedBy: col.ref("directory_person").nullable(),
  });
  await tools.createTable("meetings_objection", {
    ...{ id: col.id(), noticeId: col.ref("meetings_public_notice"), words: col.text(), name: col.text().about("id").nullable(), state: col.text() },
    ...{ raisedAt: col.instant(), answer: col.text().nullable(), answeredAt: col.instant().nullable() },
    answeredBy: col.ref("directory_person").nullable(),
  });
  await tools.createIndex("meetings_objection", ["noticeId", "state"]);
  await tools.createIndex("meetings_public_notice", ["state", "toOn"]);
};
