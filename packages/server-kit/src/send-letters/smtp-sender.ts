import type { Transporter } from "nodemailer";
import { checkMailbox } from "./check-address.js";
import { DeliveryFailure } from "./delivery-failure.js";
import { nameMailFailure } from "./name-mail-failure.js";
import type { MailSender } from "./sender.js";
import { writeMail, type Mailbox } from "./write-mail.js";

export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465); otherwise STARTTLS is demanded unless `allowPlain`. */
  readonly isSecure?: boolean;
  /** Only for a relay on the same machine. */
  readonly allowPlain?: boolean;
  readonly user?: string;
  readonly password?: string;
  readonly from: Mailbox;
  readonly replyTo?: string;
  /** Milliseconds to connect, to be greeted, and of silence in between; 15 s each. */
  readonly timeout?: number;
}

const defaultTimeout = 15_000;

/** Reads "smtp://user:password@host:587" or "smtps://…"; plain text is allowed towards this machine only. @throws when it is neither. */
export function readSmtpUrl(url: string): Pick<SmtpOptions, "host" | "port" | "isSecure" | "allowPlain" | "user" | "password"> {
  const { protocol, hostname, port, username, password } = new URL(url);
  if (protocol !== "smtp:" && protocol !== "smtps:")
    throw new Error("The mail server's address is neither smtp:// nor smtps://. Maybe write smtps://user:password@host.");
  const isSecure = protocol === "smtps:";
  const credentials = username ? { user: decodeURIComponent(username), password: decodeURIComponent(password) } : {};
  return { host: hostname, port: Number(port) || (isSecure ? 465 : 587), isSecure, allowPlain: ["localhost", "127.0.0.1"].includes(hostname), ...credentials };
}

/** Sends mail through an SMTP server. Each letter goes to exactly one mailbox; anything else fails before or instead of sending. */
export function createSmtpSender(options: SmtpOptions): MailSender {
  const { host, port, isSecure = false, allowPlain = false, user, password = "", from, timeout = defaultTimeout } = options;
  checkMailbox(from.address);
  const settings = {
    host,
    port,
    secure: isSecure,
    requireTLS: !isSecure && !allowPlain,
    ignoreTLS: allowPlain,
    ...(user ? { auth: { user, pass: password } } : {}),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  let transport: Promise<Transporter> | undefined;
  // Loaded with the first letter: a start needs none.
  const getTransport = () => (transport ??= import("nodemailer").then(({ createTransport }) => createTransport(settings)));
  return {
    async send(letter) {
      const mail = writeMail(letter, from, options.replyTo);
      const { envelope, accepted } = await (await getTransport()).sendMail(mail).catch((error: unknown) => {
        throw nameMailFailure(error);
      });
      const went = [envelope.to, accepted].every((list) => Array.isArray(list) && list.length === 1 && list[0] === letter.to.address);
      if (!went) throw new DeliveryFailure("WRONG_ENVELOPE", false);
    },
    close: () => void transport?.then((t) => t.close()),
  };
}
