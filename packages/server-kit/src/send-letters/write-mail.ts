import type { SendMailOptions } from "nodemailer";
import { checkMailbox } from "./check-address.js";
import { cleanHeader, cleanName } from "./clean-header.js";
import { DeliveryFailure } from "./delivery-failure.js";
import type { OpenLetter } from "./sender.js";

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

const methods = ["REQUEST", "CANCEL"];

/** The Message-ID of a letter: the same for each attempt, so that a mailbox drops the copy of a delivery repeated after a crash. */
export const messageIdOf = (id: string, from: string): string => `<${id.replace(/[^\w.-]/g, "_")}@${from.slice(from.lastIndexOf("@") + 1)}>`;

/** What is handed to nodemailer: every header cleaned, the one address checked, the envelope stated. @throws DeliveryFailure, permanent. */
export function writeMail(letter: OpenLetter, from: Mailbox, replyTo?: string): SendMailOptions {
  const to = checkMailbox(letter.to.address);
  const { calendar, file } = letter;
  if (calendar && !methods.includes(calendar.method)) throw new DeliveryFailure("INVALID_METHOD", false);
  return {
    from: { name: cleanName(from.name), address: checkMailbox(from.address) },
    to: [{ name: cleanName(letter.to.name), address: to }],
    ...(replyTo ? { replyTo: { name: "", address: checkMailbox(replyTo) } } : {}),
    envelope: { from: from.address, to: [to] },
    messageId: messageIdOf(letter.id, from.address),
    subject: cleanHeader(letter.subject),
    text: letter.text,
    ...(calendar ? { icalEvent: { method: calendar.method, content: calendar.ics, filename: "invite.ics" } } : {}),
    ...(file ? { attachments: [{ filename: cleanName(file.name), contentType: file.type, content: Buffer.from(file.bytes) }] } : {}),
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
