import { errors } from "../errors.js";
import { uncountAgreed } from "../hand-over/count-as-agreed.js";
import { signers, type HandoverRow, type Signer } from "../hand-over/hand-over.js";
import { placeNowOf } from "../keep-people/people.repository.js";
import type { ElderPairingContext } from "../plugin.js";
import { dayOf } from "../tell-time/tell-time.js";
import type { unsignReasons } from "../words.js";

const column = { outgoing: "outgoingSignedAt", incoming: "incomingSignedAt", elder: "elderSignedAt" } as const;
type Clock = Pick<ElderPairingContext, "clock">;

/** May a signature be taken back: on any day until all three have signed, later on the day of that signature. */
const isFree = ({ clock }: Clock, row: HandoverRow, signer: Signer): boolean => {
  const at = row[column[signer]];
  return at !== null && row.droppedOn === null && (row.doneOn === null || dayOf(at, clock.zone) === clock.today());
};
export const freeSignatures = (ctx: Clock, row: HandoverRow): Signer[] => signers.filter((signer) => isFree(ctx, row, signer));

/**
 * A signature that was pressed by mistake is none, with who signed for whom; a sheet that was done waits again, and so do the two whose yes it was. Throws handoverDropped, notSigned, signedLate once
 * all three have signed and the day of that signature is over.
 */
export async function unsignHandover(
  ctx: ElderPairingContext,
  row: HandoverRow,
  { signer, reason }: { readonly signer: Signer; readonly reason: (typeof unsignReasons)[number] },
): Promise<void> {
  const { db, clock, audit } = ctx;
  if (row.droppedOn !== null) throw errors.handoverDropped();
  if (row[column[signer]] === null) throw errors.notSigned({}, "body.signer");
  if (!isFree({ clock }, row, signer)) throw errors.signedLate();
  const { [signer]: _, ...signedFor } = row.signedFor;
  await db
    .updateTable("elder_pairing_handover")
    .set({ [column[signer]]: null, signedFor, doneOn: null, placePath: await placeNowOf(db, row) })
    .where("id", "=", row.id)
    .execute();
  audit("handover.unsign", row.id, { signer, reason });
  if (row.doneOn !== null) await uncountAgreed(ctx, row);
}
