import type { MattersContext, MattersDb } from "../plugin.js";
import { readPhone } from "./read-phone.js";

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

/** Keeps what somebody who is not in the directory leaves of themselves, the phone number sealed; gives the id. Throws phoneWrong at the field. */
export async function addGuest(
  { db, clock, newId }: MattersContext,
  { name, phone }: { readonly name?: string | undefined; readonly phone?: string | undefined },
  field = "body.phone",
): Promise<string> {
  const reached = readPhone(phone, field);
  const id = newId();
  await db
    .insertInto("matters_guest")
    .values({ id, name: name?.trim() || null, phone: reached, createdAt: clock.now() })
    .execute();
  return id;
}
