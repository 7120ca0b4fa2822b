import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Pairs as intervals, matchings, alarms and hand-overs. */
export const createPairs: PluginMigration = async (tools) => {
  await tools.createTable("elder_pairing_pair", {
    id: col.id(),
    placePath: col.place(),
    townPath: col.text(),
    elderId: col.ref("elder_pairing_elder"),
    cadreId: col.ref("elder_pairing_cadre"),
    role: col.text(),
    fromOn: col.date(),
    untilOn: col.date().nullable(),
    effectiveOn: col.date().nullable(),
    isPinned: col.bool(),
    startReason: col.text(),
    endReason: col.text().nullable(),
    because: col.json(),
    cadreAgreedAt: col.instant().nullable(),
    elderAgreedAt: col.instant().nullable(),
    elderAgreedBy: col.text().nullable(),
    createdAt: col.instant(),
  });
  await tools.createTable("elder_pairing_run", {
    id: col.id(),
    placePath: col.place(),
    ranOn: col.date(),
    ranBy: col.text(),
    paired: col.int(),
    unserved: col.int(),
    moves: col.int(),
    givenUp: col.int(),
    isCertified: col.bool(),
    createdAt: col.instant(),
  });
  await tools.createTable("elder_pairing_alarm", {
    id: col.id(),
    placePath: col.place(),
    elderId: col.ref("elder_pairing_elder"),
    onDay: col.date(),
    need: col.int(),
    offer: col.int(),
    createdAt: col.instant(),
  });
  await tools.createTable("elder_pairing_handover", {
    id: col.id(),
    placePath: col.place(),
    elderId: col.ref("elder_pairing_elder"),
    pairId: col.ref("elder_pairing_pair"),
    fromCadreId: col.ref("elder_pairing_cadre"),
    toCadreId: col.ref("elder_pairing_cadre"),
    reason: col.text(),
    openedOn: col.date(),
    note: col.sensitive("elderId").nullable(),
    outgoingSignedAt: col.instant().nullable(),
    incomingSignedAt: col.instant().nullable(),
    elderSignedAt: col.instant().nullable(),
    signedFor: col.json(),
    doneOn: col.date().nullable(),
  });
  await tools.createIndex("elder_pairing_pair", ["elderId", "role"], { unique: true, where: "until_on is null" });
  await tools.createIndex("elder_pairing_pair", ["elderId", "fromOn"]);
  await tools.createIndex("elder_pairing_pair", ["cadreId", "untilOn"]);
  await tools.createIndex("elder_pairing_pair", ["townPath", "untilOn"]);
  await tools.createIndex("elder_pairing_pair", ["untilOn", "role"]);
  await tools.createIndex("elder_pairing_run", ["placePath", "createdAt"]);
  await tools.createIndex("elder_pairing_alarm", ["elderId", "onDay"], { unique: true });
  await tools.createIndex("elder_pairing_alarm", ["onDay"]);
  await tools.createIndex("elder_pairing_handover", ["elderId"]);
  await tools.createIndex("elder_pairing_handover", ["fromCadreId", "doneOn"]);
  await tools.createIndex("elder_pairing_handover", ["toCadreId", "doneOn"]);
  await tools.createIndex("elder_pairing_handover", ["pairId"], { unique: true });
};
