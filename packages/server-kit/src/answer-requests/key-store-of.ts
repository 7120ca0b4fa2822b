import type { KeyStore, StoredKey } from "../keep-secrets/key-store.js";
import type { KitDb } from "../kit-tables.js";

const perStatement = 500;

/** Person keys through a guarded handle: for opening values while a request reads. */
export function keyStoreOf(db: KitDb): KeyStore {
  return {
    async find(subjects) {
      const found: StoredKey[] = [];
      for (let i = 0; i < subjects.length; i += perStatement) {
        const some = subjects.slice(i, i + perStatement);
        const rows = await db.selectFrom("kit_person_key").select(["id", "wrapped", "state"]).where("id", "in", some).execute();
        found.push(...rows.map(({ id, wrapped, state }) => ({ subject: id, wrapped, state: state as StoredKey["state"] })));
      }
      return found;
    },
    async add(keys) {
      const rows = keys.map(({ subject, wrapped, state, createdAt }) => ({ id: subject, wrapped, state, createdAt }));
      let added = 0;
      for (let i = 0; i < rows.length; i += perStatement) {
        const { numInsertedOrUpdatedRows = 0n } = await db
          .insertInto("kit_person_key")
          .values(rows.slice(i, i + perStatement))
          .onConflict((oc) => oc.column("id").doNothing())
          .executeTakeFirst();
        added += Number(numInsertedOrUpdatedRows);
      }
      return added;
    },
  };
}
