import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** What 民政部令第67号 asks for beside the hours: basic information, training, awards, evaluation. */
export const createRecords: PluginMigration = async (tools) => {
  await tools.createTable("volunteer_days_basics", {
    id: col.id(),
    volunteerId: col.ref("volunteer_days_volunteer"),
    sex: col.text().nullable(),
    bornOn: col.sensitive("volunteerId").nullable(),
    idNumber: col.sensitive("volunteerId").nullable(),
    district: col.text().nullable(),
    serviceKinds: col.text().nullable(),
    agreedOn: col.date(),
    changedAt: col.instant(),
    changedById: col.ref("directory_person").nullable(),
  });
  await tools.createTable("volunteer_days_record_entry", {
    id: col.id(),
    placePath: col.place(),
    volunteerId: col.ref("volunteer_days_volunteer"),
    kind: col.text(),
    title: col.text(),
    words: col.text().nullable(),
    minutes: col.int().nullable(),
    organizer: col.text(),
    onDay: col.date(),
    createdAt: col.instant(),
    createdById: col.ref("directory_person").nullable(),
    withdrawnAt: col.instant().nullable(),
    withdrawnReason: col.text().nullable(),
  });
  await tools.createIndex("volunteer_days_basics", ["volunteerId"], { unique: true });
  await tools.createIndex("volunteer_days_record_entry", ["volunteerId"]);
  await tools.createIndex("volunteer_days_record_entry", ["placePath", "onDay"]);
};
