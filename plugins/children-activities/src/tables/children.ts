import { col, table } from "@lianxin/plugin-kit";

/** Who answers for a child. */
export const guardian = table("children_activities_guardian", {
  id: col.id(),
  placePath: col.place(),
  name: col.contact("id"),
  phone: col.contact("id"),
  phoneIndex: col.blind("phone"),
  /** How often the private link was given out: only the last one opens anything. */
  linkVersion: col.int().nullable(),
  createdAt: col.instant(),
});

/** What a guardian said about one purpose in one wording: yes or no, from a day, until one or until it is taken back. Kept as proof, with ids only. */
export const consent = table("children_activities_consent", {
  id: col.id(),
  /** No foreign key: the child is written after the consent, or not at all. */
  childId: col.text(),
  guardianId: col.ref("children_activities_guardian"),
  purpose: col.text(),
  answer: col.text(),
  textVersion: col.text(),
  programmeId: col.ref("children_activities_programme").nullable(),
  fromOn: col.date(),
  untilOn: col.date().nullable(),
  via: col.text(),
  givenAt: col.instant(),
  enteredById: col.ref("directory_person").nullable(),
  withdrawnAt: col.instant().nullable(),
  /** "guardian": they said no or had the child erased; "house": it ended with the child's data, and nobody took it back. */
  withdrawnBy: col.text().nullable(),
  /** Whoever gave it does not answer for the child any more: from then on it is neither a yes nor an objection. */
  endedAt: col.instant().nullable(),
});

/**
 * A child: name, month of birth, sex, school year, grid, nothing else. The row cannot exist without the guardian's consent to keep it. Health is a
 * reminder for those who lead, never a history.
 */
export const child = table("children_activities_child", {
  id: col.id(),
  placePath: col.place(),
  homeId: col.ref("children_activities_home"),
  dataConsentId: col.ref("children_activities_consent"),
  name: col.sensitive("id"),
  bornIn: col.sensitive("id"),
  health: col.sensitive("id").nullable(),
  /** The way home of a child who may go alone. */
  aloneRoute: col.sensitive("id").nullable(),
  ageBand: col.text().about("id"),
  isGirl: col.bool().about("id"),
  grade: col.text().nullable().about("id"),
  gridName: col.text().nullable().about("id"),
  createdAt: col.instant(),
  deletedAt: col.instant().nullable(),
  /** Asked for while the child was there: the data are erased once it is home. */
  eraseAskedAt: col.instant().nullable(),
  /** "guardian" on their own page, or "house". */
  eraseAskedBy: col.text().nullable(),
  /** When a guardian last put something right on their own page, and what. */
  ownCorrectedAt: col.instant().nullable(),
  ownCorrected: col.json<readonly string[]>().nullable(),
  version: col.int(),
});

export const kin = table("children_activities_kin", {
  id: col.id(),
  childId: col.ref("children_activities_child"),
  guardianId: col.ref("children_activities_guardian"),
  relation: col.text().about("childId"),
});

/** Who may take a child home: named by a guardian, for good or for one session. */
export const collector = table("children_activities_collector", {
  id: col.id(),
  childId: col.ref("children_activities_child"),
  name: col.contact("id"),
  phone: col.contact("id").nullable(),
  relation: col.text().about("id"),
  /** The only session it is good for. */
  sessionId: col.ref("children_activities_session").nullable(),
  namedById: col.ref("children_activities_guardian"),
  createdAt: col.instant(),
  endedAt: col.instant().nullable(),
  /** For one session: when the guardian confirmed it by code; before that it is good for nothing. */
  confirmedAt: col.instant().nullable(),
});
