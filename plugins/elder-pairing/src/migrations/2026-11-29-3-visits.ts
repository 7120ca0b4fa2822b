import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Visits that are due and made, needs, what was tried when nobody answered, what raised a level. */
export const createVisits: PluginMigration = async (tools) => {
  await tools.createTable("elder_pairing_due", {
    id: col.id(),
    placePath: col.place(),
    elderId: col.ref("elder_pairing_elder"),
    dueOn: col.date(),
    month: col.text(),
    level: col.text(),
    mode: col.text(),
    state: col.text(),
    doneOn: col.date().nullable(),
    visitId: col.text().nullable(),
    snoozedUntil: col.date().nullable(),
    snoozeReason: col.text().nullable(),
  });
  await tools.createTable("elder_pairing_visit", {
    id: col.id(),
    placePath: col.place(),
    elderId: col.ref("elder_pairing_elder"),
    cadreId: col.ref("elder_pairing_cadre").nullable(),
    enteredBy: col.text(),
    visitedOn: col.date(),
    visitedAt: col.instant(),
    mode: col.text(),
    isSeen: col.bool(),
    condition: col.text(),
    findings: col.sensitive("elderId").nullable(),
    clientId: col.text(),
    createdAt: col.instant(),
  });
  await tools.createTable("elder_pairing_need", {
    id: col.id(),
    placePath: col.place(),
    elderId: col.ref("elder_pairing_elder"),
    visitId: col.text().nullable(),
    category: col.text(),
    words: col.sensitive("elderId").nullable(),
    action: col.text(),
    matterId: col.text().nullable(),
    matterNumber: col.text().nullable(),
    openedOn: col.date(),
    closedOn: col.date().nullable(),
    rating: col.text().nullable(),
    ratedVia: col.text().nullable(),
  });
  await tools.createTable("elder_pairing_ladder", {
    id: col.id(),
    placePath: col.place(),
    elderId: col.ref("elder_pairing_elder"),
    startedAt: col.instant(),
    startedBy: col.text(),
    state: col.text(),
    outcome: col.sensitive("elderId").nullable(),
    closedAt: col.instant().nullable(),
  });
  await tools.createTable("elder_pairing_ladder_step", {
    id: col.id(),
    ladderId: col.ref("elder_pairing_ladder"),
    step: col.text(),
    at: col.instant(),
    result: col.text(),
    byId: col.text(),
  });
  await tools.createTable("elder_pairing_trigger", {
    id: col.id(),
    placePath: col.place(),
    elderId: col.ref("elder_pairing_elder"),
    kind: col.text(),
    onDay: col.date(),
    untilOn: col.date(),
    levelBefore: col.text(),
    reasonBefore: col.text(),
    endedOn: col.date().nullable(),
  });
  await tools.createIndex("elder_pairing_due", ["elderId", "dueOn"], { unique: true });
  await tools.createIndex("elder_pairing_due", ["month", "placePath", "elderId", "state"]);
  await tools.createIndex("elder_pairing_due", ["state", "dueOn"]);
  await tools.createIndex("elder_pairing_visit", ["elderId", "visitedOn"]);
  await tools.createIndex("elder_pairing_visit", ["cadreId", "visitedOn"]);
  await tools.createIndex("elder_pairing_visit", ["clientId"], { unique: true });
  await tools.createIndex("elder_pairing_need", ["elderId"]);
  await tools.createIndex("elder_pairing_need", ["closedOn", "placePath"]);
  await tools.createIndex("elder_pairing_need", ["openedOn", "placePath"]);
  await tools.createIndex("elder_pairing_need", ["matterId"]);
  await tools.createIndex("elder_pairing_ladder", ["elderId", "startedAt"]);
  await tools.createIndex("elder_pairing_ladder", ["state"]);
  await tools.createIndex("elder_pairing_ladder_step", ["ladderId", "at"]);
  await tools.createIndex("elder_pairing_trigger", ["elderId", "endedOn"]);
  await tools.createIndex("elder_pairing_trigger", ["untilOn", "endedOn"]);
};
