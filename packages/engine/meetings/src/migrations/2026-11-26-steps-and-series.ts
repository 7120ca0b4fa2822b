import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createStepsAndSeries: PluginMigration = async (tools) => {
  await tools.createTable("meetings_chain", {
    ...{ id: col.id(), placePath: col.place(), kind: col.text(), title: col.text(), matterId: col.ref("matters_matter").nullable() },
    ...{ decisionId: col.ref("meetings_decision").nullable(), createdById: col.ref("directory_person").nullable(), createdAt: col.instant() },
    stoppedReason: col.text().nullable(),
  });
  await tools.createTable("meetings_chain_step", {
    ...{ id: col.id(), chainId: col.ref("meetings_chain"), step: col.text(), doneOn: col.date(), note: col.text() },
    ...{ overrideReason: col.text().nullable(), byId: col.ref("directory_person").nullable(), at: col.instant() },
  });
  await tools.createTable("meetings_series", {
    ...{ id: col.id(), placePath: col.place(), bodyId: col.ref("meetings_body"), title: col.text(), type: col.text(), rule: col.json() },
    ...{ startsAt: col.text(), minutes: col.int(), placeText: col.text(), fromOn: col.date(), untilOn: col.date().nullable() },
    ...{ createdById: col.ref("directory_person").nullable(), createdAt: col.instant() },
  });
  await tools.createTable("meetings_occurrence", {
    ...{ id: col.id(), seriesId: col.ref("meetings_series"), plannedOn: col.date(), movedTo: col.date().nullable() },
    ...{ cancelReason: col.text().nullable(), meetingId: col.ref("meetings_meeting").nullable() },
  });
  await tools.createIndex("meetings_chain", ["placePath", "createdAt"]);
  await tools.createIndex("meetings_chain", ["matterId"]);
  await tools.createIndex("meetings_chain_step", ["chainId"]);
  await tools.createIndex("meetings_series", ["placePath"]);
  await tools.createIndex("meetings_occurrence", ["seriesId", "plannedOn"], { unique: true });
};
