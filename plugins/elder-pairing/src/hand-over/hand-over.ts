import { byId, everywhere, insertRows } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { Replaced } from "../keep-pairs/put-in-force.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import type { standIns } from "../words.js";
import { countAsAgreed } from "./count-as-agreed.js";

/** The three who sign: who leaves, who comes, and the elder or the family. */
export const signers = ["outgoing", "incoming", "elder"] as const;
export type Signer = (typeof signers)[number];

/** Opens a hand-over sheet for each primary helper who follows another. */
export async function openHandovers(
  { db, newId }: ElderPairingContext,
  replaced: readonly (Replaced & { readonly placePath: string })[],
  { day, reason }: { readonly day: string; readonly reason: string },
): Promise<void> {
  const rows = replaced.map(({ placePath, elderId, pairId, fromCadreId, toCadreId }) => ({
    ...{ id: newId(), placePath, elderId, pairId, fromCadreId, toCadreId, reason, openedOn: day, note: null },
    ...{ outgoingSignedAt: null, incomingSignedAt: null, elderSignedAt: null, signedFor: {}, doneOn: null, droppedOn: null },
  }));
  await insertRows(db, "elder_pairing_handover", rows);
}

export const findHandover = (db: ElderPairingDb, id: string) => byId(db, "elder_pairing_handover", id).selectAll().executeTakeFirst();
export type HandoverRow = NonNullable<Awaited<ReturnType<typeof findHandover>>>;

export async function getHandover({ db }: Pick<ElderPairingContext, "db">, id: string): Promise<HandoverRow> {
  const row = await findHandover(db, id);
  if (!row) throw errors.handoverUnknown({}, "params.handoverId");
  return row;
}

export const handoversOfPairs = (db: ElderPairingDb, elderId: string) =>
  everywhere(db, "elder_pairing_handover", "the history of one elder, whose place was checked")
    .selectAll()
    .where("elderId", "=", elderId)
    .where("droppedOn", "is", null)
    .orderBy("openedOn")
    .orderBy("id")
    .execute();

export interface Signed {
  readonly signer: Signer;
  /** Who signs for somebody who cannot: dead, abroad, unable to write; with the reason. */
  readonly forReason?: (typeof standIns)[number] | undefined;
  readonly note?: string | undefined;
}

/** One of the three signs; with the third the sheet is done, and the new helper and the elder have agreed. Signing twice changes nothing. Throws handoverDone, handoverDropped. */
export async function signHandover(ctx: ElderPairingContext, row: HandoverRow, { signer, forReason, note }: Signed): Promise<boolean> {
  const { db, clock, audit } = ctx;
  if (row.doneOn !== null) throw errors.handoverDone();
  if (row.droppedOn !== null) throw errors.handoverDropped();
  const at = { outgoing: row.outgoingSignedAt, incoming: row.incomingSignedAt, elder: row.elderSignedAt };
  const signed = { ...at, [signer]: at[signer] ?? clock.now() };
  const isDone = signers.every((one) => signed[one] !== null);
  // Who signs in person after a signature for them was taken back has signed themselves.
  const { [signer]: was, ...others } = row.signedFor;
  const reason = forReason ?? (at[signer] === null ? undefined : was);
  const signedFor = reason === undefined ? others : { ...others, [signer]: reason };
  await db
    .updateTable("elder_pairing_handover")
    .set({
      ...{ outgoingSignedAt: signed.outgoing, incomingSignedAt: signed.incoming, elderSignedAt: signed.elder },
      signedFor,
      doneOn: isDone ? clock.today() : null,
      ...(note && { note }),
    })
    .where("id", "=", row.id)
    .execute();
  audit("handover.sign", row.id, { signer, isDone });
  if (isDone) await countAsAgreed(ctx, { ...row, signedFor });
  return isDone;
}

/** What was to be told to whoever is first helper now, opened and logged; null where nothing was written. */
export async function toldAtHandover({ db, disclose }: Pick<ElderPairingContext, "db" | "disclose">, elderId: string): Promise<string | null> {
  const row = await everywhere(db, "elder_pairing_handover", "what the helpers of one elder, whose pair was checked, have to know")
    .innerJoin("elder_pairing_pair as pair", "pair.id", "elder_pairing_handover.pairId")
    .select("elder_pairing_handover.note")
    .where("elder_pairing_handover.elderId", "=", elderId)
    .where("elder_pairing_handover.droppedOn", "is", null)
    .where("elder_pairing_handover.note", "is not", null)
    .where("pair.untilOn", "is", null)
    .orderBy("elder_pairing_handover.openedOn", "desc")
    .orderBy("elder_pairing_handover.id", "desc")
    .executeTakeFirst();
  return row?.note ? (await disclose([row.note], "visit"))[0]! : null;
}
