import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createMeetings: PluginMigration = async (tools) => {
  await tools.createTable("meetings_meeting", {
    id: col.id(),
    placePath: col.place(),
    bodyId: col.ref("meetings_body"),
    type: col.text(),
    title: col.text(),
    year: col.int().nullable(),
    serial: col.int().nullable(),
    state: col.text(),
    minutes: col.int(),
    startsAt: col.instant().nullable(),
    endsAt: col.instant().nullable(),
    venueId: col.ref("directory_venue").nullable(),
    venueName: col.text().nullable(),
    chairId: col.ref("directory_person").nullable(),
    recorderId: col.ref("directory_person").nullable(),
    postBy: col.date().nullable(),
    postedOn: col.date().nullable(),
    postedWhere: col.text().nullable(),
    lateReason: col.text().nullable(),
    calendarUid: col.text(),
    calendarSequence: col.int(),
    cancelReason: col.text().nullable(),
    createdBy: col.ref("directory_person").nullable(),
    createdAt: col.instant(),
    noticedAt: col.instant().nullable(),
    closedAt: col.instant().nullable(),
  });
  await tools.createTable("meetings_agenda_item", {
    id: col.id(),
    meetingId: col.ref("meetings_meeting"),
    position: col.int(),
    title: col.text(),
    minutes: col.int(),
    matterId: col.ref("matters_matter").nullable(),
    partId: col.ref("commitments_part").nullable(),
    state: col.text(),
    warnings: col.json(),
    deferReason: col.text().nullable(),
  });
  await tools.createTable("meetings_invitee", {
    id: col.id(),
    meetingId: col.ref("meetings_meeting"),
    personId: col.ref("directory_person"),
    partyId: col.ref("meetings_party").nullable(),
    partyName: col.text(),
    kind: col.text(),
    position: col.int(),
    rsvp: col.text(),
    rsvpAt: col.instant().nullable(),
    rsvpBy: col.ref("directory_person").nullable(),
    substituteId: col.ref("directory_person").nullable(),
    mailedAt: col.instant().nullable(),
    toldBy: col.text().nullable(),
    toldOn: col.date().nullable(),
    toldById: col.ref("directory_person").nullable(),
  });
  await tools.createIndex("meetings_meeting", ["placePath", "startsAt"]);
  await tools.createIndex("meetings_meeting", ["bodyId", "startsAt"]);
  await tools.createIndex("meetings_agenda_item", ["meetingId", "position"]);
  await tools.createIndex("meetings_invitee", ["meetingId", "personId"], { unique: true });
  await tools.createIndex("meetings_invitee", ["personId"]);
};
