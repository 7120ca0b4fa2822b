import { anonymous, Assembly } from "../answer-requests/assemble.js";
import type { Platform } from "../answer-requests/platform.js";
import { fenced } from "../guard-tables/plugin-handle.js";
import { platformTexts } from "../keep-secrets/platform-text.js";
import { frozen } from "../run-with-ports.js";
import { authFence } from "../sign-in/auth-tables.js";
import { createSignIn, type SignIn } from "../sign-in/sign-in.js";
import { translate } from "../start-plugins/translate.js";
import type { LaneHandle } from "../write-lane/lane.js";
import type { Senders } from "./choose-senders.js";
import type { Store } from "./open-store.js";
import type { Environment } from "./read-environment.js";

/** Who may do what, inside a write transaction that no person asked for. */
export const authorityOn = (platform: Platform, { root, hold, records }: LaneHandle) =>
  new Assembly(platform, { root, hold, records, clock: frozen(platform.ports.clock), route: "sign-in", writes: true }, anonymous("zh-CN")).authority;

export interface SignInPieces {
  readonly platform: Platform;
  readonly store: Store;
  readonly environment: Environment;
  readonly senders: Senders;
  /** Whatever a process keeps of an account's rights is dropped. */
  readonly forget?: (accountId: string) => void;
  /** A message could not be sent, behind an answer that was given already. */
  readonly failed?: (error: unknown) => void;
}

/** Signing in on a platform: for the server, and for a command that makes the first account. */
export function openSignIn({
  platform,
  store,
  environment,
  senders: { forSignIn, isShown },
  forget = () => undefined,
  failed = () => undefined,
}: SignInPieces): SignIn {
  const { database, lane, ports, texts, sealer } = platform;
  const secrets = platformTexts(store.master, ports.random);
  const letter = (address: string, subject: string, text: string) => ({ id: ports.newId(), to: { name: "", address }, subject, text });
  return createSignIn({
    ...{ db: fenced(database.root, authFence), lane, ports, blind: (value: string) => sealer.blindIndex(value), forgotten: forget },
    sendLink: ({ mail, link, language }) =>
      forSignIn.mail.send(
        letter(mail, translate(texts, "kit.signIn.link.subject", {}, language), translate(texts, "kit.signIn.link.text", { link }, language)),
      ),
    sendCode: ({ phone, code, language }) => forSignIn.sms.send(letter(phone, "", translate(texts, "kit.signIn.code.text", { code }, language))),
    ...{ failed, isShown },
    secret: store.master.derive("sign-in").toString("base64url"),
    baseUrl: environment.url,
    welcome: (tx, first) => authorityOn(platform, tx).welcome(first),
    newcomers: {
      expects: async (tx, { kind, value }) => (await authorityOn(platform, tx).expects?.({ kind, address: value })) ?? false,
      recognise: async (tx, accountId, { kind, value }) => authorityOn(platform, tx).recognise?.(accountId, { kind, address: value }),
      seal: (address) => secrets.sealText("sign-in/address", address),
      open: (sealed) => secrets.openText("sign-in/address", sealed),
    },
  });
}
