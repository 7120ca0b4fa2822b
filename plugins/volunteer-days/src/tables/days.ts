import { col, table } from "@lianxin/plugin-kit";

/** What a post asks for, as it is copied to each day. */
export interface PostSpec {
  readonly kind: "leader" | "skilled" | "member";
  readonly title: string;
  readonly least: number;
  readonly most: number;
  readonly isAdultsOnly: boolean;
  /** What one has to know for a post of the kind "skilled", in a word or two; the others have none. */
  readonly skill?: string | null | undefined;
}

/** What comes again: "every Thursday 08:30–10:30". Times are the community's wall clock. */
export const series = table("volunteer_days_series", {
  id: col.id(),
  placePath: col.place(),
  title: col.text().as("public"),
  weekday: col.int(),
  startTime: col.text().as("public"),
  endTime: col.text().as("public"),
  fromOn: col.date(),
  untilOn: col.date().nullable(),
  meetingPoint: col.text().as("public"),
  tools: col.text().as("public").nullable(),
  hazards: col.text().as("public").nullable(),
  /** Accident insurance in words: who is covered, whom to call. */
  insurance: col.text().nullable(),
  insurer: col.text().nullable(),
  policyNumber: col.text().nullable(),
  /** Both days included; tasks of danger are closed on others. */
  insuredFrom: col.date().nullable(),
  insuredUntil: col.date().nullable(),
  createdAt: col.instant(),
  createdById: col.ref("directory_person").nullable(),
  /** The part of a decision nobody claimed that it is published for. */
  workPartId: col.ref("commitments_part").nullable(),
});

/** A place where a team works, week after week. */
export const site = table("volunteer_days_site", {
  id: col.id(),
  seriesId: col.ref("volunteer_days_series"),
  placeId: col.ref("directory_place"),
  name: col.text().as("public"),
  work: col.text().as("public"),
  meetingPoint: col.text().as("public").nullable(),
  position: col.int(),
  posts: col.json<readonly PostSpec[]>(),
  closedOn: col.date().nullable(),
});

/** One date of a series. Its original date is what it is, wherever it is moved: it is never made a second time. */
export const day = table("volunteer_days_day", {
  id: col.id(),
  seriesId: col.ref("volunteer_days_series"),
  placePath: col.place(),
  originalOn: col.date(),
  heldOn: col.date(),
  startsAt: col.instant(),
  endsAt: col.instant(),
  state: col.text(),
  /** The holiday it is held on for a reason, else the one its original date falls on, while nobody has decided, and after. */
  holiday: col.text().as("public").nullable(),
  /** Why it takes place on that holiday all the same; null: it does not. */
  holidayWhy: col.text().as("public").nullable(),
  reason: col.text().as("public").nullable(),
  words: col.text().as("public").nullable(),
  meetingPoint: col.text().as("public").nullable(),
  /** Rises with each change that people are told of. */
  sequence: col.int(),
  /** The last sign-up number given: the order in which people came. */
  lastNumber: col.int(),
});

/** A team at a site on a day. */
export const shift = table("volunteer_days_shift", { id: col.id(), dayId: col.ref("volunteer_days_day"), siteId: col.ref("volunteer_days_site") });

/** A role in a team with its places; taken and waiting are counted in the transaction that changes them. */
export const post = table("volunteer_days_post", {
  id: col.id(),
  dayId: col.ref("volunteer_days_day"),
  shiftId: col.ref("volunteer_days_shift"),
  siteId: col.ref("volunteer_days_site"),
  kind: col.text(),
  title: col.text().as("public"),
  least: col.int(),
  most: col.int(),
  isAdultsOnly: col.bool(),
  taken: col.int(),
  waiting: col.int(),
  /** What one has to know for it; null: nothing. */
  skill: col.text().as("public").nullable(),
  /** What was done on a date that had begun before its site got other work; null: what the site says. */
  keptWork: col.text().as("public").nullable(),
});
