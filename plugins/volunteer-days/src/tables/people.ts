import { col, table } from "@lianxin/plugin-kit";

/** Somebody who helps: a person of the directory, or somebody known by name and phone alone. */
export const volunteer = table("volunteer_days_volunteer", {
  id: col.id(),
  placePath: col.place(),
  name: col.text().about("id"),
  nameKey: col.text().about("id"),
  phone: col.contact("id").nullable(),
  phoneIndex: col.blind("phone"),
  personId: col.ref("directory_person").nullable(),
  /** Said yes to being put on the rota; null: comes when they sign up. */
  joinedRotaAt: col.instant().nullable(),
  mayLead: col.bool(),
  isReserve: col.bool(),
  /** Sites they know: they live or work there. */
  knownSiteIds: col.json<readonly string[]>(),
  createdAt: col.instant(),
  /** As they said when they joined the rota; null: nobody asked. */
  ageBand: col.text().about("id").nullable(),
  /** When a guardian agreed to a minor's helping. */
  guardianAgreedOn: col.date().nullable(),
});

/** A place asked for on a day. Never deleted: what ended says when and why. */
export const signUp = table("volunteer_days_sign_up", {
  id: col.id(),
  dayId: col.ref("volunteer_days_day"),
  postId: col.ref("volunteer_days_post"),
  volunteerId: col.ref("volunteer_days_volunteer"),
  state: col.text(),
  /** The day's count when they came: 12 in "0917-12". */
  number: col.int(),
  via: col.text(),
  ageBand: col.text().about("volunteerId"),
  hasGuardian: col.bool(),
  /** Rises with each change their calendar is told of. */
  sequence: col.int(),
  enteredById: col.ref("directory_person").nullable(),
  createdAt: col.instant(),
  confirmedAt: col.instant().nullable(),
  endedAt: col.instant().nullable(),
  endReason: col.text().nullable(),
  arrivedAt: col.instant().nullable(),
  leftAt: col.instant().nullable(),
  isAbsent: col.bool(),
});
