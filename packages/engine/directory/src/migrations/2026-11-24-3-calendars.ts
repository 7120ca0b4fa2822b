import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createCalendars: PluginMigration = async (tools) => {
  await tools.createTable("directory_weekly_hours", {
    id: col.id(),
    personId: col.ref("directory_person"),
    weekday: col.int(),
    fromTime: col.text(),
    toTime: col.text(),
  });
  await tools.createIndex("directory_weekly_hours", ["personId"]);
  await tools.createTable("directory_busy", {
    id: col.id(),
    personId: col.ref("directory_person"),
    startsAt: col.instant(),
    endsAt: col.instant(),
    kind: col.text(),
  });
  await tools.createIndex("directory_busy", ["personId", "startsAt"]);
  await tools.createTable(
    "directory_holiday",
    {
      id: col.id(),
      year: col.int(),
      day: col.date(),
      name: col.text(),
      isOffDay: col.bool(),
      isFictional: col.bool(),
      source: col.text(),
    },
    { unique: [["day"]] },
  );
  await tools.createTable("directory_import", {
    id: col.id(),
    kind: col.text(),
    fileName: col.text(),
    placeId: col.ref("directory_place"),
    placePath: col.place(),
    importedAt: col.instant(),
    importedBy: col.ref("directory_person").nullable(),
    added: col.int(),
    changed: col.int(),
    same: col.int(),
    undoneAt: col.instant().nullable(),
  });
  await tools.createIndex("directory_import", ["placePath", "importedAt"]);
  await tools.createTable("directory_import_row", {
    id: col.id(),
    importId: col.ref("directory_import"),
    line: col.int(),
    deed: col.text(),
    subjectTable: col.text(),
    subjectId: col.text(),
    versionAfter: col.int().nullable(),
    valuesBefore: col.json().nullable(),
  });
  await tools.createIndex("directory_import_row", ["importId"]);
  await tools.createIndex("directory_import_row", ["subjectId"]);
};
