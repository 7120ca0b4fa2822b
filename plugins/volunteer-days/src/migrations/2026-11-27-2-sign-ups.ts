import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Volunteers and the places they asked for: one a day and person, the database says so too. */
export const createSignUps: PluginMigration = async (tools) => {
  await tools.createTable("volunteer_days_volunteer", {
    id: col.id(),
    placePath: col.place(),
    name: col.text(),
    nameKey: col.text(),
    phone: col.contact("id").nullable(),
    phoneIndex: col.blind("phone"),
    personId: col.ref("directory_person").nullable(),
    joinedRotaAt: col.instant().nullable(),
    mayLead: col.bool(),
    isReserve: col.bool(),
    knownSiteIds: col.json(),
    createdAt: col.instant(),
  });
  await tools.createTable("volunteer_days_sign_up", {
    id: col.id(),
    dayId: col.ref("volunteer_days_day"),
    postId: col.ref("volunteer_days_post"),
    volunteerId: col.ref("volunteer_days_volunteer"),
    state: col.text(),
    number: col.int(),
    via: col.text(),
    ageBand: col.text(),
    hasGuardian: col.bool(),
    sequence: col.int(),
    enteredById: col.ref("directory_person").nullable(),
    createdAt: col.instant(),
    confirmedAt: col.instant().nullable(),
    endedAt: col.instant().nullable(),
    endReason: col.text().nullable(),
    arrivedAt: col.instant().nullable(),
    leftAt: col.instant().nullable(),
    isAbsent: col.bool(),
  });
  await tools.createIndex("volunteer_days_volunteer", ["placePath", "phoneIndex", "nameKey"], { unique: true });
  await tools.createIndex("volunteer_days_volunteer", ["placePath", "personId"], { unique: true });
  await tools.createIndex("volunteer_days_volunteer", ["phoneIndex"]);
  await tools.createIndex("volunteer_days_sign_up", ["dayId", "volunteerId"], { unique: true, where: "ended_at is null" });
  await tools.createIndex("volunteer_days_sign_up", ["dayId", "number"], { unique: true });
  await tools.createIndex("volunteer_days_sign_up", ["postId", "state", "number"]);
  await tools.createIndex("volunteer_days_sign_up", ["volunteerId"]);
};
