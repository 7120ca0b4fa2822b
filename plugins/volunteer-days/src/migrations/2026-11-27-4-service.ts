import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** The ledger of hours. */
export const createService: PluginMigration = async (tools) => {
  await tools.createTable("volunteer_days_service", {
    id: col.id(),
    placePath: col.place(),
    volunteerId: col.ref("volunteer_days_volunteer"),
    signUpId: col.ref("volunteer_days_sign_up"),
    dayId: col.ref("volunteer_days_day"),
    minutes: col.int(),
    reversesId: col.ref("volunteer_days_service").nullable(),
    title: col.text(),
    servedOn: col.date(),
    siteName: col.text(),
    work: col.text(),
    organizer: col.text(),
    leaderId: col.ref("volunteer_days_volunteer").nullable(),
    reason: col.text().nullable(),
    recordedAt: col.instant(),
    recordedById: col.ref("directory_person").nullable(),
  });
  await tools.createIndex("volunteer_days_service", ["volunteerId", "servedOn"]);
  await tools.createIndex("volunteer_days_service", ["dayId"]);
  await tools.createIndex("volunteer_days_service", ["placePath", "servedOn"]);
  await tools.createIndex("volunteer_days_service", ["reversesId"], { unique: true, where: "reverses_id is not null" });
};
