import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createRecords: PluginMigration = async (tools) => {
  await tools.createTable("meetings_command", {
    id: col.id(),
    meetingId: col.ref("meetings_meeting"),
    position: col.int(),
    device: col.text(),
    sequence: col.int(),
    at: col.instant(),
    receivedAt: col.instant(),
    byId: col.ref("directory_person").nullable(),
    kind: col.text(),
    payload: col.json(),
    refusedCode: col.text().nullable(),
    refusedParams: col.json().nullable(),
  });
  await tools.createTable("meetings_motion", {
    id: col.id(),
    meetingId: col.ref("meetings_meeting"),
    itemId: col.ref("meetings_agenda_item"),
    text: col.text(),
    state: col.text(),
    warnings: col.json(),
    members: col.int().nullable(),
    attending: col.int().nullable(),
    yes: col.int().nullable(),
    no: col.int().nullable(),
    abstain: col.int().nullable(),
    base: col.int().nullable(),
    arithmetic: col.text().nullable(),
    packId: col.text(),
    votedAt: col.instant().nullable(),
  });
  await tools.createTable("meetings_decision", {
    id: col.id(),
    placePath: col.place(),
    meetingId: col.ref("meetings_meeting"),
    itemId: col.ref("meetings_agenda_item"),
    motionId: col.ref("meetings_motion"),
    serial: col.int(),
    text: col.text(),
    arithmetic: col.text(),
    effect: col.text(),
    warnings: col.json(),
    decidedOn: col.date(),
  });
  await tools.createTable("meetings_text", {
    id: col.id(),
    meetingId: col.ref("meetings_meeting"),
    itemId: col.ref("meetings_agenda_item").nullable(),
    kind: col.text(),
    words: col.text(),
    replacesId: col.ref("meetings_text").nullable(),
    byId: col.ref("directory_person").nullable(),
    at: col.instant(),
  });
  await tools.createTable("meetings_public_notice", {
    id: col.id(),
    placePath: col.place(),
    meetingId: col.ref("meetings_meeting"),
    title: col.text(),
    page: col.text(),
    hash: col.text(),
    fromOn: col.date(),
    toOn: col.date(),
    postedBy: col.ref("directory_person").nullable(),
    postedAt: col.instant(),
  });
  await tools.createIndex("meetings_command", ["meetingId", "position"], { unique: true });
  await tools.createIndex("meetings_motion", ["meetingId"]);
  await tools.createIndex("meetings_decision", ["placePath", "decidedOn"]);
  await tools.createIndex("meetings_decision", ["meetingId"]);
  await tools.createIndex("meetings_text", ["meetingId"]);
  await tools.createIndex("meetings_public_notice", ["placePath", "fromOn"]);
  await tools.createIndex("meetings_public_notice", ["meetingId"]);
  await tools.createView(
    "meetings_v1_meeting",
    "select id, place_path, body_id, type, title, year, serial, state, starts_at, ends_at, venue_name, closed_at from meetings_meeting where noticed_at is not null",
  );
  await tools.createView(
    "meetings_v1_decision",
    "select id, place_path, meeting_id, item_id, serial, text, arithmetic, effect, decided_on from meetings_decision",
  );
};
