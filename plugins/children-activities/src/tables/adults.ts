import { col, table } from "@lianxin/plugin-kit";

/** An adult who may be with children, a person of the directory. */
export const adult = table("children_activities_adult", {
  id: col.id(),
  placePath: col.place(),
  personId: col.ref("directory_person"),
  kind: col.text(),
  isWoman: col.bool(),
  /** Adults of one group are relatives of each other. */
  familyGroup: col.text().nullable().about("personId"),
  firstAidUntil: col.date().nullable(),
  trainedOn: col.date().nullable(),
  joinedAt: col.instant(),
  leftAt: col.instant().nullable(),
});

/** That a record was looked up, when, what for and with what verdict; the document itself is never kept. */
export const recordCheck = table("children_activities_record_check", {
  id: col.id(),
  adultId: col.ref("children_activities_adult"),
  scope: col.text(),
  checkedOn: col.date(),
  untilOn: col.date(),
  verdict: col.text(),
  /** Who looked it up, "派出所". */
  source: col.text(),
  recordedById: col.ref("directory_person").nullable(),
  recordedAt: col.instant(),
  revokedAt: col.instant().nullable(),
});

/** A row that went over to the person its own was merged into, so that undoing the merge gives it back. */
export const followed = table("children_activities_followed", {
  id: col.id(),
  keptId: col.ref("directory_person"),
  mergedId: col.ref("directory_person"),
  kind: col.text(),
  rowId: col.text(),
});

/** An adult's duty at a session: planned, suspended for want of a check, present, left. Who comes back has a second one. */
export const post = table("children_activities_post", {
  id: col.id(),
  sessionId: col.ref("children_activities_session"),
  adultId: col.ref("children_activities_adult"),
  state: col.text(),
  plannedAt: col.instant(),
  arrivedAt: col.instant().nullable(),
  leftAt: col.instant().nullable(),
  leftReason: col.text().nullable(),
});
