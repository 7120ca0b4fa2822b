import { createHash } from "node:crypto";
import { failures } from "../failures.js";
import type { KitDb } from "../kit-tables.js";
import type { LaneHandle, WriteLane } from "../write-lane/lane.js";
import type { KeptAnswer } from "../write-lane/records.js";

export interface AnswerKey {
  readonly id: string;
  readonly bodyHash: string;
}

const sha = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** Where the answer of a repeatable request is kept: by who, which route and their key; with the hash of what was asked. */
export function answerKey(key: string | undefined, account: string, route: string, params: unknown, body: unknown): AnswerKey | undefined {
  if (!key) return undefined;
  return { id: sha(`${account}\n${route}\n${key}`), bodyHash: sha(JSON.stringify([params, body ?? null])) };
}

/** The answers stored under some keys. */
export const findAnswers = (db: KitDb, keys: readonly string[]): Promise<KeptAnswer[]> =>
  db
    .selectFrom("kit_idempotency")
    .selectAll()
    .where("id", "in", [...keys])
    .execute();

/** Claims keys, in one order for all; gives those that are ours. A twin under way elsewhere is waited for. */
async function claimKeys(db: KitDb, hashes: ReadonlyMap<string, string>): Promise<ReadonlySet<string>> {
  const rows = [...hashes].sort().map(([id, bodyHash]) => ({ id, bodyHash, status: 0, answer: "", at: "" }));
  const claimed = await db
    .insertInto("kit_idempotency")
    .values(rows)
    .onConflict((oc) => oc.column("id").doNothing())
    .returning("id")
    .execute();
  return new Set(claimed.map((row) => row.id));
}

/** The stored answers of the same requests; the same key with another content is refused. O(keys). */
export async function recallAnswers({ db, answered, lookedUp, claimsKeys }: LaneHandle, keys: readonly AnswerKey[]): Promise<Map<string, string | Error>> {
  const hashes = new Map(keys.map((k) => [k.id, k.bodyHash]));
  if (hashes.size === 0) return new Map();
  const ours = claimsKeys ? await claimKeys(db, hashes) : new Set<string>();
  const unknown = [...hashes.keys()].filter((id) => !answered.has(id) && !lookedUp.has(id) && !ours.has(id));
  const stored = unknown.length === 0 ? [] : await findAnswers(db, unknown);
  const here = [...hashes.keys()].flatMap((id) => answered.get(id) ?? []);
  return new Map([...here, ...stored].map((row) => [row.id, row.bodyHash === hashes.get(row.id) ? row.answer : failures.idempotencyKeyReused()]));
}

/** Keeps answers with the commit of the batch they belong to. */
export function rememberAnswers({ records }: LaneHandle, answers: readonly (AnswerKey & { readonly answer: string })[], at: string): void {
  records.answers.push(...answers.map((a) => ({ ...a, status: 200, at })));
}

/** Gives up keys that were claimed for requests which came to nothing, so that they may be tried again. */
export async function releaseKeys({ db, claimsKeys }: LaneHandle, keys: readonly AnswerKey[]): Promise<void> {
  if (!claimsKeys || keys.length === 0) return;
  const ids = keys.map(({ id }) => id);
  await db.deleteFrom("kit_idempotency").where("id", "in", ids).where("status", "=", 0).execute();
}

const keptFor = 7 * 86_400_000;

const perTurn = 1_000;

/** Forgets answers that nobody asks for any more: those older than seven days, so many in a turn of the lane. */
export async function sweepAnswers(lane: WriteLane, now: string): Promise<void> {
  const oldest = new Date(Date.parse(now) - keptFor).toISOString();
  for (let swept = perTurn; swept === perTurn;)
    swept = await lane.run(async ({ db }) => {
      const old = db.selectFrom("kit_idempotency").select("id").where("at", "<", oldest).limit(perTurn);
      return Number((await db.deleteFrom("kit_idempotency").where("id", "in", old).executeTakeFirst()).numDeletedRows);
    });
}
