import { maskMail, maskPhone } from "../reveal-values/mask-text.js";
import { checkMailbox, checkNumber } from "./check-address.js";
import type { LetterSender, OpenLetter } from "./sender.js";

/** A message that nobody was sent, and its address as it may be shown. */
export interface ShownLetter extends Pick<OpenLetter, "subject" | "text"> {
  readonly channel: "mail" | "sms";
  readonly to: string;
}
export type ShowLetter = (letter: ShownLetter) => void;

/** Sends nothing: shows each mail to whoever looks after the server, the address masked. */
export const createShownMail = (show: ShowLetter): LetterSender => ({
  async send({ to, subject, text }) {
    show({ channel: "mail", to: maskMail(checkMailbox(to.address)), subject, text });
  },
});

/** The same for text messages, where no gateway is named. */
export const createShownSms = (show: ShowLetter): LetterSender => ({
  async send({ to, subject, text }) {
    show({ channel: "sms", to: maskPhone(checkNumber(to.address)), subject, text });
  },
});
