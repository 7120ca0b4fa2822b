import { col, table } from "@lianxin/plugin-kit";
import type { AgeBand } from "../judge-safety/age-bands.js";
import type { Counts } from "../judge-safety/count-adults.js";

/** Somebody who answers for a place said that the safeguarding duties are known and met; nothing works there without. */
export const confirmation = table("children_activities_confirmation", {
  id: col.id(),
  placePath: col.place(),
  confirmedById: col.ref("directory_person"),
  confirmedAt: col.instant(),
  textVersion: col.text(),
  endedAt: col.instant().nullable(),
});

/** Closed at the end of one day, open again on the other. */
export interface Closure {
  readonly closedOn: string;
  readonly reopenedOn: string;
}

/** A children's home (儿童之家): a venue of the directory, with the children's director who answers for it. Hours and equipment are the venue's. */
export const home = table("children_activities_home", {
  id: col.id(),
  placePath: col.place(),
  venueId: col.ref("directory_venue"),
  directorId: col.ref("directory_person"),
  rooms: col.json<readonly string[]>(),
  openedOn: col.date().nullable(),
  closedOn: col.date().nullable(),
  /** When it was closed before and opened again, oldest first; null: never, or before this was kept. */
  closures: col.json<readonly Closure[]>().nullable(),
  version: col.int(),
});

/** What is done with children, once or on certain weekdays between two days; the plan and all it has to say. */
export const programme = table("children_activities_programme", {
  id: col.id(),
  homeId: col.ref("children_activities_home"),
  placePath: col.place(),
  title: col.text().as("public"),
  purpose: col.text().as("public"),
  /** The room of the home it takes; none: the whole home. */
  room: col.text().nullable(),
  bands: col.json<readonly AgeBand[]>(),
  /** Places by age band. */
  expected: col.json<Counts>(),
  packId: col.text(),
  mode: col.text(),
  /** Why the way of counting was changed. */
  modeNote: col.text().nullable(),
  /** Outdoors or near water. */
  isRisky: col.bool(),
  weekdays: col.json<readonly number[]>(),
  fromOn: col.date(),
  untilOn: col.date(),
  startTime: col.text().as("public"),
  endTime: col.text().as("public"),
  /** The last day to enrol. */
  closesOn: col.date(),
  emergencyPlan: col.text().nullable(),
  insurance: col.text().nullable(),
  createdAt: col.instant(),
  createdById: col.ref("directory_person").nullable(),
  version: col.int(),
});

/** The children's director and the community signed a plan as it was in that version; a changed plan is signed anew. */
export const signOff = table("children_activities_sign_off", {
  id: col.id(),
  programmeId: col.ref("children_activities_programme"),
  kind: col.text(),
  planVersion: col.int(),
  personId: col.ref("directory_person"),
  account: col.text().nullable(),
  at: col.instant(),
});
