import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Trouble seen on a day, and certificates of hours. */
export const createPapers: PluginMigration = async (tools) => {
  await tools.createTable("volunteer_days_hazard", {
    id: col.id(),
    dayId: col.ref("volunteer_days_day"),
    siteId: col.ref("volunteer_days_site"),
    title: col.text(),
    matterId: col.ref("matters_matter"),
    matterNumber: col.text(),
    createdAt: col.instant(),
    createdById: col.ref("directory_person").nullable(),
  });
  await tools.createTable("volunteer_days_certificate", {
    id: col.id(),
    placePath: col.place(),
    volunteerId: col.ref("volunteer_days_volunteer"),
    number: col.text(),
    fromOn: col.date(),
    toOn: col.date(),
    minutes: col.int(),
    sealed: col.text(),
    signature: col.text(),
    issuedOn: col.date(),
    issuedAt: col.instant(),
    issuedById: col.ref("directory_person").nullable(),
  });
  await tools.createTable("volunteer_days_certificate_counter", { id: col.id(), last: col.int() });
  await tools.createIndex("volunteer_days_hazard", ["dayId"]);
  await tools.createIndex("volunteer_days_certificate", ["placePath", "number"], { unique: true });
  await tools.createIndex("volunteer_days_certificate", ["volunteerId"]);
};
