import { col, table } from "@lianxin/plugin-kit";

/** Somebody else wants to lead a part that has a lead. */
export const counterClaim = table("commitments_counter_claim", {
  id: col.id(),
  partId: col.ref("commitments_part"),
  ownerOrganizationId: col.ref("directory_organization"),
  ownerId: col.ref("directory_person"),
  dueOn: col.date(),
  conditions: col.text().nullable(),
  words: col.text(),
  state: col.text(),
  madeById: col.ref("directory_person").nullable(),
  madeAt: col.instant(),
  decidedById: col.ref("directory_person").nullable(),
  decidedNote: col.text().nullable(),
  decidedAt: col.instant().nullable(),
});

/** A change of the lead, with both signatures. */
export const handOver = table("commitments_hand_over", {
  id: col.id(),
  commitmentId: col.ref("commitments_commitment"),
  toOrganizationId: col.ref("directory_organization"),
  toPersonId: col.ref("directory_person"),
  dueOn: col.date(),
  reason: col.text(),
  state: col.text(),
  proposedById: col.ref("directory_person").nullable(),
  proposedAt: col.instant(),
  giverSignedAt: col.instant().nullable(),
  takerSignedAt: col.instant().nullable(),
  refusedNote: col.text().nullable(),
});

/** A short code on paper for owners and residents without an account; only its keyed hash is kept. */
export const code = table("commitments_code", {
  id: col.id(),
  /** "slip" for the owner, "rating" for one resident. */
  kind: col.text(),
  commitmentId: col.ref("commitments_commitment"),
  hash: col.text(),
  state: col.text(),
  madeById: col.ref("directory_person").nullable(),
  madeAt: col.instant(),
  endedAt: col.instant().nullable(),
});

/** Codes that nobody has, by the keyed hash of their first half: too many within minutes, and none with that half is looked at for a while. */
export const codeTry = table("commitments_code_try", { id: col.id(), half: col.text().nullable(), triedAt: col.instant() });
