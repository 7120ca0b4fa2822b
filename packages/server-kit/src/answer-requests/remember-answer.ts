import { createHash } from "node:crypto";
import { failures } from "../failures.js";
import type { KitDb } from "../kit-tables.js";

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

/** The stored answer of the same request, or nothing; the same key with another content is refused. */
export async function recallAnswers(db: KitDb, keys: readonly AnswerKey[]): Promise<Map<string, string | Error>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom("kit_idempotency")
    .select(["id", "bodyHash", "answer"])
    .where("id", "in", [...new Set(keys.map((k) => k.id))])
    .execute();
  const hashes = new Map(keys.map((k) => [k.id, k.bodyHash]));
  return new Map(rows.map((row) => [row.id, row.bodyHash === hashes.get(row.id) ? row.answer : failures.idempotencyKeyReused()]));
}

export async function rememberAnswers(db: KitDb, answers: readonly (AnswerKey & { readonly answer: string })[], at: string): Promise<void> {
  if (answers.length === 0) return;
  await db
    .insertInto("kit_idempotency")
    .values(answers.map((a) => ({ ...a, status: 200, at })))
    .execute();
}
