import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createMatters: PluginMigration = async (tools) => {
  await tools.createTable("matters_matter", {
    id: col.id(),
    number: col.text(),
    title: col.text(),
    detail: col.text().nullable(),
    wish: col.text().nullable(),
    placeId: col.ref("directory_place"),
    placePath: col.place(),
    spot: col.text().nullable(),
    reportedBy: col.ref("directory_person").nullable(),
    enteredBy: col.ref("directory_person"),
    isEntererHidden: col.bool(),
    raisedOn: col.date(),
    state: col.text(),
    warningCodes: col.json(),
    mergedIntoId: col.ref("matters_matter").nullable(),
    referredTo: col.text().nullable(),
    meetingId: col.text().nullable(),
    decisionId: col.text().nullable(),
    createdAt: col.instant(),
  });
  await tools.createIndex("matters_matter", ["placePath", "state", "raisedOn"]);
  await tools.createIndex("matters_matter", ["reportedBy"]);
  await tools.createIndex("matters_matter", ["enteredBy"]);
  await tools.createTable("matters_screening", {
    id: col.id(),
    matterId: col.ref("matters_matter"),
    answers: col.json(),
    outcome: col.text(),
    reason: col.text().nullable(),
    screenedBy: col.ref("directory_person").nullable(),
    screenedAt: col.instant(),
  });
  await tools.createIndex("matters_screening", ["matterId"]);
  await tools.createTable("matters_entry", {
    id: col.id(),
    matterId: col.ref("matters_matter"),
    move: col.text(),
    fromState: col.text().nullable(),
    toState: col.text(),
    at: col.instant(),
    byId: col.ref("directory_person").nullable(),
    forId: col.ref("directory_person").nullable(),
    note: col.text().nullable(),
  });
  await tools.createIndex("matters_entry", ["matterId"]);
  await tools.createTable("matters_counter", { id: col.id(), last: col.int() });
  await tools.createView("matters_v1_matter", "select id, number, title, state, place_path, raised_on, meeting_id, decision_id from matters_matter");
};
