import { col, type PluginMigration } from "@lianxin/plugin-kit";

/**
 * Alerts are kept, and of what raised a level which alert or visit it was and by which day somebody had to come, so that a mistake can be taken back; what was
 * raised before is ended elder by elder. What is due says at which visit its day was agreed on,
 * and which day it made room on.
 */
export const keepWaysBack: PluginMigration = async ({ createTable, createIndex, addColumns }) => {
  await createTable("elder_pairing_alert", {
    id: col.id(),
    placePath: col.place(),
    kind: col.text(),
    onDay: col.date(),
    untilOn: col.date(),
    endedOn: col.date().nullable(),
    endReason: col.text().nullable(),
  });
  await createIndex("elder_pairing_alert", ["untilOn", "placePath"]);
  await addColumns("elder_pairing_trigger", {
    alertId: col.text().nullable(),
    visitId: col.text().nullable(),
    dueOn: col.date().nullable(),
    endReason: col.text().nullable(),
  });
  await createIndex("elder_pairing_trigger", ["alertId"]);
  await addColumns("elder_pairing_due", { agreedAtId: col.text().nullable(), plannedOn: col.date().nullable() });
};
