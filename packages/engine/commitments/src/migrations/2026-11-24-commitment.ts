import { col, type MigrationTools, type PluginMigration } from "@lianxin/plugin-kit";

async function createPart(tools: MigrationTools): Promise<void> {
  await tools.createTable("commitments_part", {
    id: col.id(),
    placePath: col.place(),
    sourceKind: col.text(),
    sourceId: col.text(),
    sourceMeetingId: col.text().nullable(),
    sourceTitle: col.text(),
    title: col.text(),
    standard: col.text(),
    openedOn: col.date(),
    openedAt: col.instant(),
    deferReason: col.text().nullable(),
    reviewOn: col.date().nullable(),
    voidedOn: col.date().nullable(),
  });
  await tools.createIndex("commitments_part", ["placePath"]);
  await tools.createIndex("commitments_part", ["sourceMeetingId"]);
}

async function createCommitment(tools: MigrationTools): Promise<void> {
  await tools.createTable("commitments_commitment", {
    id: col.id(),
    partId: col.ref("commitments_part"),
    placePath: col.place(),
    origin: col.text(),
    ownerOrganizationId: col.ref("directory_organization"),
    ownerId: col.ref("directory_person"),
    verifierId: col.ref("directory_person").nullable(),
    conditions: col.text().nullable(),
    startedOn: col.date(),
    dueOn: col.date(),
    soonOn: col.date(),
    round: col.int(),
    nextStep: col.text().nullable(),
    nextStepOn: col.date().nullable(),
    state: col.text(),
    isActive: col.bool(),
    closedOn: col.date().nullable(),
    createdAt: col.instant(),
  });
  await tools.createIndex("commitments_commitment", ["partId"], { unique: true, where: "is_active = 1" });
  await tools.createIndex("commitments_commitment", ["nextStepOn"]);
  await tools.createIndex("commitments_commitment", ["ownerId"]);
  await tools.createIndex("commitments_commitment", ["verifierId"]);
}

async function createRecords(tools: MigrationTools): Promise<void> {
  await tools.createTable("commitments_supporter", {
    id: col.id(),
    commitmentId: col.ref("commitments_commitment"),
    organizationId: col.ref("directory_organization"),
  });
  await tools.createTable("commitments_evidence", {
    id: col.id(),
    commitmentId: col.ref("commitments_commitment"),
    words: col.text(),
    paper: col.text().nullable(),
    addedBy: col.ref("directory_person").nullable(),
    forId: col.ref("directory_person").nullable(),
    addedAt: col.instant(),
  });
  await tools.createTable("commitments_entry", {
    id: col.id(),
    partId: col.ref("commitments_part"),
    commitmentId: col.ref("commitments_commitment").nullable(),
    move: col.text(),
    fromState: col.text().nullable(),
    toState: col.text().nullable(),
    at: col.instant(),
    byId: col.ref("directory_person").nullable(),
    forId: col.ref("directory_person").nullable(),
    note: col.text().nullable(),
  });
  await tools.createTable(
    "commitments_reminder",
    { id: col.id(), commitmentId: col.ref("commitments_commitment"), round: col.int(), step: col.text(), outcome: col.text(), doneOn: col.date() },
    { unique: [["commitmentId", "round", "step"]] },
  );
  await tools.createIndex("commitments_supporter", ["commitmentId"]);
  await tools.createIndex("commitments_evidence", ["commitmentId"]);
  await tools.createIndex("commitments_entry", ["partId"]);
  await tools.createIndex("commitments_entry", ["commitmentId"]);
}

const published = `select c.id, c.part_id, c.place_path, p.title, p.source_kind, p.source_id, p.source_meeting_id, c.owner_organization_id, c.owner_id, c.state, c.due_on, c.closed_on
  from commitments_commitment c join commitments_part p on p.id = c.part_id where c.is_active = 1`;

export const createCommitments: PluginMigration = async (tools) => {
  await createPart(tools);
  await createCommitment(tools);
  await createRecords(tools);
  await tools.createView("commitments_v1_commitment", published);
};
