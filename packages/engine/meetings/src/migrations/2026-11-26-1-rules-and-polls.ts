import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createRulesAndPolls: PluginMigration = async (tools) => {
  await tools.createTable("meetings_own_pack", {
    ...{ id: col.id(), placePath: col.place(), placeId: col.ref("directory_place"), copyOf: col.text(), name: col.text(), numbers: col.json() },
    ...{ effectiveFrom: col.date(), adoptedBy: col.text(), createdById: col.ref("directory_person").nullable(), createdAt: col.instant() },
  });
  await tools.createTable("meetings_body_pack", {
    ...{ id: col.id(), bodyId: col.ref("meetings_body"), packId: col.text(), fromOn: col.date(), byId: col.ref("directory_person").nullable() },
  });
  await tools.createTable("meetings_poll", {
    ...{ id: col.id(), placePath: col.place(), text: col.text(), packId: col.text() },
    ...{ meetingId: col.ref("meetings_meeting").nullable(), motionId: col.ref("meetings_motion").nullable() },
    ...{ decisionId: col.ref("meetings_decision").nullable(), isSecret: col.bool(), state: col.text(), closesOn: col.date().nullable() },
    ...{ members: col.int().nullable(), result: col.json().nullable(), withdrawReason: col.text().nullable() },
    ...{ createdById: col.ref("directory_person").nullable(), createdAt: col.instant() },
    ...{ openedAt: col.instant().nullable(), closedAt: col.instant().nullable() },
  });
  await tools.createTable("meetings_poll_unit", {
    ...{ id: col.id(), pollId: col.ref("meetings_poll"), label: col.text(), position: col.int(), area: col.int().nullable() },
    ...{ personId: col.ref("directory_person").nullable(), delegateId: col.ref("directory_person").nullable(), delegateProof: col.text().nullable() },
    ...{ votedBy: col.text().nullable(), votedOn: col.date().nullable() },
  });
  await tools.createTable("meetings_poll_ballot", {
    ...{ id: col.id(), pollId: col.ref("meetings_poll"), unitId: col.ref("meetings_poll_unit"), choice: col.text() },
    ...{ invalidReason: col.text().nullable(), way: col.text(), state: col.text(), settledReason: col.text().nullable() },
    ...{ enteredById: col.ref("directory_person").nullable(), at: col.instant() },
  });
  await tools.createTable("meetings_poll_box", {
    ...{ id: col.id(), pollId: col.ref("meetings_poll"), way: col.text(), choice: col.text(), reason: col.text(), papers: col.int() },
  });
  await tools.addColumns("meetings_motion", { way: col.text().nullable(), pollId: col.ref("meetings_poll").nullable(), packVerified: col.text().nullable() });
  await tools.addColumns("meetings_decision", { packVerified: col.text().nullable() });
  await tools.addColumns("meetings_seat", { marks: col.json().nullable() });
  await tools.addColumns("meetings_invitee", { marks: col.json().nullable() });
  await tools.createIndex("meetings_own_pack", ["placePath"]);
  await tools.createIndex("meetings_body_pack", ["bodyId", "fromOn"]);
  await tools.createIndex("meetings_poll", ["placePath", "createdAt"]);
  await tools.createIndex("meetings_poll", ["motionId"]);
  await tools.createIndex("meetings_poll", ["decisionId"]);
  await tools.createIndex("meetings_poll_unit", ["pollId", "position"]);
  await tools.createIndex("meetings_poll_ballot", ["pollId", "unitId"]);
  await tools.createIndex("meetings_poll_box", ["pollId", "way", "choice", "reason"], { unique: true });
};
