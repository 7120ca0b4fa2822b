import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

const root = join(import.meta.dirname, "../..");

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** A real SMTP server that keeps what it receives. */
export interface Mailbox {
  readonly url: string;
  readonly letters: readonly ParsedMail[];
  /** Waits until somebody has this many letters. */
  waitFor(count: number): Promise<readonly ParsedMail[]>;
  /** Waits until there are this many with something enclosed, as invitations have it. */
  waitForEnclosed(count: number): Promise<readonly ParsedMail[]>;
  /** The letters to an address, oldest first. */
  to(address: string): readonly ParsedMail[];
  /** Waits until an address has this many letters. */
  waitTo(address: string, count: number): Promise<readonly ParsedMail[]>;
  close(): Promise<void>;
}

const lettersTo = (letters: readonly ParsedMail[], address: string) =>
  letters.filter(({ to }) => [to ?? []].flat().some(({ value }) => value.some((one) => one.address === address)));

async function waitUntil(read: () => readonly ParsedMail[], count: number): Promise<readonly ParsedMail[]> {
  for (let tries = 0; read().length < count; tries++) {
    if (tries > 300) throw new Error(`${read().length} of ${count} letters came.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return read();
}

export async function openMailbox(): Promise<Mailbox> {
  const letters: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _, done) {
      simpleParser(stream).then(
        (mail) => {
          letters.push(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    waitFor: (count) => waitUntil(() => letters, count),
    waitForEnclosed: (count) => waitUntil(() => letters.filter(({ attachments }) => attachments.length > 0), count),
    to: (address) => lettersTo(letters, address),
    waitTo: (address, count) => waitUntil(() => lettersTo(letters, address), count),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The built server as a person starts it: a process of its own, a data folder of its own. */
export interface House {
  readonly url: string;
  readonly setUpLink: string;
  readonly data: string;
  readonly pid: number;
  /** Milliseconds from the start of the process until it was ready. */
  readonly startedIn: number;
  readonly log: () => string;
  /** Only of a rehearsal: its clock jumps to a moment and runs on from there. */
  setTime(moment: string): Promise<void>;
  /** Resolves when its process is gone. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

async function readyAt(url: string, child: ChildProcess, log: () => string): Promise<void> {
  for (let tries = 0; tries < 1500; tries++) {
    if (child.exitCode !== null) throw new Error(`The server ended.\n${log()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The server did not become ready.\n${log()}`);
}

const setTimeOf = (child: ChildProcess) => (moment: string) =>
  new Promise<void>((resolve) => {
    child.once("message", () => resolve());
    child.send({ moment });
  });

const served = [join(root, "apps/cli/bin/lianxin.js"), "serve"];
const rehearsed = [join(import.meta.dirname, "serve-rehearsal.mjs")];

/** Starts a house; with REHEARSAL_AT under a clock that begins then and obeys `setTime`. */
export async function startHouse(more: Readonly<Record<string, string>> = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), "lianxin-house-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const environment = {
    ...process.env,
    PORT: String(port),
    LIANXIN_DATA: join(folder, "data"),
    LIANXIN_KEYS: join(folder, "keys"),
    LIANXIN_LOG: "warn",
    ...more,
  };
  const started = performance.now();
  const isRehearsal = "REHEARSAL_AT" in more;
  const child = spawn(process.execPath, isRehearsal ? rehearsed : served, {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "pipe", ...(isRehearsal ? (["ipc"] as const) : [])],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => (text += part.toString()));
  await readyAt(url, child, () => text);
  const startedIn = performance.now() - started;
  for (let tries = 0; !text.includes("/set-up?token=") && tries < 50; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    url,
    data: join(folder, "data"),
    setUpLink: /http\S+\/set-up\?token=\S+/.exec(text)?.[0] ?? "",
    pid: child.pid!,
    startedIn,
    log: () => text,
    setTime: setTimeOf(child),
    ended,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
