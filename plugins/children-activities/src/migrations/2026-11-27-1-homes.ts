import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Homes, plans, adults with their checks, sessions. */
export const createHomes: PluginMigration = async (tools) => {
  await tools.createTable("children_activities_confirmation", {
    id: col.id(),
    placePath: col.place(),
    confirmedById: col.ref("directory_person"),
    confirmedAt: col.instant(),
    textVersion: col.text(),
    endedAt: col.instant().nullable(),
  });
  await tools.createTable("children_activities_home", {
    id: col.id(),
    placePath: col.place(),
    venueId: col.ref("directory_venue"),
    directorId: col.ref("directory_person"),
    rooms: col.json(),
    closedOn: col.date().nullable(),
    version: col.int(),
  });
  await tools.createTable("children_activities_programme", {
    id: col.id(),
    homeId: col.ref("children_activities_home"),
    placePath: col.place(),
    title: col.text(),
    purpose: col.text(),
    bands: col.json(),
    expected: col.json(),
    packId: col.text(),
    mode: col.text(),
    modeNote: col.text().nullable(),
    isRisky: col.bool(),
    weekdays: col.json(),
    fromOn: col.date(),
    untilOn: col.date(),
    startTime: col.text(),
    endTime: col.text(),
    closesOn: col.date(),
    emergencyPlan: col.text().nullable(),
    insurance: col.text().nullable(),
    createdAt: col.instant(),
    createdById: col.ref("directory_person").nullable(),
    version: col.int(),
  });
  await tools.createTable("children_activities_sign_off", {
    id: col.id(),
    programmeId: col.ref("children_activities_programme"),
    kind: col.text(),
    planVersion: col.int(),
    personId: col.ref("directory_person"),
    at: col.instant(),
  });
  await tools.createTable("children_activities_adult", {
    id: col.id(),
    placePath: col.place(),
    personId: col.ref("directory_person"),
    kind: col.text(),
    isWoman: col.bool(),
    familyGroup: col.text().nullable(),
    firstAidUntil: col.date().nullable(),
    trainedOn: col.date().nullable(),
    joinedAt: col.instant(),
    leftAt: col.instant().nullable(),
  });
  await tools.createTable("children_activities_record_check", {
    id: col.id(),
    adultId: col.ref("children_activities_adult"),
    scope: col.text(),
    checkedOn: col.date(),
    untilOn: col.date(),
    verdict: col.text(),
    source: col.text(),
    recordedById: col.ref("directory_person").nullable(),
    recordedAt: col.instant(),
    revokedAt: col.instant().nullable(),
  });
  await tools.createTable("children_activities_session", {
    id: col.id(),
    programmeId: col.ref("children_activities_programme"),
    homeId: col.ref("children_activities_home"),
    placePath: col.place(),
    heldOn: col.date(),
    startsAt: col.instant(),
    endsAt: col.instant(),
    state: col.text(),
    openedAt: col.instant().nullable(),
    closedAt: col.instant().nullable(),
    outlook: col.json(),
    children: col.int(),
    adults: col.int(),
    countedAt: col.instant().nullable(),
    version: col.int(),
  });
  await tools.createTable("children_activities_post", {
    id: col.id(),
    sessionId: col.ref("children_activities_session"),
    adultId: col.ref("children_activities_adult"),
    state: col.text(),
    plannedAt: col.instant(),
    arrivedAt: col.instant().nullable(),
    leftAt: col.instant().nullable(),
    leftReason: col.text().nullable(),
  });
  await tools.createTable("children_activities_alarm", {
    id: col.id(),
    sessionId: col.ref("children_activities_session"),
    fromAt: col.instant(),
    untilAt: col.instant().nullable(),
    codes: col.json(),
  });
  await tools.createTable("children_activities_override", {
    id: col.id(),
    sessionId: col.ref("children_activities_session"),
    reason: col.text(),
    codes: col.json(),
    askedById: col.ref("directory_person"),
    askedAt: col.instant(),
    confirmedById: col.ref("directory_person").nullable(),
    confirmedAt: col.instant().nullable(),
    untilAt: col.instant(),
  });
  await tools.createTable("children_activities_head_count", {
    id: col.id(),
    sessionId: col.ref("children_activities_session"),
    at: col.instant(),
    counted: col.int(),
    present: col.int(),
    byId: col.ref("directory_person").nullable(),
  });
  await tools.createIndex("children_activities_confirmation", ["placePath"]);
  await tools.createIndex("children_activities_home", ["placePath"]);
  await tools.createIndex("children_activities_home", ["venueId"], { unique: true, where: "closed_on is null" });
  await tools.createIndex("children_activities_programme", ["placePath", "fromOn"]);
  await tools.createIndex("children_activities_programme", ["homeId"]);
  await tools.createIndex("children_activities_sign_off", ["programmeId", "kind", "planVersion"], { unique: true });
  await tools.createIndex("children_activities_adult", ["placePath"]);
  await tools.createIndex("children_activities_adult", ["personId"]);
  await tools.createIndex("children_activities_record_check", ["adultId"]);
  await tools.createIndex("children_activities_session", ["programmeId", "heldOn"], { unique: true });
  await tools.createIndex("children_activities_session", ["heldOn", "placePath"]);
  await tools.createIndex("children_activities_session", ["state"]);
  await tools.createIndex("children_activities_post", ["sessionId"]);
  await tools.createIndex("children_activities_post", ["adultId", "state"]);
  await tools.createIndex("children_activities_post", ["sessionId", "adultId"], { unique: true, where: "left_at is null" });
  await tools.createIndex("children_activities_alarm", ["sessionId", "fromAt"]);
  await tools.createIndex("children_activities_override", ["sessionId"]);
  await tools.createIndex("children_activities_head_count", ["sessionId", "at"]);
};
