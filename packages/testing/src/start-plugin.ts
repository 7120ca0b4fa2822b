import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Grant, ServerPart } from "@lianxin/plugin-kit";
import {
  createApp,
  createLog,
  describeProblem,
  fenced,
  KeyRing,
  openDatabase,
  openMasterKey,
  proofsOf,
  rootSigner,
  runCommand,
  verifyAudit,
  workAs,
  type App,
  type AppOptions,
} from "@lianxin/server-kit";
import type { Kysely } from "kysely";
import { databaseOptions, dropDatabase } from "./test-database.js";
import { stubAuthority, type StubRights } from "./stub-authority.js";
import { testPorts, type TestPorts } from "./test-clock.js";

export interface StartOptions {
  /** Plugins it depends on, and any other that shall run beside it. */
  readonly with?: readonly ServerPart<any, any, any>[];
  readonly config?: unknown;
  /** "2026-09-03T09:00" in the community's zone. */
  readonly at?: string;
  /** Channels by which letters leave the house; both when left out. */
  readonly channels?: readonly ("mail" | "sms")[];
  /** Routes that are no plugin's, as a house adds them. */
  readonly serve?: AppOptions["serve"];
  /** Takes the server's log, a JSON line at a time; without it nothing is written. */
  readonly log?: (line: string) => void;
}
export interface CallInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Another account than the one signed in last; null for nobody. */
  readonly as?: string | null;
  /** The plugin whose route it is, when not the one under test. */
  readonly of?: string;
}
export interface Answer {
  readonly status: number;
  readonly body: any;
  readonly headers: Record<string, unknown>;
  readonly text: string;
}

export interface Running {
  readonly app: App;
  readonly ports: TestPorts;
  /** What the plugin under test may query. */
  readonly db: Kysely<any>;
  /** The account of all following calls. */
  signInAs(account: string): void;
  grant(account: string, permission: string, path: string): void;
  /** Takes a permission from an account at every place. */
  revoke(account: string, permission: string): void;
  letSee(account: string, subject: string): void;
  call(path: string, input?: CallInput): Promise<Answer>;
  /** One turn of the write lane with a plugin's own context, services included: how makers put things in. */
  write<T>(pluginId: string, work: (ctx: any) => Promise<T>): Promise<T>;
  /** Runs a plugin's command as `lianxin run` does, "hello.count". */
  run(command: string, ...args: readonly string[]): Promise<unknown>;
  /** Events that left with a commit, oldest first. */
  published(): Promise<readonly { event: string; payload: unknown }[]>;
  audited(): Promise<readonly { action: string; target: string; detail: unknown }[]>;
  /** What `lianxin verify` finds wrong, in sentences. */
  verify(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const withPath = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? `:${name}`));

/** Runs one plugin with those it needs, on a database of its own, and nothing else: real HTTP handling, no port, a clock that stands. */
export async function startPlugin(
  server: ServerPart<any, any, any>,
  { with: others = [], config, at, channels, serve, log }: StartOptions = {},
): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), "lianxin-plugin-"));
  const ports = testPorts(at);
  const rights: StubRights = { grants: new Map<string, Grant[]>(), maySee: new Set() };
  const hasAuthority = [server, ...others].some((part) => part.authority);
  const plugins = [...others.map((part) => ({ server: part })), { server, config }, ...(hasAuthority ? [] : [{ server: stubAuthority(rights) }])];
  const tables = plugins.map((plugin) => plugin.server);
  const options = await databaseOptions(folder, hasAuthority ? tables : tables.slice(0, -1));
  const database = openDatabase(options);
  const master = await openMasterKey(join(folder, "keys"), ports.random);
  const app = await createApp({
    database,
    ports,
    keyRing: new KeyRing(master, ports),
    plugins,
    ...(channels && { channels }),
    ...(serve && { serve }),
    log: log ? createLog("info", { write: log }) : createLog("silent"),
    requestsPerMinute: 1_000_000,
    sessions: () => ({ accountOf: async (cookie) => (cookie ? { accountId: cookie } : undefined) }),
  });
  const { kit } = database;
  let account: string | null = null;
  return {
    app,
    ports,
    db: fenced(database.root, app.platform.fences.get(server.plugin.id)!),
    signInAs: (name) => void (account = name),
    grant: (name, permission, path) => void rights.grants.set(name, [...(rights.grants.get(name) ?? []), { permission, path }]),
    revoke: (name, permission) =>
      void rights.grants.set(
        name,
        (rights.grants.get(name) ?? []).filter((grant) => grant.permission !== permission),
      ),
    letSee: (name, subject) => void rights.maySee.add(`${name} ${subject}`),
    async call(path, { params = {}, query = {}, body, headers = {}, as = account, of = server.plugin.id } = {}) {
      const [method, url] = path.split(" ") as [any, string];
      const search = new URLSearchParams(Object.entries(query).map(([k, v]) => [k, String(v)])).toString();
      const target = `${url.startsWith("/api/") ? "" : `/api/${of}`}${withPath(url, params)}${search ? `?${search}` : ""}`;
      const sent = { "x-lianxin": "1", ...(as ? { cookie: as } : {}), ...headers };
      const answer = await app.http.inject({ method, url: target, headers: sent, ...(method === "GET" ? {} : { payload: (body ?? {}) as never }) });
      const isJson = String(answer.headers["content-type"]).includes("json");
      return { status: answer.statusCode, body: isJson ? answer.json() : undefined, headers: answer.headers, text: answer.body };
    },
    write: (pluginId, work) => workAs(app.platform, pluginId, work),
    run: (command, ...args) => runCommand(app.platform, command, args),
    async published() {
      const rows = await kit.selectFrom("kit_outbox").select(["topic", "payload"]).where("kind", "=", "event").orderBy("id").execute();
      return rows.map(({ topic, payload }) => ({ event: topic, payload: (JSON.parse(payload) as { payload: unknown }).payload }));
    },
    async verify() {
      const { problems } = await verifyAudit(kit, { publicKey: rootSigner(master).publicKey, proofs: proofsOf(app.platform) });
      return problems.map((problem) => describeProblem(problem));
    },
    async audited() {
      const rows = await kit.selectFrom("kit_audit").select(["action", "target", "detail"]).orderBy("id").execute();
      return rows.map(({ action, target, detail }) => ({ action, target, detail: JSON.parse(detail) as unknown }));
    },
    async close() {
      await app.drain();
      await database.close();
      await dropDatabase(options);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
