import { col, table } from "@lianxin/plugin-kit";
import type { SeatMark } from "../words.js";

export const meeting = table("meetings_meeting", {
  id: col.id(),
  placePath: col.place(),
  bodyId: col.ref("meetings_body"),
  type: col.text(),
  title: col.text().as("public"),
  year: col.int().nullable(),
  serial: col.int().nullable(),
  state: col.text(),
  minutes: col.int(),
  startsAt: col.instant().nullable(),
  endsAt: col.instant().nullable(),
  venueId: col.ref("directory_venue").nullable(),
  venueName: col.text().nullable().as("public"),
  chairId: col.ref("directory_person").nullable(),
  recorderId: col.ref("directory_person").nullable(),
  /** The last day for the notice to be put up. */
  postBy: col.date().nullable(),
  postedOn: col.date().nullable(),
  postedWhere: col.text().nullable(),
  /** Why it was announced after `postBy`. */
  lateReason: col.text().nullable(),
  calendarUid: col.text(),
  calendarSequence: col.int(),
  cancelReason: col.text().nullable(),
  createdBy: col.ref("directory_person").nullable(),
  createdAt: col.instant(),
  noticedAt: col.instant().nullable(),
  /** When it was given another time last: who had come before that is not there for the new one. Null when it never was, and in older rows. */
  movedAt: col.instant().nullable(),
  /** The day the chair let the minutes stand: that of the papers, whenever they are printed. */
  confirmedOn: col.date().nullable(),
  /** When that was; tells one time they were let stand from another of the same day. Null in older rows. */
  confirmedAt: col.instant().nullable(),
  /** As the device had it, never after it was received. What is compared with the ledger goes by when the close was received. */
  closedAt: col.instant().nullable(),
  /** A monthly list counts from the cut-off of the one before (null for the first) to its own; both null where there is no list. */
  listSince: col.instant().nullable(),
  listCutOff: col.instant().nullable(),
});

export interface ItemWarning {
  readonly code: string;
  readonly competentBody: string;
  readonly citation: string;
}

export const agendaItem = table("meetings_agenda_item", {
  id: col.id(),
  meetingId: col.ref("meetings_meeting"),
  position: col.int(),
  /** The item this one stands under; it comes right after it or what else is under it. */
  parentId: col.ref("meetings_agenda_item").nullable(),
  title: col.text().as("public"),
  /** Its own, without what is under it. */
  minutes: col.int(),
  matterId: col.ref("matters_matter").nullable(),
  /** An unfinished promise taken up again. */
  partId: col.ref("commitments_part").nullable(),
  state: col.text(),
  warnings: col.json<readonly ItemWarning[]>(),
  deferReason: col.text().nullable(),
});

/** The key in the answer link of one letter, as its hash: who has the letter can answer for the invitee, and nothing else. */
export const answerKey = table("meetings_answer_key", {
  id: col.id(),
  meetingId: col.ref("meetings_meeting"),
  inviteeId: col.ref("meetings_invitee"),
  madeAt: col.instant(),
});

/** Who is expected, as what; and whether they were told and answered. */
export const invitee = table("meetings_invitee", {
  id: col.id(),
  meetingId: col.ref("meetings_meeting"),
  personId: col.ref("directory_person"),
  partyId: col.ref("meetings_party").nullable(),
  partyName: col.text(),
  kind: col.text(),
  position: col.int(),
  /** As the seat had them when the meeting was prepared. */
  marks: col.json<readonly SeatMark[]>().nullable(),
  rsvp: col.text(),
  rsvpAt: col.instant().nullable(),
  rsvpBy: col.ref("directory_person").nullable(),
  substituteId: col.ref("directory_person").nullable(),
  /** When a letter with the calendar entry was queued. */
  mailedAt: col.instant().nullable(),
  toldBy: col.text().nullable(),
  toldOn: col.date().nullable(),
  toldById: col.ref("directory_person").nullable(),
});
