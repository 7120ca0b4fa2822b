import { checkMailbox, checkNumber } from "./check-address.js";
import type { LetterSender, OpenLetter } from "./sender.js";

/** A sender for development: letters stay in memory, to be shown. */
export interface ShownLetters extends LetterSender {
  /** Newest first. */
  recent(): readonly OpenLetter[];
}

function createShown(check: (address: string) => string, most: number): ShownLetters {
  const kept: OpenLetter[] = [];
  return {
    async send(letter) {
      check(letter.to.address);
      kept.unshift(letter);
      kept.length = Math.min(kept.length, most);
    },
    recent: () => [...kept],
  };
}

/** Keeps the last `most` mails in memory and sends none. */
export const createShownMail = (most = 100): ShownLetters => createShown(checkMailbox, most);
/** Keeps the last `most` text messages in memory and sends none. */
export const createShownSms = (most = 100): ShownLetters => createShown(checkNumber, most);
