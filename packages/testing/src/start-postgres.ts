import { execFile, spawn } from "node:child_process";
import { chown, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";

const run = promisify(execFile);
const installed = "/usr/lib/postgresql";

/** The folder of the newest PostgreSQL server programs, or nothing where none is installed. */
export async function findPostgres(): Promise<string | undefined> {
  const versions = await readdir(installed).catch(() => []);
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  return newest ? join(installed, String(newest), "bin") : undefined;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** PostgreSQL refuses to run as root: then its own user does it. */
async function asServerUser(): Promise<{ prefix: readonly string[]; uid: number | undefined; gid: number | undefined }> {
  if (process.getuid?.() !== 0) return { prefix: [], uid: undefined, gid: undefined };
  const [uid, gid] = await Promise.all(["-u", "-g"].map(async (flag) => Number((await run("id", [flag, "postgres"])).stdout)));
  return { prefix: ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"], uid, gid };
}

export interface PostgresServer {
  readonly url: string;
  /** The rows of one query, as its owner sees them. */
  query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  stop(): Promise<void>;
}

async function query(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts a server of our own in a temporary folder on a free port; undefined where PostgreSQL is not installed. */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const bin = await findPostgres();
  if (!bin) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "lianxin-postgres-"));
  const { prefix, uid, gid } = await asServerUser();
  if (uid !== undefined) await chown(folder, uid, gid!);
  const data = join(folder, "data");
  const command = (program: string, ...args: string[]) => [...prefix, join(bin, program), ...args] as [string, ...string[]];
  const [initdb, ...initArgs] = command("initdb", "-D", data, "-U", "lianxin", "--auth=trust", "-N", "-E", "UTF8", "--locale=C.UTF-8");
  await run(initdb, initArgs, { cwd: folder });
  const port = await freePort();
  const [server, ...args] = command(
    "postgres",
    "-D",
    data,
    "-p",
    String(port),
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    `unix_socket_directories=${folder}`,
    "-c",
    "max_connections=200",
    "-c",
    "fsync=off",
    ...["full_page_writes=off", "synchronous_commit=off", "autovacuum=off", "wal_level=minimal", "max_wal_senders=0"].flatMap((setting) => ["-c", setting]),
  );
  const child = spawn(server, args, { cwd: folder, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const url = `postgres://lianxin@127.0.0.1:${port}/postgres`;
  await answers(url);
  return {
    url,
    query: (sql) => query(url, sql),
    async stop() {
      child.kill("SIGINT");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string, tries = 100): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await answers(url, tries - 1);
  }
}
