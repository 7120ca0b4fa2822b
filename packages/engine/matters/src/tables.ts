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
  enteredBy: col.ref("directory_person"),
  /** Raised by the enterer without a name: then their name is not shown either. */
  isEntererHidden: col.bool(),
  raisedOn: col.date(),
  state: col.text(),
  warningCodes: col.json<readonly string[]>(),
  mergedIntoId: col.ref("matters_matter").nullable(),
  referredTo: col.text().nullable(),
  meetingId: col.text().nullable(),
  decisionId: col.text().nullable(),
  createdAt: col.instant(),
});

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
