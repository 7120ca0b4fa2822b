import { col, table } from "@lianxin/plugin-kit";

/** Days on which the owner could not go on, why, and what is waited for. */
export const block = table("commitments_block", {
  id: col.id(),
  commitmentId: col.ref("commitments_commitment"),
  state: col.text(),
  kind: col.text(),
  reason: col.text(),
  /** Another part that has to be done first. */
  waitsForId: col.ref("commitments_part").nullable(),
  fromOn: col.date(),
  reviewOn: col.date(),
  toOn: col.date().nullable(),
  byId: col.ref("directory_person").nullable(),
});

/** Days for which a part was put off: nobody is late with what the community itself let rest. */
export const deferral = table("commitments_deferral", {
  id: col.id(),
  partId: col.ref("commitments_part"),
  fromOn: col.date(),
  /** The first day it was to be done again; null while it rests. */
  toOn: col.date().nullable(),
});

/** More time, leave to drop the work, or to give back what was assigned: asked with a reason, decided by somebody else. */
export const request = table("commitments_request", {
  id: col.id(),
  partId: col.ref("commitments_part"),
  commitmentId: col.ref("commitments_commitment").nullable(),
  /** "extension", "void" or "return". */
  kind: col.text(),
  reason: col.text(),
  wantedDueOn: col.date().nullable(),
  state: col.text(),
  askedById: col.ref("directory_person").nullable(),
  askedAt: col.instant(),
  decidedById: col.ref("directory_person").nullable(),
  decidedNote: col.text().nullable(),
  decidedAt: col.instant().nullable(),
});

/** Who checks a promise; each passes the report that waits, or sends it back. */
export const verifier = table("commitments_verifier", {
  id: col.id(),
  commitmentId: col.ref("commitments_commitment"),
  personId: col.ref("directory_person"),
  passedAt: col.instant().nullable(),
});

/** What one resident says of one piece of work: was it solved, and are they satisfied. */
export const rating = table("commitments_rating", {
  id: col.id(),
  commitmentId: col.ref("commitments_commitment"),
  round: col.int(),
  resolved: col.text(),
  satisfied: col.text(),
  comment: col.text().nullable(),
  raterId: col.ref("directory_person").nullable(),
  enteredById: col.ref("directory_person").nullable(),
  /** "account", "code" or "paper". */
  via: col.text(),
  ratedAt: col.instant(),
});
