import type { MattersDb } from "../plugin.js";

/** What somebody without an account left: how they call themselves, and whether a phone number is kept. */
export interface Guest {
  readonly name: string | null;
  readonly hasPhone: boolean;
}

/** Those who raised something without an account, by their ids; opens no phone number. */
export async function guestsOf(db: MattersDb, ids: readonly string[]): Promise<Map<string, Guest>> {
  const rows = await db
    .selectFrom("matters_guest")
    .select(["id", "name", "phone"])
    .where("id", "in", ["", ...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name, phone }) => [id, { name, hasPhone: phone !== null }]));
}
