import { createLog } from "../answer-requests/write-log.js";
import { Assembly, anonymous } from "../answer-requests/assemble.js";
import type { Platform } from "../answer-requests/platform.js";
import { rootSigner } from "../keep-audit/sign-root.js";
import { platformTexts } from "../keep-secrets/platform-text.js";
import { frozen, systemPorts } from "../run-with-ports.js";
import type { Doors } from "../serve-web/doors.js";
import { authFence } from "../sign-in/auth-tables.js";
import { createSignIn, type SignIn } from "../sign-in/sign-in.js";
import { fenced } from "../guard-tables/plugin-handle.js";
import { translate } from "../start-plugins/translate.js";
import type { LaneHandle } from "../write-lane/lane.js";
import { chooseSenders, type Senders } from "./choose-senders.js";
import { createApp, type App } from "./create-app.js";
import { openStore, type Store } from "./open-store.js";
import type { EnabledPlugin } from "./read-config.js";
import type { Environment } from "./read-environment.js";
import { runBackground, type Background } from "./run-background.js";
import { servePages } from "./serve-pages.js";
import { serveSignIn } from "./serve-sign-in.js";

export interface ServerOptions {
  readonly environment: Environment;
  readonly zone: string;
  readonly plugins: readonly EnabledPlugin[];
  readonly doors: Doors;
}
export interface RunningServer {
  readonly app: App;
  readonly signIn: SignIn;
  readonly address: string;
  /** For the first start: where the first account is made. */
  readonly setUpLink: string | undefined;
  /** Answers what is under way, then closes everything. */
  stop(): Promise<void>;
}

const authorityOn = (platform: Platform, { root, hold, records }: LaneHandle) =>
  new Assembly(platform, { root, hold, records, clock: frozen(platform.ports.clock), route: "sign-in", writes: true }, anonymous("zh-CN")).authority;

function signInOn(platform: Platform, store: Store, { environment }: ServerOptions, { forSignIn }: Senders, forget: (account: string) => void): Promise<SignIn> {
  const { database, lane, ports, texts, sealer } = platform;
  const secrets = platformTexts(store.master, ports.random);
  const letter = (address: string, subject: string, text: string) => ({ id: ports.newId(), to: { name: "", address }, subject, text });
  return createSignIn({
    ...{ db: fenced(database.root, authFence), lane, ports, blind: (value: string) => sealer.blindIndex(value), forgotten: forget },
    sendLink: ({ mail, link, language }) => forSignIn.mail.send(letter(mail, translate(texts, "kit.signIn.link.subject", {}, language), translate(texts, "kit.signIn.link.text", { link }, language))),
    sendCode: ({ phone, code, language }) => forSignIn.sms.send(letter(phone, "", translate(texts, "kit.signIn.code.text", { code }, language))),
    failed: () => undefined,
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

/** Starts everything: database, keys, plugins, pages, background work; then listens. Throws a `Refusal` that says what, why and what may help. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { environment, zone, plugins, doors } = options;
  const ports = systemPorts(zone);
  const log = createLog(environment.logLevel);
  const store = await openStore(environment, ports);
  const senders = chooseSenders(environment, ports);
  let signIn!: SignIn;
  let background: Background | undefined;
  let app: App | undefined;
  try {
    app = await createApp({
      ...{ database: store.database, keyRing: store.keyRing, ports, plugins, log, trustedProxies: environment.trustedProxies, requestsPerMinute: environment.requestsPerMinute, secure: environment.url.startsWith("https:") },
      wakeOutbox: () => background?.outbox.wake(),
      sessions: async (platform) => (signIn = await signInOn(platform, store, options, senders, (account) => app?.forgetActors(account))).reader,
      serve(http) {
        serveSignIn(http, signIn);
        servePages(http, doors);
      },
    });
    background = runBackground(app.platform, { signer: rootSigner(store.master), senders, log });
    await background.start();
    const address = await app.http.listen({ port: environment.port, host: environment.host });
    return { app, signIn, address, setUpLink: await signIn.ensureSetUpLink(), stop: stopper(app, background, signIn, store) };
  } catch (error) {
    await background?.stop();
    await app?.http.close().catch(() => undefined);
    await store.close();
    throw error;
  }
}

function stopper(app: App, background: Background, signIn: SignIn, store: Store): () => Promise<void> {
  return async () => {
    await app.http.close();
    await background.stop();
    await signIn.settled();
    await app.drain();
    await store.close();
  };
}
