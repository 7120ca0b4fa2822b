import type { SessionReader } from "../answer-requests/read-session.js";
import type { Ground } from "./ground.js";
import { hashToken, isToken } from "./secrets.js";
import { cookiesFor, readCookie } from "./session-cookie.js";
import { findSession, touchSession } from "./session.repository.js";

export interface LiveSession {
  readonly id: string;
  readonly accountId: string;
}

export interface CachedSessionReader extends SessionReader {
  accountOf(cookieHeader: string | undefined): Promise<LiveSession | undefined>;
  /** Drops what is kept of an account, reads under way included. */
  forget(accountId: string): void;
}

interface Kept {
  readonly session: LiveSession;
  readonly at: number;
}
const keptFor = 1_000;
const mostKept = 10_000;
const touchEvery = 300_000;

/**
 * Tells whose a request is by one indexed read, kept for at most a second by the stopwatch. Nothing is trusted from the cookie but its
 * 256 bits. The read notes that the session is used, at most every five minutes and behind the answer.
 */
export function createSessionReader(ground: Pick<Ground, "db" | "lane" | "ports" | "config" | "baseUrl" | "failed">): CachedSessionReader {
  const { ports, lane } = ground;
  const name = cookiesFor(ground.baseUrl).session;
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<LiveSession | undefined>>();
  let forgotten = 0;

  function noteUse(id: string, usedAt: string): void {
    const now = ports.clock.now();
    if (Date.parse(now) - Date.parse(usedAt) >= touchEvery) lane.run((tx) => touchSession(tx, id, now)).catch(ground.failed);
  }

  async function read(hash: string): Promise<LiveSession | undefined> {
    const before = forgotten;
    const at = ports.stopwatch.elapsed();
    const row = await findSession(ground, hash);
    if (!row) return undefined;
    noteUse(row.id, row.usedAt);
    if (kept.size >= mostKept) kept.clear();
    const session = { id: row.id, accountId: row.accountId };
    if (before === forgotten) kept.set(hash, { session, at });
    return session;
  }

  function share(hash: string): Promise<LiveSession | undefined> {
    const reading = read(hash).finally(() => underWay.get(hash) === reading && underWay.delete(hash));
    underWay.set(hash, reading);
    return reading;
  }

  return {
    async accountOf(header) {
      const token = readCookie(header, name);
      if (!isToken(token)) return undefined;
      const hash = hashToken(token);
      const known = kept.get(hash);
      if (known && ports.stopwatch.elapsed() - known.at < keptFor) return known.session;
      kept.delete(hash);
      return underWay.get(hash) ?? share(hash);
    },
    forget(accountId) {
      forgotten++;
      underWay.clear();
      for (const [hash, { session }] of kept) if (session.accountId === accountId) kept.delete(hash);
    },
  };
}
