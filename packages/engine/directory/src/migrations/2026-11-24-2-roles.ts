import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createRoles: PluginMigration = async (tools) => {
  await tools.createTable("directory_organization", {
    id: col.id(),
    name: col.text(),
    nameKey: col.text(),
    kind: col.text(),
    placeId: col.ref("directory_place"),
    placePath: col.place(),
    closedOn: col.date().nullable(),
    version: col.int(),
  });
  await tools.createIndex("directory_organization", ["placePath", "nameKey"]);
  await tools.createTable("directory_organization_name", {
    id: col.id(),
    organizationId: col.ref("directory_organization"),
    name: col.text(),
    fromOn: col.date(),
    toOn: col.date().nullable(),
  });
  await tools.createIndex("directory_organization_name", ["organizationId"]);
  await tools.createTable("directory_role", {
    id: col.id(),
    personId: col.ref("directory_person"),
    kind: col.text(),
    title: col.text(),
    placeId: col.ref("directory_place"),
    placePath: col.place(),
    organizationId: col.ref("directory_organization").nullable(),
    fromOn: col.date(),
    toOn: col.date().nullable(),
    givenBy: col.ref("directory_person").nullable(),
    endedBy: col.ref("directory_person").nullable(),
    createdAt: col.instant(),
  });
  await tools.createIndex("directory_role", ["personId"]);
  await tools.createIndex("directory_role", ["placePath", "kind"]);
  await tools.createTable("directory_venue", {
    id: col.id(),
    name: col.text(),
    nameKey: col.text(),
    kind: col.text(),
    placeId: col.ref("directory_place"),
    placePath: col.place(),
    seats: col.int(),
    equipment: col.json(),
    closedOn: col.date().nullable(),
    version: col.int(),
  });
  await tools.createIndex("directory_venue", ["placePath"]);
  await tools.createTable("directory_opening", {
    id: col.id(),
    venueId: col.ref("directory_venue"),
    weekday: col.int(),
    fromTime: col.text(),
    toTime: col.text(),
  });
  await tools.createIndex("directory_opening", ["venueId"]);
  await tools.createTable("directory_closure", {
    id: col.id(),
    venueId: col.ref("directory_venue"),
    fromOn: col.date(),
    toOn: col.date(),
    reason: col.text(),
  });
  await tools.createIndex("directory_closure", ["venueId"]);
  await tools.createTable("directory_consent", {
    id: col.id(),
    personId: col.ref("directory_person"),
    purpose: col.text(),
    textVersion: col.text(),
    givenBy: col.ref("directory_person"),
    givenAt: col.instant(),
    enteredBy: col.ref("directory_person").nullable(),
    withdrawnAt: col.instant().nullable(),
    withdrawnBy: col.ref("directory_person").nullable(),
  });
  await tools.createIndex("directory_consent", ["personId"]);
  await tools.createTable("directory_proxy", {
    id: col.id(),
    deputyId: col.ref("directory_person"),
    principalId: col.ref("directory_person"),
    reason: col.text(),
    fromOn: col.date(),
    toOn: col.date().nullable(),
    enteredBy: col.ref("directory_person").nullable(),
  });
  await tools.createIndex("directory_proxy", ["principalId"]);
  await tools.createIndex("directory_proxy", ["deputyId"]);
  await tools.createTable("directory_account_link", {
    id: col.id(),
    personId: col.ref("directory_person"),
    accountId: col.text(),
    provedBy: col.text(),
    fromAt: col.instant(),
    toAt: col.instant().nullable(),
  });
  await tools.createIndex("directory_account_link", ["accountId"]);
  await tools.createIndex("directory_account_link", ["personId"]);
  await tools.createTable("directory_setting", {
    id: col.id(),
    communityName: col.text(),
    placeId: col.ref("directory_place"),
    officePhone: col.text().nullable(),
    version: col.int(),
  });
};
