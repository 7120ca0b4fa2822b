import { col, table } from "@lianxin/plugin-kit";

/** What somebody has to do again and again: who, what, how often, how many times at least, from when to when. */
export const obligation = table("commitments_obligation", {
  id: col.id(),
  /** Which plugin's, "elder-pairing.visit", and its own key in it: registered once. */
  kind: col.text(),
  key: col.text(),
  placePath: col.place(),
  holderId: col.ref("directory_person"),
  title: col.text(),
  unit: col.text(),
  every: col.int(),
  isAligned: col.bool(),
  floor: col.int(),
  fromOn: col.date(),
  toOn: col.date().nullable(),
  /** The first day after the running period: then what was missed in it is told. None once it has ended. */
  closesOn: col.date().nullable(),
});

/** One time it was done, or one period in which it need not be. */
export const fulfilment = table("commitments_fulfilment", {
  id: col.id(),
  obligationId: col.ref("commitments_obligation"),
  /** "done" or "excused". */
  kind: col.text(),
  key: col.text(),
  /** The day it was done, or the first day of the period that is excused. */
  onDay: col.date(),
  reason: col.text().nullable(),
});
