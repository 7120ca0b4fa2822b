import type { Actor } from "@lianxin/plugin-kit";
import type { FastifyRequest } from "fastify";
import { Assembly, anonymous } from "./assemble.js";
import { readingGround } from "./answer-route.js";
import { languageOf, type Platform } from "./platform.js";

/** Which account a request comes from, checked anew each time (at most a second old), or nobody. */
export interface SessionReader {
  accountOf(cookieHeader: string | undefined): Promise<{ readonly accountId: string; readonly language?: string } | undefined>;
  /** Drops what is kept of an account. */
  forget?(accountId: string): void;
}

interface Known {
  readonly personId: string | null;
  readonly at: number;
}
const keptFor = 1_000;

/** Turns a request into the actor it stands for; the link from account to person is kept for a second at most. */
export function actorReader(
  platform: Platform,
  sessions: SessionReader,
): { actorOf(request: FastifyRequest): Promise<Actor>; forget(accountId?: string): void } {
  const persons = new Map<string, Known>();
  const { stopwatch } = platform.ports;

  async function personOf(accountId: string, asked: string | null): Promise<string | null> {
    const key = `${accountId} ${asked ?? ""}`;
    const known = persons.get(key);
    if (known && stopwatch.elapsed() - known.at < keptFor) return known.personId;
    const assembly = new Assembly(platform, readingGround(platform, "session"), anonymous("zh-CN"));
    const personId = await assembly.authority.personOf(accountId, asked);
    if (persons.size > 10_000) persons.clear();
    persons.set(key, { personId, at: stopwatch.elapsed() });
    return personId;
  }

  return {
    async actorOf(request) {
      const language = languageOf(request.headers["accept-language"]);
      const session = await sessions.accountOf(request.headers.cookie);
      if (!session) return anonymous(language);
      const asked = request.headers["x-act-for"];
      return {
        accountId: session.accountId,
        personId: await personOf(session.accountId, typeof asked === "string" ? asked : null),
        isSignedIn: true,
        language,
      };
    },
    forget(accountId) {
      if (!accountId) return persons.clear();
      for (const key of persons.keys()) if (key.startsWith(`${accountId} `)) persons.delete(key);
    },
  };
}
