import { col, type PluginMigration } from "@lianxin/plugin-kit";

/** Elders, cadres and what the pairing has to know of them. */
export const createPeople: PluginMigration = async (tools) => {
  await tools.createTable("elder_pairing_elder", {
    id: col.id(),
    placePath: col.place(),
    placeId: col.ref("directory_place"),
    townPath: col.text(),
    personId: col.ref("directory_person").nullable(),
    name: col.text(),
    nameKey: col.text(),
    identityKey: col.text(),
    lineKey: col.text(),
    sex: col.text(),
    birthYear: col.int(),
    residentsGroup: col.text().nullable(),
    phone: col.contact("id").nullable(),
    phoneIndex: col.blind("phone"),
    address: col.sensitive("id").nullable(),
    care: col.sensitive("id"),
    notes: col.sensitive("id"),
    dialect: col.text().nullable(),
    wish: col.text(),
    wishedOn: col.date(),
    needsWoman: col.bool(),
    isSpecial: col.bool(),
    level: col.text(),
    levelReason: col.text(),
    state: col.text(),
    fromOn: col.date(),
    untilOn: col.date().nullable(),
    careFromOn: col.date().nullable(),
    createdAt: col.instant(),
    version: col.int(),
  });
  await tools.createTable("elder_pairing_contact", {
    id: col.id(),
    elderId: col.ref("elder_pairing_elder"),
    rank: col.int(),
    relation: col.text(),
    isAway: col.bool(),
    name: col.contact("elderId"),
    phone: col.contact("elderId").nullable(),
    phoneIndex: col.blind("phone"),
  });
  await tools.createTable("elder_pairing_consent", {
    id: col.id(),
    elderId: col.ref("elder_pairing_elder"),
    scope: col.text(),
    form: col.text(),
    givenOn: col.date(),
    withdrawnOn: col.date().nullable(),
  });
  await tools.createTable("elder_pairing_cadre", {
    id: col.id(),
    placePath: col.place(),
    townPath: col.text(),
    personId: col.ref("directory_person").nullable(),
    name: col.text(),
    nameKey: col.text(),
    identityKey: col.text(),
    lineKey: col.text(),
    sex: col.text(),
    unit: col.text(),
    title: col.text().nullable(),
    phone: col.contact("id").nullable(),
    phoneIndex: col.blind("phone"),
    dialects: col.json(),
    transport: col.text().nullable(),
    limit: col.int(),
    kin: col.contact("id"),
    state: col.text(),
    fromOn: col.date(),
    untilOn: col.date().nullable(),
    createdAt: col.instant(),
    version: col.int(),
  });
  await tools.createTable("elder_pairing_cadre_village", {
    id: col.id(),
    cadreId: col.ref("elder_pairing_cadre"),
    placePath: col.place(),
  });
  await tools.createTable("elder_pairing_leave", {
    id: col.id(),
    cadreId: col.ref("elder_pairing_cadre"),
    fromOn: col.date(),
    toOn: col.date(),
    enteredAt: col.instant(),
  });
  await tools.createTable("elder_pairing_tie", {
    id: col.id(),
    cadreId: col.ref("elder_pairing_cadre"),
    elderId: col.ref("elder_pairing_elder"),
    kind: col.text(),
    sinceOn: col.date(),
  });
  await tools.createTable("elder_pairing_spot", {
    id: col.id(),
    placePath: col.place(),
    east: col.int(),
    north: col.int(),
  });
  await tools.createTable("elder_pairing_quota", {
    id: col.id(),
    placePath: col.place(),
    unit: col.text(),
    most: col.int(),
  });
  await tools.createIndex("elder_pairing_elder", ["placePath", "identityKey"]);
  await tools.createIndex("elder_pairing_elder", ["townPath", "state"]);
  await tools.createIndex("elder_pairing_elder", ["nameKey"]);
  await tools.createIndex("elder_pairing_elder", ["phoneIndex"]);
  await tools.createIndex("elder_pairing_contact", ["elderId", "rank"]);
  await tools.createIndex("elder_pairing_contact", ["phoneIndex"]);
  await tools.createIndex("elder_pairing_consent", ["elderId"]);
  await tools.createIndex("elder_pairing_cadre", ["townPath", "state"]);
  await tools.createIndex("elder_pairing_cadre", ["identityKey"]);
  await tools.createIndex("elder_pairing_cadre", ["personId"]);
  await tools.createIndex("elder_pairing_cadre", ["phoneIndex"]);
  await tools.createIndex("elder_pairing_cadre", ["unit"]);
  await tools.createIndex("elder_pairing_cadre_village", ["cadreId", "placePath"], { unique: true });
  await tools.createIndex("elder_pairing_leave", ["cadreId", "fromOn"]);
  await tools.createIndex("elder_pairing_tie", ["elderId", "cadreId", "kind"], { unique: true });
  await tools.createIndex("elder_pairing_tie", ["cadreId"]);
  await tools.createIndex("elder_pairing_spot", ["placePath"], { unique: true });
  await tools.createIndex("elder_pairing_quota", ["placePath", "unit"], { unique: true });
};
