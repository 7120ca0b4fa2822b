import { CompiledQuery, type DatabaseConnection } from "kysely";
import type { KeyStore, StoredKey } from "../keep-secrets/key-store.js";

const marks = (count: number, kind: "sqlite" | "postgres", from = 1): string =>
  Array.from({ length: count }, (_, i) => (kind === "postgres" ? `$${i + from}` : "?")).join(", ");
const batch = 500;

/** Person keys on one connection, inside whatever transaction it is in. */
export function keyStoreOn(connection: DatabaseConnection, kind: "sqlite" | "postgres"): KeyStore {
  const run = async <R>(sql: string, parameters: readonly unknown[]) => (await connection.executeQuery<R>(CompiledQuery.raw(sql, [...parameters]))).rows;
  return {
    async find(subjects) {
      const found: StoredKey[] = [];
      for (let i = 0; i < subjects.length; i += batch) {
        const some = subjects.slice(i, i + batch);
        const list = marks(some.length, kind);
        found.push(...(await run<StoredKey>(`select id as subject, wrapped, state from kit_person_key where id in (${list})`, some)));
      }
      return found;
    },
    async add(keys) {
      for (let i = 0; i < keys.length; i += batch) {
        const some = keys.slice(i, i + batch);
        const rows = some.map((_, n) => `(${marks(4, kind, n * 4 + 1)})`).join(", ");
        await run(
          `insert into kit_person_key (id, wrapped, state, created_at) values ${rows} on conflict (id) do nothing`,
          some.flatMap(({ subject, wrapped, state, createdAt }) => [subject, wrapped, state, createdAt]),
        );
      }
    },
  };
}
