import type { KeyStore } from "../keep-secrets/key-store.js";
import type { KitDb } from "../kit-tables.js";

/** Person keys through a guarded handle: for opening values while a request reads. */
export function keyStoreOf(db: KitDb): KeyStore {
  return {
    async find(subjects) {
      if (subjects.length === 0) return [];
      const rows = await db.selectFrom("kit_person_key").select(["id", "wrapped", "state"]).where("id", "in", [...subjects]).execute();
      return rows.map(({ id, wrapped, state }) => ({ subject: id, wrapped, state: state as "active" | "destroyed" }));
    },
    async add({ subject, wrapped, state, createdAt }) {
      await db.insertInto("kit_person_key").values({ id: subject, wrapped, state, createdAt }).onConflict((oc) => oc.column("id").doNothing()).execute();
    },
    async destroy(subject) {
      await db.updateTable("kit_person_key").set({ wrapped: null, state: "destroyed" }).where("id", "=", subject).execute();
    },
  };
}
