import { col, table } from "@lianxin/plugin-kit";

/** Why somebody is where they are, in numbers. */
export interface Because {
  /** Their place in the line of turns, from 1. */
  readonly turn: number;
  /** How often they were at this site before. */
  readonly visits: number;
  readonly knowsSite: boolean;
}

/** Somebody who helps: a person of the directory, or somebody known by name and phone alone. */
export const volunteer = table("volunteer_days_volunteer", {
  id: col.id(),
  placePath: col.place(),
  name: col.text().about("id"),
  nameKey: col.text().about("id"),
  phone: col.contact("id").nullable(),
  phoneIndex: col.blind("phone"),
  /** The number before the last change at the desk, for as long as that can be taken back; null: there was none. */
  phoneBefore: col.contact("id").nullable(),
  /** When the desk changed the number; null: not within a day. */
  phoneChangedAt: col.instant().nullable(),
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
  /** What they can do, "急救、电工"; null: nobody wrote it down. */
  skills: col.text().about("id").nullable(),
  /** How often they had the address of their calendar changed; null: never. */
  feedTurn: col.int().nullable(),
  /** The last day of a pause they asked for; the rota leaves them out until then. */
  rotaPausedUntil: col.date().nullable(),
  /** When they left the rota by their own word, so that they may come back by it. */
  leftRotaAt: col.instant().nullable(),
  /** When the desk took them off the rota, so that a slip of the hand can be taken back. */
  takenOffAt: col.instant().nullable(),
  /** The series whose rota they said yes to; null of a yes from before that was kept: those there were then. */
  rotaSeriesIds: col.json<readonly string[]>().nullable(),
  /** Since when they are asked for single series no more, by series, while others still are; null: for none. */
  leftSeries: col.json<Readonly<Record<string, string>>>().nullable(),
  /** As whom one human goes on who was written down twice, so that a calendar that was subscribed to under this name goes on; null: nobody else. */
  joinedIntoId: col.ref("volunteer_days_volunteer").nullable(),
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
  /** While a free place is offered to who waited: until when they may say yes. */
  offeredUntil: col.instant().nullable(),
  /** Where they asked to come first, whatever place they were moved to since; null: before this was kept. Decides their task. */
  firstPostId: col.ref("volunteer_days_post").nullable(),
  /** Why the rota placed them here; null: it did not, or they were moved since. */
  because: col.json<Because>().nullable(),
});

/** Somebody asked to stand in for a place; its holder stays responsible until one says yes. */
export const standIn = table("volunteer_days_stand_in", {
  id: col.id(),
  dayId: col.ref("volunteer_days_day"),
  signUpId: col.ref("volunteer_days_sign_up"),
  volunteerId: col.ref("volunteer_days_volunteer"),
  /** asked, accepted, declined, or closed as another one said yes. */
  state: col.text(),
  askedAt: col.instant(),
  answeredAt: col.instant().nullable(),
});

/** Two who would swap their places; both stand until the one asked says yes. */
export const swap = table("volunteer_days_swap", {
  id: col.id(),
  fromSignUpId: col.ref("volunteer_days_sign_up"),
  toSignUpId: col.ref("volunteer_days_sign_up"),
  /** asked, accepted, declined. */
  state: col.text(),
  askedAt: col.instant(),
  answeredAt: col.instant().nullable(),
});
