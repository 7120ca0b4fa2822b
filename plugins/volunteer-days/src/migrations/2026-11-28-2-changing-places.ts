import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Places offered for a time, stand-ins, swaps. */
export const createChangingPlaces: PluginMigration = async (tools) => {
  await tools.addColumns("volunteer_days_sign_up", { offeredUntil: col.instant().nullable() });
  await tools.createTable("volunteer_days_stand_in", {
    id: col.id(),
    dayId: col.ref("volunteer_days_day"),
    signUpId: col.ref("volunteer_days_sign_up"),
    volunteerId: col.ref("volunteer_days_volunteer"),
    state: col.text(),
    askedAt: col.instant(),
    answeredAt: col.instant().nullable(),
  });
  await tools.createTable("volunteer_days_swap", {
    id: col.id(),
    fromSignUpId: col.ref("volunteer_days_sign_up"),
    toSignUpId: col.ref("volunteer_days_sign_up"),
    state: col.text(),
    askedAt: col.instant(),
    answeredAt: col.instant().nullable(),
  });
  await tools.createIndex("volunteer_days_sign_up", ["offeredUntil"], { where: "offered_until is not null" });
  await tools.createIndex("volunteer_days_stand_in", ["signUpId", "volunteerId"], { unique: true });
  await tools.createIndex("volunteer_days_stand_in", ["volunteerId", "askedAt"]);
  await tools.createIndex("volunteer_days_swap", ["fromSignUpId"]);
  await tools.createIndex("volunteer_days_swap", ["toSignUpId"]);
};
