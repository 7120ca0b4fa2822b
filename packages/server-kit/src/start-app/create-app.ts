import type { Letter, ServerPart, Table } from "@lianxin/plugin-kit";
import type { FastifyInstance } from "fastify";
import { createHttp } from "../answer-requests/create-http.js";
import { finisher } from "../answer-requests/finish-answers.js";
import { answerNotFound, guardRequests } from "../answer-requests/guard-requests.js";
import type { Platform } from "../answer-requests/platform.js";
import { actorReader, type SessionReader } from "../answer-requests/read-session.js";
import { serveDocs } from "../answer-requests/serve-docs.js";
import { serveKitRoutes } from "../answer-requests/serve-kit-routes.js";
import { servePluginRoutes } from "../answer-requests/serve-plugin-routes.js";
import { describeError, type HttpLog } from "../answer-requests/write-log.js";
import type { KeyRing } from "../keep-secrets/key-ring.js";
import { kitTables } from "../kit-tables.js";
import { createKitTables } from "../open-database/create-kit-tables.js";
import type { Database } from "../open-database/open-database.js";
import type { Ports } from "../ports.js";
import { taskRunner, type TaskRunner } from "../run-tasks/task-runner.js";
import { authTables } from "../sign-in/auth-tables.js";
import { checkPlugins } from "../start-plugins/check-plugins.js";
import { compareSchema } from "../start-plugins/compare-schema.js";
import { migratePlugins } from "../start-plugins/migrate-plugins.js";
import { keepDoor } from "../answer-requests/stop-taking.js";
import { orderPlugins } from "../start-plugins/order-plugins.js";
import { Refusal } from "../start-plugins/refusal.js";
import { platformOf } from "./platform-of.js";
import { readConfigs, type EnabledPlugin } from "./read-config.js";

export const engineVersion = "0.1.0";

export interface AppOptions {
  readonly database: Database;
  readonly ports: Ports;
  readonly keyRing: KeyRing;
  readonly plugins: readonly EnabledPlugin[];
  readonly log: HttpLog;
  readonly secure?: boolean;
  /** The address people use; by default the local one. */
  readonly url?: string;
  /** Channels by which letters leave the house; all by default. */
  readonly channels?: readonly Letter["channel"][];
  readonly trustedProxies?: readonly string[];
  readonly requestsPerMinute?: number;
  /** Made on the app's own platform, because sessions live in its database. */
  readonly sessions: (platform: Platform) => SessionReader | Promise<SessionReader>;
  /** Routes that are not a plugin's: sign-in, pages. */
  readonly serve?: (http: FastifyInstance, platform: Platform) => void | Promise<void>;
  /** Called after each commit that may have left something to deliver. */
  readonly wakeOutbox?: () => void;
}

export interface App {
  readonly http: FastifyInstance;
  readonly platform: Platform;
  readonly tasks: TaskRunner;
  /** A role or link changed: what was kept of it for a second is dropped now. */
  forgetActors(accountId?: string): void;
  /** Refuses new requests, closes the port and finishes the requests under way. */
  stopTaking(): Promise<void>;
  /** The same, and every queued write too. */
  drain(): Promise<void>;
}

/** Tables to this version, and the declarations held against them: a difference refuses the start. */
export async function migrateAll(database: Database, parts: readonly ServerPart[]): Promise<void> {
  await createKitTables(database.root, database.kind);
  await migratePlugins(database, parts);
  const declared = [
    ...Object.values(kitTables),
    ...Object.values(authTables),
    ...parts.flatMap(({ plugin }) => Object.values(plugin.tables as Record<string, Table>)),
  ];
  const differences = await compareSchema(database, declared);
  if (differences.length > 0)
    throw new Refusal(`The tables differ from what is declared:\n  ${differences.join("\n  ")}`, "a migration is missing, or a released one was changed.");
}

/** Puts plugins, database and HTTP together; listens to nothing yet. Refuses with a sentence what cannot run. */
export async function createApp(options: AppOptions): Promise<App> {
  const { database, ports, keyRing, plugins, log } = options;
  const parts = orderPlugins(plugins.map((p) => p.server));
  checkPlugins(parts, engineVersion);
  const configs = readConfigs(plugins);
  database.useSealer(keyRing);
  await migrateAll(database, parts);
  const platform = platformOf({
    database,
    keyRing,
    ports,
    parts,
    configs,
    url: options.url,
    channels: options.channels,
    wakeOutbox: options.wakeOutbox ?? (() => undefined),
    wakeTasks: () => tasks.wake(),
    forgetAccount(accountId) {
      sessions.forget?.(accountId);
      actors.forget(accountId);
    },
  });
  const tasks = taskRunner(platform, (error, { id }) => log.logger.error({ of: id, error: describeError(error) }));
  const http = await createHttp({
    ports,
    log,
    secure: options.secure ?? false,
    requestsPerMinute: options.requestsPerMinute ?? 600,
    ...(options.trustedProxies ? { trustedProxies: options.trustedProxies } : {}),
  });
  const sessions = await options.sessions(platform);
  const actors = actorReader(platform, sessions);
  const door = keepDoor(http);
  // Who waits for a change is answered while the port is still open, so that its connection ends with the others.
  const stopTaking = () => (platform.waiting.close(), door.stopTaking());
  guardRequests(http, platform, actors.actorOf, log);
  servePluginRoutes(http, platform, finisher(platform));
  serveKitRoutes(http, platform, door.isStopping);
  serveDocs(http);
  answerNotFound(http, platform);
  await options.serve?.(http, platform);
  await http.ready();
  return {
    http,
    platform,
    tasks,
    forgetActors: actors.forget,
    stopTaking,
    async drain() {
      await stopTaking();
      await tasks.stop();
      await platform.workers.close();
      await platform.lane.close();
    },
  };
}
