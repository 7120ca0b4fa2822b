import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createBodies: PluginMigration = async (tools) => {
  await tools.createTable("meetings_body", {
    id: col.id(),
    placePath: col.place(),
    placeId: col.ref("directory_place"),
    name: col.text(),
    kind: col.text(),
    packId: col.text(),
    usualMinutes: col.int(),
    isStanding: col.bool(),
    createdAt: col.instant(),
    endedOn: col.date().nullable(),
  });
  await tools.createTable("meetings_party", {
    id: col.id(),
    bodyId: col.ref("meetings_body"),
    name: col.text(),
    position: col.int(),
    organizationId: col.ref("directory_organization").nullable(),
    isNeeded: col.bool(),
  });
  await tools.createTable("meetings_seat", {
    id: col.id(),
    bodyId: col.ref("meetings_body"),
    partyId: col.ref("meetings_party"),
    personId: col.ref("directory_person"),
    kind: col.text(),
    fromOn: col.date(),
    toOn: col.date().nullable(),
  });
  await tools.createTable("meetings_counter", { id: col.id(), last: col.int() });
  await tools.createIndex("meetings_body", ["placePath"]);
  await tools.createIndex("meetings_party", ["bodyId", "position"]);
  await tools.createIndex("meetings_seat", ["bodyId"]);
};
