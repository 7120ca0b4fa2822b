import { createHash } from "node:crypto";
import { failures } from "../failures.js";
import type { KitDb } from "../kit-tables.js";
import type { LaneHandle } from "../write-lane/lane.js";
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
