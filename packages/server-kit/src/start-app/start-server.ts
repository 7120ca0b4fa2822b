import type { FastifyInstance } from "fastify";
import { createLog } from "../answer-requests/write-log.js";
import { sweepAnswers } from "../answer-requests/remember-answer.js";
import type { Platform } from "../answer-requests/platform.js";
import type { HouseCommand } from "../run-commands/house-command.js";
import { openCommandDoor, type CommandDoor } from "../run-commands/command-door.js";
import { rootSigner } from "../keep-audit/sign-root.js";
import type { Ports } from "../ports.js";
import { systemPorts } from "../run-with-ports.js";
import type { Doors } from "../serve-web/doors.js";
import type { SignIn } from "../sign-in/sign-in.js";
import { chooseSenders } from "./choose-senders.js";
import { createApp, type App } from "./create-app.js";
import { openSignIn } from "./open-sign-in.js";
import { openStore, type Store } from "./open-store.js";
import type { EnabledPlugin } from "./read-config.js";
import type { Environment } from "./read-environment.js";
import { runBackground, type Background } from "./run-background.js";
import type { ShowLetter } from "../send-letters/shown-letters.js";
import { Refusal } from "../start-plugins/refusal.js";
import { servePages } from "./serve-pages.js";
import { serveSignIn } from "./serve-sign-in.js";

export interface ServerOptions {
  readonly environment: Environment;
  readonly zone: string;
  readonly plugins: readonly EnabledPlugin[];
  readonly doors: Doors;
  /** Clock and randomness other than the system's, for rehearsals. */
  readonly ports?: Ports;
  /** What the command line may ask of the running server, beside the plugins' commands. */
  readonly commands?: readonly HouseCommand[];
  /** Shows links and codes to whoever looks after the server, where no mail server or gateway is named. */
  readonly show?: ShowLetter;
  /** More routes that are not a plugin's; each names its policy. */
  readonly serve?: (http: FastifyInstance, platform: Platform, forgetActors: () => void) => void;
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

const portTroubles = new Map<string, readonly [what: string, maybe: string]>([
  [
    "EADDRINUSE",
    [
      "This port is taken / 端口被占用：",
      "Lianxin runs already, or another program has the port: stop it, or set PORT to another number / 莲心已经在运行，或者别的程序占着：停掉它，或者把 PORT 换一个数。",
    ],
  ],
  ["EACCES", ["This port may not be opened / 没有权限用这个端口：", "PORT is below 1024: choose a higher one / 1024 以下的端口要管理员，PORT 换一个大的。"]],
  ["EADDRNOTAVAIL", ["This machine has no such address / 这台机器没有这个地址：", "HOST names another machine / HOST 写成了别的机器。"]],
]);

/** Starts everything: database, keys, plugins, pages, background work; then listens. Throws a `Refusal` that says what, why and what may help. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { environment, zone, plugins, doors } = options;
  const ports = options.ports ?? systemPorts(zone);
  const log = createLog(environment.logLevel);
  const store = await openStore(environment, ports);
  const senders = chooseSenders(environment, ports, options.show ?? (() => undefined));
  let signIn!: SignIn;
  let background: Background | undefined;
  let app: App | undefined;
  let door: CommandDoor | undefined;
  try {
    app = await createApp({
      ...{
        database: store.database,
        keyRing: store.keyRing,
        ports,
        plugins,
        log,
        trustedProxies: environment.trustedProxies,
        requestsPerMinute: environment.requestsPerMinute,
        url: environment.url,
        channels: (["mail", "sms"] as const).filter((channel) => senders[channel] !== undefined),
        secure: environment.url.startsWith("https:"),
      },
      wakeOutbox: () => background?.outbox.wake(),
      sessions: (platform) =>
        (signIn = openSignIn({ ...{ platform, store, environment, senders, failed: log.troubled }, forget: (account) => app?.forgetActors(account) })).reader,
      serve(http, platform) {
        serveSignIn(http, signIn);
        options.serve?.(http, platform, () => app?.forgetActors());
        servePages(http, doors, platform.texts);
      },
    });
    background = runBackground(app.platform, { signer: rootSigner(store.master), senders, log, sweep: () => sweepOld(app!.platform, signIn) });
    await background.start();
    await app.tasks.start();
    const address = await listen(app.http, environment);
    const { platform } = app;
    door = await openCommandDoor({ platform, store, data: environment.data, commands: options.commands ?? [], tell: (what) => log.logger.warn({ what }) });
    return { app, signIn, address, setUpLink: await signIn.ensureSetUpLink(), stop: stopper({ app, background, signIn, store, door }) };
  } catch (error) {
    await door?.close();
    await background?.stop();
    await app?.drain().catch(() => undefined);
    await store.close();
    throw error;
  }
}

async function listen(http: FastifyInstance, { port, host }: Environment): Promise<string> {
  try {
    return await http.listen({ port, host });
  } catch (error) {
    const why = portTroubles.get((error as NodeJS.ErrnoException).code ?? "");
    throw why ? new Refusal(`${why[0]} ${host}:${port}`, why[1]) : error;
  }
}

interface Running {
  readonly app: App;
  readonly background: Background;
  readonly signIn: SignIn;
  readonly store: Store;
  readonly door: CommandDoor;
}

async function sweepOld({ lane, ports, database }: Platform, signIn: SignIn): Promise<void> {
  await signIn.sweep();
  await sweepAnswers(lane, ports.clock.now());
  await database.foldLog();
}

function stopper({ app, background, signIn, store, door }: Running): () => Promise<void> {
  return async () => {
    await door.close();
    await app.stopTaking();
    await background.stop();
    await signIn.settled();
    await app.drain();
    await store.close();
  };
}
