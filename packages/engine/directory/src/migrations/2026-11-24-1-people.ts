import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createPeople: PluginMigration = async (tools) => {
  await tools.createTable(
    "directory_place",
    {
      id: col.id(),
      name: col.text(),
      nameKey: col.text(),
      kind: col.text(),
      scheme: col.text(),
      code: col.text().nullable(),
      parentId: col.ref("directory_place").nullable(),
      placePath: col.place(),
      households: col.int().nullable(),
      closedOn: col.date().nullable(),
      version: col.int(),
    },
    { unique: [["placePath"]] },
  );
  await tools.createIndex("directory_place", ["parentId"]);
  await tools.createIndex("directory_place", ["nameKey"]);
  await tools.createTable("directory_coverage", {
    id: col.id(),
    overlayId: col.ref("directory_place"),
    coveredId: col.ref("directory_place"),
    fromOn: col.date(),
    toOn: col.date().nullable(),
  });
  await tools.createIndex("directory_coverage", ["overlayId"]);
  await tools.createTable("directory_person", {
    id: col.id(),
    fullName: col.text(),
    nameKey: col.text(),
    distinction: col.text().nullable(),
    birthYear: col.int().nullable(),
    sex: col.text().nullable(),
    placeId: col.ref("directory_place"),
    placePath: col.place(),
    homePath: col.text(),
    mergedIntoId: col.ref("directory_person").nullable(),
    removedAt: col.instant().nullable(),
    createdAt: col.instant(),
    enteredBy: col.ref("directory_person").nullable(),
    version: col.int(),
  });
  await tools.createIndex("directory_person", ["placePath", "nameKey"]);
  await tools.createIndex("directory_person", ["mergedIntoId"]);
  await tools.createTable("directory_alias", {
    id: col.id(),
    personId: col.ref("directory_person"),
    kind: col.text(),
    name: col.text(),
    nameKey: col.text(),
  });
  await tools.createIndex("directory_alias", ["personId"]);
  await tools.createTable("directory_merge", {
    id: col.id(),
    keptId: col.ref("directory_person"),
    mergedId: col.ref("directory_person"),
    placePath: col.place(),
    followerIds: col.json(),
    mergedAt: col.instant(),
    mergedBy: col.ref("directory_person").nullable(),
    undoneAt: col.instant().nullable(),
  });
  await tools.createIndex("directory_merge", ["keptId"]);
  await tools.createTable("directory_channel", {
    id: col.id(),
    personId: col.ref("directory_person"),
    kind: col.text(),
    address: col.contact("personId"),
    addressIndex: col.blind("address"),
    isVerified: col.bool(),
    isPreferred: col.bool(),
    createdAt: col.instant(),
  });
  await tools.createIndex("directory_channel", ["personId"]);
  await tools.createIndex("directory_channel", ["addressIndex"]);
};
