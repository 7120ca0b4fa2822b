import type { LetterSender, OpenLetter } from "../send-letters/sender.js";
import type { OutboxRow } from "../write-lane/records.js";
import type { Outcome } from "./outbox-state.js";

/** Opens a sealed address; undefined when its person was erased. */
export type OpenAddress = (sealed: string) => Promise<string | undefined>;

interface StoredLetter {
  /** Without a person it is an office's, and its address is not sealed. */
  readonly to: { readonly personId: string | null; readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly calendar: OpenLetter["calendar"] | null;
  readonly file?: { readonly name: string; readonly type: string; readonly base64: string };
}

/** Hands a letter to its sender; without one it is rehearsed: recorded, its address never opened. @throws DeliveryFailure */
export async function deliverLetter(row: OutboxRow, sender: LetterSender | undefined, open: OpenAddress): Promise<Outcome> {
  if (!sender) return { state: "rehearsed" };
  const { to, subject, text, calendar, file } = JSON.parse(row.payload) as StoredLetter;
  const address = to.personId === null ? to.address : await open(to.address);
  if (address === undefined) return { state: "dropped", error: "ADDRESS_ERASED" };
  const enclosed = file && { file: { name: file.name, type: file.type, bytes: Buffer.from(file.base64, "base64") } };
  await sender.send({ id: row.id, to: { name: to.name, address }, subject, text, calendar: calendar ?? undefined, ...enclosed });
  return { state: "done" };
}
