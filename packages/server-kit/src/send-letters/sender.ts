/** A letter whose address has been opened for its delivery, and for nothing else. */
export interface OpenLetter {
  /** Stable over every attempt; the Message-ID and the gateway's idempotency key come from it. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly ics: string } | undefined;
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
}

/** Hands letters to a channel. Resolves when the channel has taken the letter; throws DeliveryFailure. */
export interface LetterSender {
  send(letter: OpenLetter): Promise<void>;
  /** Ends kept connections. */
  close?(): void;
}
export type MailSender = LetterSender;
export type SmsSender = LetterSender;
