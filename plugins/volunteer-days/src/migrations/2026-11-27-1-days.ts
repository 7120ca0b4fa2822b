import { col, type PluginMigration } from "@lianxin/plugin-kit";

const createSeries: PluginMigration = async (tools) => {
  await tools.createTable("volunteer_days_series", {
    id: col.id(),
    placePath: col.place(),
    title: col.text(),
    weekday: col.int(),
    startTime: col.text(),
    endTime: col.text(),
    fromOn: col.date(),
    untilOn: col.date().nullable(),
    meetingPoint: col.text(),
    tools: col.text().nullable(),
    hazards: col.text().nullable(),
    insurance: col.text().nullable(),
    createdAt: col.instant(),
    createdById: col.ref("directory_person").nullable(),
  });
  await tools.createTable("volunteer_days_site", {
    id: col.id(),
    seriesId: col.ref("volunteer_days_series"),
    placeId: col.ref("directory_place"),
    name: col.text(),
    work: col.text(),
    meetingPoint: col.text().nullable(),
    position: col.int(),
    posts: col.json(),
    closedOn: col.date().nullable(),
  });
  await tools.createIndex("volunteer_days_series", ["placePath"]);
  await tools.createIndex("volunteer_days_site", ["seriesId", "position"]);
};

/** Series, their sites, and each date with its teams and posts. */
export const createDays: PluginMigration = async (tools) => {
  await createSeries(tools);
  await tools.createTable("volunteer_days_day", {
    id: col.id(),
    seriesId: col.ref("volunteer_days_series"),
    placePath: col.place(),
    originalOn: col.date(),
    heldOn: col.date(),
    startsAt: col.instant(),
    endsAt: col.instant(),
    state: col.text(),
    holiday: col.text().nullable(),
    reason: col.text().nullable(),
    words: col.text().nullable(),
    meetingPoint: col.text().nullable(),
    sequence: col.int(),
    lastNumber: col.int(),
  });
  await tools.createTable("volunteer_days_shift", { id: col.id(), dayId: col.ref("volunteer_days_day"), siteId: col.ref("volunteer_days_site") });
  await tools.createTable(
    "volunteer_days_post",
    {
      id: col.id(),
      dayId: col.ref("volunteer_days_day"),
      shiftId: col.ref("volunteer_days_shift"),
      siteId: col.ref("volunteer_days_site"),
      kind: col.text(),
      title: col.text(),
      least: col.int(),
      most: col.int(),
      isAdultsOnly: col.bool(),
      taken: col.int(),
      waiting: col.int(),
    },
    { checks: ["taken >= 0", "waiting >= 0", "taken <= most"] },
  );
  await tools.createIndex("volunteer_days_day", ["seriesId", "originalOn"], { unique: true });
  await tools.createIndex("volunteer_days_day", ["placePath", "heldOn"]);
  await tools.createIndex("volunteer_days_shift", ["dayId", "siteId"], { unique: true });
  await tools.createIndex("volunteer_days_post", ["shiftId", "kind"], { unique: true });
  await tools.createIndex("volunteer_days_post", ["dayId"]);
};
