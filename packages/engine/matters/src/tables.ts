import { col, table, view } from "@lianxin/plugin-kit";

/** What somebody raised, at a place. Free text names people by reference only. */
export const matter = table("matters_matter", {
  id: col.id(),
  number: col.text(),
  title: col.text(),
  detail: col.text().nullable(),
  wish: col.text().nullable(),
  placeId: col.ref("directory_place"),
  placePath: col.place(),
  /** More exactly where: "东侧，6 栋背后". */
  spot: col.text().nullable(),
  reportedBy: col.ref("directory_person").nullable(),
  /** A person of the directory; for a matter raised without an account the guest's own id. */
  enteredBy: col.text(),
  /** Raised by the enterer without a name: then their name is not shown either. */
  isEntererHidden: col.bool(),
  raisedOn: col.date(),
  state: col.text(),
  warningCodes: col.json<readonly string[]>(),
  mergedIntoId: col.ref("matters_matter").nullable(),
  /** Who has it, by name; null of what was sent out while nobody leads it. */
  referredTo: col.text().nullable(),
  meetingId: col.text().nullable(),
  decisionId: col.text().nullable(),
  createdAt: col.instant(),
  /** The community or village around the place: what a number is unique in and duplicates are looked for in. */
  communityPath: col.text().nullable(),
  /** The face of the list its state is under, kept beside the state so that an index gives the list in order. */
  stage: col.text().nullable(),
  /** How it came: visit, phone, paper, talk, public … */
  channel: col.text().nullable(),
  /** Who is affected, as people say it: "6 栋 3 单元", "42 号 3 户". */
  affected: col.json<readonly string[]>().nullable(),
  /** The day by which whoever raised it gets a first answer; null when no calendar of that year is loaded. */
  replyBy: col.date().nullable(),
  splitFromId: col.ref("matters_matter").nullable(),
  guestId: col.ref("matters_guest").nullable(),
  /** The meeting (社区夜话) at which it was said. */
  talkId: col.text().nullable(),
  /** The remark it was there, by the id of the command that recorded it. */
  remarkId: col.text().nullable(),
  /** What work for it is still open in the ledger, by its titles; null when nothing was ever told of it. */
  openWork: col.json<readonly string[]>().nullable(),
  /** Whose word, or which steps, the decision on it waits for; null when it has effect or there is none. */
  awaits: col.text().nullable(),
  /** One household's own affair (一家一户的事): handed to somebody directly, never screened for a meeting; null of what was raised before that was told apart. */
  isPersonal: col.bool().nullable(),
});

/** Somebody without an account who raised a matter; known to nobody else, and only as they called themselves. */
export const guest = table("matters_guest", {
  id: col.id(),
  name: col.text().about("id").nullable(),
  phone: col.contact("id").nullable(),
  createdAt: col.instant(),
});

/** A matter sent to a unit (派单): one row each time it is sent; what came of it is written beside it. */
export const referral = table("matters_referral", {
  id: col.id(),
  matterId: col.ref("matters_matter"),
  /** An organisation of the directory; null for a unit known by its name only. */
  unitId: col.ref("directory_organization").nullable(),
  unitName: col.text(),
  /** 科室: where in the unit. */
  office: col.text().nullable(),
  isLead: col.bool(),
  state: col.text(),
  sentAt: col.instant(),
  sentBy: col.ref("directory_person").nullable(),
  acceptedAt: col.instant().nullable(),
  settledAt: col.instant().nullable(),
  /** Why it was sent back, or what the unit answered. */
  words: col.text().nullable(),
  /** The returned referral this one replaces. */
  insteadOfId: col.ref("matters_referral").nullable(),
  /** Somebody it was handed to themselves instead of a unit; `unitName` is their name then. */
  personId: col.ref("directory_person").nullable(),
});

/** How many matters of each state there are at a place; its id is "<path> <state>". Kept with every move, so that counting reads no matters. */
export const tally = table("matters_tally", { id: col.id(), placePath: col.place(), state: col.text(), count: col.int() });

/** The seven questions asked of a matter, and what came of them. */
export const screening = table("matters_screening", {
  id: col.id(),
  matterId: col.ref("matters_matter"),
  answers: col.json<Readonly<Record<string, boolean>>>(),
  outcome: col.text(),
  reason: col.text().nullable(),
  screenedBy: col.ref("directory_person").nullable(),
  screenedAt: col.instant(),
});

/** What happened to a matter: one row an event, never changed. */
export const entry = table("matters_entry", {
  id: col.id(),
  matterId: col.ref("matters_matter"),
  move: col.text(),
  fromState: col.text().nullable(),
  toState: col.text(),
  at: col.instant(),
  byId: col.ref("directory_person").nullable(),
  forId: col.ref("directory_person").nullable(),
  note: col.text().nullable(),
  /** The note as somebody with a private link and no account reads it, where it names somebody; null when the note itself may be read. */
  openNote: col.text().nullable(),
});

/** The last number given at a community in a year; its id is "<path> <year>". */
export const counter = table("matters_counter", { id: col.id(), last: col.int() });

export const v1Matter = view({
  id: col.id(),
  number: col.text(),
  title: col.text(),
  state: col.text(),
  placePath: col.place(),
  raisedOn: col.date(),
  meetingId: col.text().nullable(),
  decisionId: col.text().nullable(),
});
