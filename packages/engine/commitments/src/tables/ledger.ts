import { col, table } from "@lianxin/plugin-kit";

/** One piece of work that came out of something, with what counts as done. Its source is another plugin's business. */
export const part = table("commitments_part", {
  id: col.id(),
  placePath: col.place(),
  sourceKind: col.text(),
  sourceId: col.text(),
  sourceMeetingId: col.text().nullable(),
  sourceTitle: col.text(),
  /** The meeting by its name and number; null when it came from none, or was written down before this was kept. */
  sourceMeeting: col.text().nullable(),
  title: col.text(),
  standard: col.text(),
  openedOn: col.date(),
  openedAt: col.instant(),
  deferReason: col.text().nullable(),
  /** While it is put off: the day somebody looks at it again. */
  reviewOn: col.date().nullable(),
  /** Set when it is not to be done any more. */
  voidedOn: col.date().nullable(),
  /** Why it left the ledger: "merged", "withdrawn" or "void". */
  endedAs: col.text().nullable(),
  mergedIntoId: col.ref("commitments_part").nullable(),
  /** How often it was put off, returned by whom it was assigned to, and came back after it was closed; null is never. */
  deferCount: col.int().nullable(),
  bounceCount: col.int().nullable(),
  failedCount: col.int().nullable(),
  /** While nobody leads it: until when a lead is looked for, and what happens then. */
  seekUntil: col.date().nullable(),
  seekFallback: col.text().nullable(),
  seekOverOn: col.date().nullable(),
  /** What a report of it has to bring besides words. */
  evidenceNeeds: col.json<readonly string[]>().nullable(),
});

/** A part as the ledger lists it, kept in step with the part and the promise that holds it, so that fifty thousand lists and counts are cheap. */
export const line = table("commitments_line", {
  /** The part's. */
  id: col.id(),
  placePath: col.place(),
  title: col.text(),
  meetingId: col.text().nullable(),
  /** A light that no day changes: "gap", "todo", "track", "check", "hold" or "done". */
  phase: col.text(),
  soonOn: col.date().nullable(),
  dueOn: col.date().nullable(),
  closedOn: col.date().nullable(),
  commitmentId: col.ref("commitments_commitment").nullable(),
  organizationId: col.ref("directory_organization").nullable(),
  ownerId: col.ref("directory_person").nullable(),
  verifierId: col.ref("directory_person").nullable(),
  /** The last day something was done about it. */
  movedOn: col.date(),
});

/** How many lines of a place are done; its id is the place's path. Kept by every change of a line and checked by doctor. */
export const done = table("commitments_done", { id: col.id(), placePath: col.place(), count: col.int() });

/** A promise: one organisation and one person in it lead a part until a day. */
export const commitment = table("commitments_commitment", {
  id: col.id(),
  partId: col.ref("commitments_part"),
  placePath: col.place(),
  origin: col.text(),
  ownerOrganizationId: col.ref("directory_organization"),
  ownerId: col.ref("directory_person"),
  verifierId: col.ref("directory_person").nullable(),
  conditions: col.text().nullable(),
  /** The day it was first given; of the oldest ones only their start is known. */
  madeOn: col.date().nullable(),
  /** Moves when it is opened again. */
  startedOn: col.date(),
  dueOn: col.date(),
  /** The first day with four fifths of the time used. */
  soonOn: col.date(),
  /** Rises with each reopening: reminders count anew. */
  round: col.int(),
  /** The reminder to come, and the earliest day it may go out; none after the last. */
  nextStep: col.text().nullable(),
  nextStepOn: col.date().nullable(),
  state: col.text(),
  /** False once it was declined, handed over or taken back: the part is free again. */
  isActive: col.bool(),
  closedOn: col.date().nullable(),
  createdAt: col.instant(),
});

/** Organisations that help; they do not lead. */
export const supporter = table("commitments_supporter", {
  id: col.id(),
  commitmentId: col.ref("commitments_commitment"),
  organizationId: col.ref("directory_organization"),
});

/** What was reported as done, in words, and where the paper is. */
export const evidence = table("commitments_evidence", {
  id: col.id(),
  commitmentId: col.ref("commitments_commitment"),
  words: col.text(),
  paper: col.text().nullable(),
  addedBy: col.ref("directory_person").nullable(),
  forId: col.ref("directory_person").nullable(),
  addedAt: col.instant(),
});

/** What happened to a part and its commitments: one row an event, who for whom, never changed. */
export const entry = table("commitments_entry", {
  id: col.id(),
  partId: col.ref("commitments_part"),
  commitmentId: col.ref("commitments_commitment").nullable(),
  move: col.text(),
  fromState: col.text().nullable(),
  toState: col.text().nullable(),
  at: col.instant(),
  byId: col.ref("directory_person").nullable(),
  forId: col.ref("directory_person").nullable(),
  note: col.text().nullable(),
  /** How it reached the ledger when not through somebody's own screen: "slip", "paper", "phone". */
  via: col.text().nullable(),
});

/** Each step of reminding, once a round; "late" when it could go out only after the due day. */
export const reminder = table("commitments_reminder", {
  id: col.id(),
  commitmentId: col.ref("commitments_commitment"),
  round: col.int(),
  step: col.text(),
  outcome: col.text(),
  doneOn: col.date(),
});
