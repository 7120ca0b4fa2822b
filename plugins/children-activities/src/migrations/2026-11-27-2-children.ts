import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Children, their guardians and what these said; a child needs the row of a consent before it can be written. */
export const createChildren: PluginMigration = async (tools) => {
  await tools.createTable("children_activities_guardian", {
    id: col.id(),
    placePath: col.place(),
    name: col.contact("id"),
    phone: col.contact("id"),
    phoneIndex: col.blind("phone"),
    createdAt: col.instant(),
  });
  await tools.createTable("children_activities_consent", {
    id: col.id(),
    childId: col.text(),
    guardianId: col.ref("children_activities_guardian"),
    purpose: col.text(),
    answer: col.text(),
    textVersion: col.text(),
    programmeId: col.ref("children_activities_programme").nullable(),
    fromOn: col.date(),
    untilOn: col.date().nullable(),
    via: col.text(),
    givenAt: col.instant(),
    enteredById: col.ref("directory_person").nullable(),
    withdrawnAt: col.instant().nullable(),
  });
  await tools.createTable("children_activities_child", {
    id: col.id(),
    placePath: col.place(),
    homeId: col.ref("children_activities_home"),
    dataConsentId: col.ref("children_activities_consent"),
    name: col.sensitive("id"),
    bornIn: col.sensitive("id"),
    health: col.sensitive("id").nullable(),
    aloneRoute: col.sensitive("id").nullable(),
    ageBand: col.text(),
    isGirl: col.bool(),
    grade: col.text().nullable(),
    gridName: col.text().nullable(),
    createdAt: col.instant(),
    deletedAt: col.instant().nullable(),
    version: col.int(),
  });
  await tools.createTable("children_activities_kin", {
    id: col.id(),
    childId: col.ref("children_activities_child"),
    guardianId: col.ref("children_activities_guardian"),
    relation: col.text(),
  });
  await tools.createTable("children_activities_collector", {
    id: col.id(),
    childId: col.ref("children_activities_child"),
    name: col.contact("id"),
    phone: col.contact("id").nullable(),
    relation: col.text(),
    sessionId: col.ref("children_activities_session").nullable(),
    namedById: col.ref("children_activities_guardian"),
    createdAt: col.instant(),
    endedAt: col.instant().nullable(),
  });
  await tools.createTable("children_activities_attendance", {
    id: col.id(),
    sessionId: col.ref("children_activities_session"),
    childId: col.ref("children_activities_child"),
    state: col.text(),
    ageBand: col.text(),
    isGirl: col.bool(),
    wearsPhotoBadge: col.bool(),
    enrolledAt: col.instant(),
    arrivedAt: col.instant().nullable(),
    departedAt: col.instant().nullable(),
    absenceCalledAt: col.instant().nullable(),
    collectorId: col.ref("children_activities_collector").nullable(),
  });
  await tools.createTable("children_activities_code", {
    id: col.id(),
    kind: col.text(),
    guardianId: col.ref("children_activities_guardian").nullable(),
    attendanceId: col.ref("children_activities_attendance").nullable(),
    collectorId: col.ref("children_activities_collector").nullable(),
    tries: col.int(),
    createdAt: col.instant(),
    expiresAt: col.instant(),
    usedAt: col.instant().nullable(),
  });
  await tools.createTable("children_activities_ladder_step", {
    id: col.id(),
    attendanceId: col.ref("children_activities_attendance"),
    step: col.text(),
    at: col.instant(),
    byId: col.ref("directory_person").nullable(),
    secondId: col.ref("directory_person").nullable(),
  });
  await tools.createTable("children_activities_incident", {
    id: col.id(),
    placePath: col.place(),
    sessionId: col.ref("children_activities_session"),
    subjectId: col.text(),
    kind: col.text(),
    at: col.instant(),
    words: col.sensitive("subjectId").nullable(),
    byId: col.ref("directory_person").nullable(),
  });
  await tools.createTable("children_activities_report", {
    id: col.id(),
    placePath: col.place(),
    sessionId: col.ref("children_activities_session").nullable(),
    office: col.text(),
    reportedAt: col.instant(),
    receipt: col.text().nullable(),
    byId: col.ref("directory_person").nullable(),
  });
  await tools.createIndex("children_activities_guardian", ["phoneIndex"]);
  await tools.createIndex("children_activities_consent", ["childId"]);
  await tools.createIndex("children_activities_consent", ["guardianId"]);
  await tools.createIndex("children_activities_child", ["placePath"]);
  await tools.createIndex("children_activities_child", ["homeId"]);
  await tools.createIndex("children_activities_kin", ["childId", "guardianId"], { unique: true });
  await tools.createIndex("children_activities_kin", ["guardianId"]);
  await tools.createIndex("children_activities_collector", ["childId"]);
  await tools.createIndex("children_activities_attendance", ["sessionId", "childId"], { unique: true });
  await tools.createIndex("children_activities_attendance", ["childId"]);
  await tools.createIndex("children_activities_code", ["attendanceId"]);
  await tools.createIndex("children_activities_code", ["guardianId", "kind"]);
  await tools.createIndex("children_activities_ladder_step", ["attendanceId", "at"]);
  await tools.createIndex("children_activities_incident", ["placePath", "at"]);
  await tools.createIndex("children_activities_report", ["placePath", "reportedAt"]);
};
