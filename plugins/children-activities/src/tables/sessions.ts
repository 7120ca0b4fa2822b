import { col, table } from "@lianxin/plugin-kit";
import type { Outlook } from "../judge-safety/foresee.js";

/** One date of a programme. */
export const session = table("children_activities_session", {
  id: col.id(),
  programmeId: col.ref("children_activities_programme"),
  homeId: col.ref("children_activities_home"),
  placePath: col.place(),
  heldOn: col.date(),
  startsAt: col.instant(),
  endsAt: col.instant(),
  state: col.text(),
  openedAt: col.instant().nullable(),
  closedAt: col.instant().nullable(),
  /** This one date was called off, and stays so whatever becomes of the plan, until somebody says that it is held after all. */
  calledOffAt: col.instant().nullable(),
  calledOffReason: col.text().nullable(),
  /** What it was before that. */
  calledOffState: col.text().nullable(),
  /** Families could read of it once, whatever became of it. */
  wasPublished: col.bool().nullable(),
  /** The hours that were last said to families and adults, while the plan is changed and not published anew. */
  saidStartsAt: col.instant().nullable(),
  saidEndsAt: col.instant().nullable(),
  /** What is broken from when on, as far as is known; written anew with whatever changes it. */
  outlook: col.json<readonly Outlook[]>(),
  children: col.int(),
  adults: col.int(),
  countedAt: col.instant().nullable(),
  /** Rises with each change, so that a board knows whether it is behind. */
  version: col.int(),
});

/** A child at a session. What is counted later stands here, so that it still counts when the child's data are gone. */
export const attendance = table("children_activities_attendance", {
  id: col.id(),
  sessionId: col.ref("children_activities_session"),
  childId: col.ref("children_activities_child"),
  state: col.text(),
  ageBand: col.text(),
  isGirl: col.bool(),
  wearsPhotoBadge: col.bool(),
  enrolledAt: col.instant(),
  arrivedAt: col.instant().nullable(),
  departedAt: col.instant().nullable(),
  absenceCalledAt: col.instant().nullable(),
  /** When its date was called off while it was on the list: so it is known who comes back with it. */
  calledOffAt: col.instant().nullable(),
  collectorId: col.ref("children_activities_collector").nullable(),
  /** The guardian who came for it. */
  guardianId: col.ref("children_activities_guardian").nullable(),
  /** "consent": a guardian took a consent back, so that a new one puts the child on the list again; "erased": its data are gone. */
  offReason: col.text().nullable(),
  /** Since when it is off the list for that. */
  offAt: col.instant().nullable(),
});

/** From when until when which rules were broken while a session was open. */
export const alarm = table("children_activities_alarm", {
  id: col.id(),
  sessionId: col.ref("children_activities_session"),
  fromAt: col.instant(),
  untilAt: col.instant().nullable(),
  codes: col.json<readonly string[]>(),
});

/** An emergency: two people let a session go on although a rule is broken, for a time. */
export const override = table("children_activities_override", {
  id: col.id(),
  sessionId: col.ref("children_activities_session"),
  reason: col.text(),
  codes: col.json<readonly string[]>(),
  askedById: col.ref("directory_person"),
  /** The account behind it: who confirms has another one. */
  askedAccount: col.text().nullable(),
  askedAt: col.instant(),
  confirmedById: col.ref("directory_person").nullable(),
  confirmedAt: col.instant().nullable(),
  untilAt: col.instant(),
});

export const headCount = table("children_activities_head_count", {
  id: col.id(),
  sessionId: col.ref("children_activities_session"),
  at: col.instant(),
  counted: col.int(),
  present: col.int(),
  byId: col.ref("directory_person").nullable(),
});
