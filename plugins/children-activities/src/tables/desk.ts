import { col, table } from "@lianxin/plugin-kit";

/** A code that is good once: to take a child home, to allow somebody for one day, to open a guardian's page. The digits are made from its id. */
export const code = table("children_activities_code", {
  id: col.id(),
  kind: col.text(),
  guardianId: col.ref("children_activities_guardian").nullable(),
  attendanceId: col.ref("children_activities_attendance").nullable(),
  /** Who is to be allowed by it. */
  collectorId: col.ref("children_activities_collector").nullable(),
  tries: col.int(),
  createdAt: col.instant(),
  expiresAt: col.instant(),
  usedAt: col.instant().nullable(),
});

/** A child nobody collected: what was done, step by step. */
export const ladderStep = table("children_activities_ladder_step", {
  id: col.id(),
  attendanceId: col.ref("children_activities_attendance"),
  step: col.text(),
  at: col.instant(),
  byId: col.ref("directory_person").nullable(),
  secondId: col.ref("directory_person").nullable(),
  /** Why it was done before its time, one word of a few. */
  hurry: col.text().nullable(),
});

/** When a line was struck out as wrong, and why, one word of a few; it counts and is shown to a guardian no more. */
const struck = { struckAt: col.instant().nullable(), struckReason: col.text().nullable() };

/** Something happened. Of a disclosure of harm no word is kept here: `words` stays empty. */
export const incident = table("children_activities_incident", {
  id: col.id(),
  placePath: col.place(),
  sessionId: col.ref("children_activities_session"),
  /** Whose row it is in the log: the child, or the incident itself when none is named. */
  subjectId: col.text(),
  kind: col.text(),
  at: col.instant(),
  words: col.sensitive("subjectId").nullable(),
  byId: col.ref("directory_person").nullable(),
  ...struck,
  /** The line that this one puts right. */
  replacesId: col.text().nullable(),
});

/** That a mandatory report was made: when, to which office, under which number. Neither child nor content. */
export const report = table("children_activities_report", {
  id: col.id(),
  placePath: col.place(),
  sessionId: col.ref("children_activities_session").nullable(),
  office: col.text(),
  reportedAt: col.instant(),
  receipt: col.text().nullable(),
  byId: col.ref("directory_person").nullable(),
  ...struck,
});
