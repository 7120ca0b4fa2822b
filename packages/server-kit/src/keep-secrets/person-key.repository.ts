import type { KitDb } from "../kit-tables.js";
import type { Random } from "../ports.js";
import { lockedUnder } from "./lock-bytes.js";
import type { MasterKey } from "./master-key.js";

const living = (db: KitDb) => db.selectFrom("kit_person_key").select(["id", "wrapped"]).where("state", "=", "active").orderBy("id");

/** Does the database hold keys that only its own key file can unwrap? Asked before a key file is made. */
export const hasPersonKeys = async (db: KitDb): Promise<boolean> => (await living(db).limit(1).executeTakeFirst()) !== undefined;

/** Refuses the start with another installation's key file. Throws KEYS_OF_ANOTHER. */
export async function assertKeysFit(db: KitDb, master: MasterKey): Promise<void> {
  const row = await living(db).limit(1).executeTakeFirst();
  if (!row?.wrapped) return;
  try {
    master.unwrap(row.id, row.wrapped);
  } catch {
    throw new Error("KEYS_OF_ANOTHER: the key file does not open this database. Maybe LIANXIN_KEYS or LIANXIN_DATA names another installation's folder.");
  }
}

/** Destroys a person's key for good; who never had one gets none any more. Forget it in the key ring after the commit. */
export async function destroyKey(db: KitDb, subject: string, at: string): Promise<void> {
  const gone = { wrapped: null, state: "destroyed" };
  await db
    .insertInto("kit_person_key")
    .values({ id: subject, ...gone, createdAt: at })
    .onConflict((oc) => oc.column("id").doUpdateSet(gone))
    .execute();
}

/**
 * One slice of a rotation: wraps up to `limit` person keys after the id `after` with the newest master key. Gives the id to go
 * on from, undefined at the end. Run each slice in its own turn of the write lane, so that others get theirs between.
 */
export async function rewrapPersonKeys(db: KitDb, master: MasterKey, random: Random, after = "", limit = 200): Promise<string | undefined> {
  const rows = await living(db).where("id", ">", after).limit(limit).execute();
  for (const { id, wrapped } of rows) {
    const renewed = wrapped === null ? undefined : master.rewrap(id, wrapped, random);
    // The old text in the condition: a key that was destroyed in between stays destroyed.
    if (renewed) await db.updateTable("kit_person_key").set({ wrapped: renewed }).where("id", "=", id).where("wrapped", "=", wrapped).execute();
  }
  return rows.length < limit ? undefined : rows.at(-1)?.id;
}

/** How many person keys a master key still wraps; none, and it may be retired. O(keys), in pages. */
export async function countWrappedUnder(db: KitDb, masterId: number): Promise<number> {
  const limit = 2000;
  let count = 0;
  for (let after = "", isMore = true; isMore;) {
    const rows = await living(db).where("id", ">", after).limit(limit).execute();
    count += rows.filter(({ wrapped }) => wrapped !== null && lockedUnder(wrapped) === masterId).length;
    after = rows.at(-1)?.id ?? after;
    isMore = rows.length === limit;
  }
  return count;
}
