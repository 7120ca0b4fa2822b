import type { Ports } from "../ports.js";
import { createHttpSmsSender } from "../send-letters/http-sms-sender.js";
import type { LetterSender } from "../send-letters/sender.js";
import { createShownMail, createShownSms, type ShowLetter } from "../send-letters/shown-letters.js";
import { createSmtpSender, readSmtpUrl } from "../send-letters/smtp-sender.js";
import type { Environment } from "./read-environment.js";

export interface Senders {
  /** For letters of plugins; without one they are rehearsed. */
  readonly mail?: LetterSender;
  readonly sms?: LetterSender;
  /** For links and codes: the same, or one that shows the message on this machine. */
  readonly forSignIn: { readonly mail: LetterSender; readonly sms: LetterSender };
  /** Which of the two are only shown on this machine. */
  readonly isShown: { readonly mail: boolean; readonly sms: boolean };
}

/** The channels the environment names. Nothing is sent to anybody before one is named; links and codes are shown then, or nobody could sign in. */
export function chooseSenders({ smtp, mailFrom, smsGateway, smsHeaders, smsSecret, url }: Environment, { clock }: Ports, show: ShowLetter): Senders {
  const from = { name: "莲心", address: mailFrom ?? `lianxin@${new URL(url).hostname}` };
  const mail = smtp ? createSmtpSender({ ...readSmtpUrl(smtp), from }) : undefined;
  const sms = smsGateway ? createHttpSmsSender({ url: smsGateway, headers: smsHeaders, ...(smsSecret ? { signingSecret: smsSecret } : {}), clock }) : undefined;
  return {
    ...(mail ? { mail } : {}),
    ...(sms ? { sms } : {}),
    forSignIn: { mail: mail ?? createShownMail(show), sms: sms ?? createShownSms(show) },
    isShown: { mail: mail === undefined, sms: sms === undefined },
  };
}
