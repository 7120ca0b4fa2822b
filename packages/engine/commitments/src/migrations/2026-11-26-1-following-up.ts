import { col, type MigrationTools, type PluginMigration } from "@lianxin/plugin-kit";

const person = () => col.ref("directory_person").nullable();
const organization = () => col.ref("directory_organization");
const promise = () => col.ref("commitments_commitment");
const part = () => col.ref("commitments_part");

async function widenParts(tools: MigrationTools): Promise<void> {
  await tools.addColumns("commitments_part", {
    endedAs: col.text().nullable(),
    mergedIntoId: part().nullable(),
    deferCount: col.int().nullable(),
    bounceCount: col.int().nullable(),
    failedCount: col.int().nullable(),
    seekUntil: col.date().nullable(),
    seekFallback: col.text().nullable(),
    seekOverOn: col.date().nullable(),
    evidenceNeeds: col.json().nullable(),
  });
  await tools.addColumns("commitments_entry", { via: col.text().nullable() });
  await tools.db.updateTable("commitments_part").set({ ended_as: "void" }).where("voided_on", "is not", null).execute();
  await tools.createIndex("commitments_part", ["seekUntil"], { where: "seek_until is not null" });
}

async function createOwning(tools: MigrationTools): Promise<void> {
  await tools.createTable("commitments_counter_claim", {
    ...{ id: col.id(), partId: part(), ownerOrganizationId: organization(), ownerId: col.ref("directory_person"), dueOn: col.date() },
    ...{ conditions: col.text().nullable(), words: col.text(), state: col.text(), madeById: person(), madeAt: col.instant() },
    ...{ decidedById: person(), decidedNote: col.text().nullable(), decidedAt: col.instant().nullable() },
  });
  await tools.createIndex("commitments_counter_claim", ["partId"]);
  await tools.createTable("commitments_hand_over", {
    ...{ id: col.id(), commitmentId: promise(), toOrganizationId: organization(), toPersonId: col.ref("directory_person"), dueOn: col.date() },
    ...{ reason: col.text(), state: col.text(), proposedById: person(), proposedAt: col.instant() },
    ...{ giverSignedAt: col.instant().nullable(), takerSignedAt: col.instant().nullable(), refusedNote: col.text().nullable() },
  });
  await tools.createIndex("commitments_hand_over", ["commitmentId"]);
  await tools.createIndex("commitments_hand_over", ["toPersonId"]);
  await tools.createTable(
    "commitments_code",
    {
      ...{ id: col.id(), kind: col.text(), commitmentId: promise(), hash: col.text(), state: col.text(), madeById: person() },
      ...{ madeAt: col.instant(), endedAt: col.instant().nullable() },
    },
    { unique: [["hash"]] },
  );
  await tools.createIndex("commitments_code", ["commitmentId"]);
  await tools.createTable("commitments_code_try", { id: col.id(), triedAt: col.instant() });
  await tools.createIndex("commitments_code_try", ["triedAt"]);
}

async function createClosing(tools: MigrationTools): Promise<void> {
  await tools.createTable("commitments_block", {
    ...{ id: col.id(), commitmentId: promise(), state: col.text(), kind: col.text(), reason: col.text(), waitsForId: part().nullable() },
    ...{ fromOn: col.date(), reviewOn: col.date(), toOn: col.date().nullable(), byId: person() },
  });
  await tools.createIndex("commitments_block", ["commitmentId"]);
  await tools.createTable("commitments_request", {
    ...{ id: col.id(), partId: part(), commitmentId: promise().nullable(), kind: col.text(), reason: col.text(), wantedDueOn: col.date().nullable() },
    ...{ state: col.text(), askedById: person(), askedAt: col.instant() },
    ...{ decidedById: person(), decidedNote: col.text().nullable(), decidedAt: col.instant().nullable() },
  });
  await tools.createIndex("commitments_request", ["partId"]);
  await tools.createTable("commitments_rating", {
    ...{ id: col.id(), commitmentId: promise(), round: col.int(), resolved: col.text(), satisfied: col.text(), comment: col.text().nullable() },
    ...{ raterId: person(), enteredById: person(), via: col.text(), ratedAt: col.instant() },
  });
  await tools.createIndex("commitments_rating", ["commitmentId", "round", "raterId"], { unique: true, where: "rater_id is not null" });
  await tools.createIndex("commitments_rating", ["commitmentId"]);
}

async function createObligations(tools: MigrationTools): Promise<void> {
  await tools.createTable(
    "commitments_obligation",
    {
      ...{ id: col.id(), kind: col.text(), key: col.text(), placePath: col.place(), holderId: col.ref("directory_person"), title: col.text() },
      ...{ unit: col.text(), every: col.int(), isAligned: col.bool(), floor: col.int(), fromOn: col.date(), toOn: col.date().nullable() },
      closesOn: col.date().nullable(),
    },
    { unique: [["kind", "key"]] },
  );
  await tools.createIndex("commitments_obligation", ["kind", "placePath"]);
  await tools.createIndex("commitments_obligation", ["holderId"]);
  await tools.createIndex("commitments_obligation", ["closesOn"], { where: "closes_on is not null" });
  await tools.createTable(
    "commitments_fulfilment",
    { id: col.id(), obligationId: col.ref("commitments_obligation"), kind: col.text(), key: col.text(), onDay: col.date(), reason: col.text().nullable() },
    { unique: [["obligationId", "kind", "key"]] },
  );
  await tools.createIndex("commitments_fulfilment", ["obligationId", "onDay"]);
}

export const createFollowingUp: PluginMigration = async (tools) => {
  await widenParts(tools);
  await createOwning(tools);
  await createClosing(tools);
  await createObligations(tools);
};
