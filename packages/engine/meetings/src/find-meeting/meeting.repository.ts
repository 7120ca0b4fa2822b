import { byId, everywhere, within, type Place, type Scope } from "@lianxin/plugin-kit";
import type { MeetingsDb } from "../plugin.js";

export const findMeeting = (db: MeetingsDb, id: string) => byId(db, "meetings_meeting", id).selectAll().executeTakeFirst();
export type MeetingRow = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;

export async function placeOfMeeting(db: MeetingsDb, id: string): Promise<Place | undefined> {
  const row = await findMeeting(db, id);
  return row && { path: row.placePath };
}

export const itemsOf = (db: MeetingsDb, meetingId: string) =>
  db.selectFrom("meetings_agenda_item").selectAll().where("meetingId", "=", meetingId).orderBy("position").execute();
export type ItemRow = Awaited<ReturnType<typeof itemsOf>>[number];

/** What meetings deal with that other plugins keep. */
export interface Subjects {
  readonly matterIds: readonly string[];
  readonly partIds: readonly string[];
}

/** Meetings with one of these matters or parts on their agendas, and those at which `talkIds` says something was raised; the latest fifty. */
export function meetingsAbout(db: MeetingsDb, { matterIds, partIds }: Subjects, talkIds: readonly string[] = []): Promise<MeetingRow[]> {
  const ids = db
    .selectFrom("meetings_agenda_item")
    .select("meetingId")
    .where((eb) => eb.or([eb("matterId", "in", ["", ...matterIds]), eb("partId", "in", ["", ...partIds])]));
  return everywhere(db, "meetings_meeting", "meetings with subjects whose place was checked; each meeting's own place is checked before it is named")
    .selectAll()
    .where((eb) => eb.or([eb("id", "in", ids), eb("id", "in", ["", ...talkIds])]))
    .orderBy("id", "desc")
    .limit(50)
    .execute();
}

export const inviteesOf = (db: MeetingsDb, meetingId: string) =>
  db.selectFrom("meetings_invitee").selectAll().where("meetingId", "=", meetingId).orderBy("position").execute();
export type InviteeRow = Awaited<ReturnType<typeof inviteesOf>>[number];

export const motionsOf = (db: MeetingsDb, meetingId: string) =>
  db.selectFrom("meetings_motion").selectAll().where("meetingId", "=", meetingId).orderBy("id").execute();
export type MotionRow = Awaited<ReturnType<typeof motionsOf>>[number];

export const decisionsOf = (db: MeetingsDb, meetingId: string) =>
  everywhere(db, "meetings_decision", "the decisions of one meeting, whose place was checked")
    .selectAll()
    .where("meetingId", "=", meetingId)
    .orderBy("serial")
    .execute();
export type DecisionRow = Awaited<ReturnType<typeof decisionsOf>>[number];

export const tabs = ["coming", "past", "drafts"] as const;
export type Tab = (typeof tabs)[number];
const statesOf: Readonly<Record<Tab, readonly string[]>> = {
  coming: ["noticed", "checking_in", "in_session", "inquorate"],
  past: ["minutes_draft", "minutes_confirmed", "published", "cancelled"],
  drafts: ["draft"],
};
export const pageSize = 50;

/** Meetings at the reader's places: those to come next first, the rest latest first. Drafts that were thrown away are not shown. */
export function listMeetings(db: MeetingsDb, scope: Scope, tab: Tab, page: number): Promise<MeetingRow[]> {
  const rows = within(db, scope, "meetings_meeting")
    .selectAll()
    .where("state", "in", statesOf[tab])
    .limit(pageSize)
    .offset(page * pageSize);
  if (tab === "drafts") return rows.orderBy("createdAt", "desc").orderBy("id").execute();
  return rows
    .where("noticedAt", "is not", null)
    .orderBy("startsAt", tab === "coming" ? "asc" : "desc")
    .orderBy("id")
    .execute();
}

/** Other announced meetings in a span of time: their people and rooms are taken. */
export const announcedBetween = (db: MeetingsDb, from: string, to: string, except: readonly string[]) =>
  everywhere(db, "meetings_meeting", "when people and rooms are taken, wherever that is")
    .select(["id", "startsAt", "endsAt", "venueId"])
    .where("state", "in", ["noticed", "checking_in", "in_session"])
    .where("id", "not in", ["", ...except])
    .where("startsAt", "<", to)
    .where("endsAt", ">", from)
    .execute();

export const upcomingAt = (db: MeetingsDb, path: string, from: string) =>
  everywhere(db, "meetings_meeting", "the next meetings at a place another plugin names")
    .selectAll()
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .where("state", "in", ["noticed", "checking_in"])
    .where("startsAt", ">=", from)
    .orderBy("startsAt")
    .limit(100)
    .execute();

/** Meetings somebody is asked to, or sits in at for a member, that are not over, next first, with what they answered. */
export const meetingsOf = (db: MeetingsDb, personId: string) =>
  everywhere(db, "meetings_meeting", "what one person is invited to, wherever it is")
    .innerJoin("meetings_invitee", "meetings_invitee.meetingId", "meetings_meeting.id")
    .selectAll("meetings_meeting")
    .select(["meetings_invitee.id as inviteeId", "meetings_invitee.rsvp", "meetings_invitee.kind as inviteeKind", "meetings_invitee.personId as memberId"])
    .where((eb) => eb.or([eb("meetings_invitee.personId", "=", personId), eb("meetings_invitee.substituteId", "=", personId)]))
    .where("meetings_meeting.state", "in", ["noticed", "checking_in", "in_session"])
    .orderBy("meetings_meeting.startsAt")
    .limit(pageSize)
    .execute();

/** The place of a meeting that was announced; drafts look as if they were not there. */
export async function placeOfAnnounced(db: MeetingsDb, id: string): Promise<Place | undefined> {
  const row = await findMeeting(db, id);
  return row && row.noticedAt !== null ? { path: row.placePath } : undefined;
}

export const findDecision = (db: MeetingsDb, id: string) => byId(db, "meetings_decision", id).selectAll().executeTakeFirst();

export async function placeOfDecision(db: MeetingsDb, id: string): Promise<Place | undefined> {
  const row = await findDecision(db, id);
  return row && { path: row.placePath };
}
