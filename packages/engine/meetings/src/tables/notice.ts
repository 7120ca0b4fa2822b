import { col, table } from "@lianxin/plugin-kit";

/** The minutes as they were put up: frozen with their hash. */
export const publicNotice = table("meetings_public_notice", {
  id: col.id(),
  placePath: col.place(),
  meetingId: col.ref("meetings_meeting"),
  title: col.text().as("public"),
  page: col.text().as("public"),
  hash: col.text().as("public"),
  fromOn: col.date(),
  toOn: col.date(),
  postedBy: col.ref("directory_person").nullable(),
  postedAt: col.instant(),
  /** "up" (null in older rows), "objected", "faulted" (an objection had something in it), "settled" or "withdrawn". */
  state: col.text().nullable(),
  /** Why it was taken down; anybody may read it. */
  endReason: col.text().nullable().as("public"),
  endedAt: col.instant().nullable(),
  endedBy: col.ref("directory_person").nullable(),
});

/** Somebody is of another opinion while a notice is up (异议). Only the community reads it; nobody has to say who they are. */
export const objection = table("meetings_objection", {
  id: col.id(),
  noticeId: col.ref("meetings_public_notice"),
  words: col.text(),
  name: col.text().about("id").nullable(),
  state: col.text(),
  raisedAt: col.instant(),
  answer: col.text().nullable(),
  answeredAt: col.instant().nullable(),
  answeredBy: col.ref("directory_person").nullable(),
});
