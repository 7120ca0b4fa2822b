import { CompiledQuery, type DatabaseConnection } from "kysely";
import type { KeyStore, StoredKey } from "../keep-secrets/key-store.js";

/** Lists and rows go as one JSON parameter: one text for any number of people. */
const texts = {
  sqlite: {
    find: "select id as subject, wrapped, state from kit_person_key where id in (select value from json_each(?))",
    rows: "select value->>'subject', value->>'wrapped', value->>'state', value->>'createdAt' from json_each(?) where true",
  },
  postgres: {
    find: "select id as subject, wrapped, state from kit_person_key where id in (select json_array_elements_text($1::json))",
    rows: "select value->>'subject', value->>'wrapped', value->>'state', value->>'createdAt' from json_array_elements($1::json)",
  },
};

/** Person keys on one connection, inside whatever transaction it is in. */
export function keyStoreOn(connection: DatabaseConnection, kind: "sqlite" | "postgres"): KeyStore {
  const run = <R>(sql: string, value: unknown) => connection.executeQuery<R>(CompiledQuery.raw(sql, [JSON.stringify(value)]));
  const { find, rows } = texts[kind];
  return {
    find: async (subjects) => (subjects.length === 0 ? [] : (await run<StoredKey>(find, subjects)).rows),
    async add(keys) {
      if (keys.length === 0) return 0;
      const { numAffectedRows = 0n } = await run(`insert into kit_person_key (id, wrapped, state, created_at) ${rows} on conflict (id) do nothing`, keys);
      return Number(numAffectedRows);
    },
  };
}
