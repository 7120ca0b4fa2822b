import { col, table } from "@lianxin/plugin-kit";
import type { Because } from "../plan-pairs/pair-facts.js";

/** Who answers for an elder, from when to when; rows are ended, never overwritten. From `fromOn` to the day before `untilOn`. */
export const pair = table("elder_pairing_pair", {
  id: col.id(),
  placePath: col.place(),
  townPath: col.text(),
  elderId: col.ref("elder_pairing_elder"),
  cadreId: col.ref("elder_pairing_cadre"),
  /** primary, backup, or cover: for a time, while both others are away. */
  role: col.text(),
  fromOn: col.date(),
  untilOn: col.date().nullable(),
  /** The day both sides had said yes: until then the backup answers. A backup and a cover answer from their first day. */
  effectiveOn: col.date().nullable(),
  /** Chosen by hand: the matching leaves it as it is. */
  isPinned: col.bool(),
  startReason: col.text(),
  endReason: col.text().nullable(),
  because: col.json<Because>(),
  cadreAgreedAt: col.instant().nullable(),
  elderAgreedAt: col.instant().nullable(),
  /** Who wrote down that the elder agreed. */
  elderAgreedBy: col.text().nullable(),
  createdAt: col.instant(),
  /** When the cadre was written to about it; null: not yet. */
  toldAt: col.instant().nullable(),
});

/** One matching that was put in force: what it cost and that it was proved. */
export const run = table("elder_pairing_run", {
  id: col.id(),
  placePath: col.place(),
  ranOn: col.date(),
  ranBy: col.text(),
  paired: col.int(),
  unserved: col.int(),
  moves: col.int(),
  givenUp: col.int(),
  isCertified: col.bool(),
  createdAt: col.instant(),
});

/** An elder nobody can come to on a day, and why: found the same day. */
export const alarm = table("elder_pairing_alarm", {
  id: col.id(),
  placePath: col.place(),
  elderId: col.ref("elder_pairing_elder"),
  onDay: col.date(),
  /** Cadres who could take so many, where so many elders need one. */
  need: col.int(),
  offer: col.int(),
  createdAt: col.instant(),
});

/** The sheet that one helper hands an elder over to the next by (交接单); done when all three have signed. */
export const handover = table("elder_pairing_handover", {
  id: col.id(),
  placePath: col.place(),
  elderId: col.ref("elder_pairing_elder"),
  pairId: col.ref("elder_pairing_pair"),
  fromCadreId: col.ref("elder_pairing_cadre"),
  toCadreId: col.ref("elder_pairing_cadre"),
  reason: col.text(),
  openedOn: col.date(),
  /** What the next one should know, in the words of the one who leaves. */
  note: col.sensitive("elderId").nullable(),
  outgoingSignedAt: col.instant().nullable(),
  incomingSignedAt: col.instant().nullable(),
  /** The elder, or the family. */
  elderSignedAt: col.instant().nullable(),
  /** Why another signed for one of the three: deceased, left, cannot or away. */
  signedFor: col.json<Readonly<Record<string, string>>>(),
  doneOn: col.date().nullable(),
  /** Nobody needs it any more: the one who was to come never came, or the elder is gone. */
  droppedOn: col.date().nullable(),
});
