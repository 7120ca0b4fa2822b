import { Kysely, sql } from "kysely";
import { checked } from "../guard-tables/checked.js";
import { columnKinds } from "../guard-tables/column-kinds.js";
import { fence, fenced, type Fence } from "../guard-tables/plugin-handle.js";
import { kitTables, type KitDb } from "../kit-tables.js";
import type { DatabaseKind } from "./columns-to-sql.js";
export type { DatabaseKind };
import { guardedDialect } from "./guarded-dialect.js";
import type { Wall } from "./guarded-connection.js";
import { postgresDialect } from "./postgres-dialect.js";
import type { Sealer } from "./sealing.js";
import { SqliteDialect } from "./sqlite-dialect.js";

export type DatabaseOptions =
  { readonly file: string; readonly readers?: number; readonly synchronous?: "FULL" | "NORMAL" } | { readonly url: string; readonly connections?: number };

export interface Database {
  readonly kind: DatabaseKind;
  /** Without plugins: for migrations, introspection and transactions; once armed its bare queries are refused. */
  readonly root: Kysely<any>;
  readonly kit: KitDb;
  readonly kitFence: Fence;
  /** From now on only guarded queries pass. */
  arm(): void;
  /** Lowers the wall for a check-up that reads the catalogue. */
  disarmed<T>(work: () => Promise<T>): Promise<T>;
  /** Statements so far that changed something, may have, or failed: as long as it stands still, there is nothing to undo. */
  countWrites(): number;
  useSealer(sealer: Sealer<any>): void;
  /** SQLite: writes its log back into the file and empties it, so that nothing overwritten or erased is left there. PostgreSQL vacuums by itself. */
  foldLog(): Promise<void>;
  close(): Promise<void>;
}

const kitNames = new Set(Object.values(kitTables).map((t) => t.name));
const reach = { owner: "server-kit", own: kitNames, views: new Set<string>(), all: kitNames };
const kitFence = fence(reach, columnKinds("server-kit", Object.values(kitTables), {}));

/** Opens SQLite (a file) or PostgreSQL (a URL) behind the wall. */
export function openDatabase(options: DatabaseOptions): Database {
  const kind: DatabaseKind = "url" in options ? "postgres" : "sqlite";
  const wall: Wall = { kind, armed: false, writes: 0, sealer: undefined };
  const inner = "url" in options ? postgresDialect(options) : new SqliteDialect(options);
  const root = new Kysely<any>({ dialect: guardedDialect(inner, wall) });
  return {
    kind,
    root,
    kitFence,
    kit: fenced(root, kitFence),
    arm: () => void (wall.armed = true),
    async disarmed(work) {
      const before = wall.armed;
      wall.armed = false;
      return work().finally(() => (wall.armed = before));
    },
    countWrites: () => wall.writes,
    useSealer: (sealer) => void (wall.sealer = sealer),
    async foldLog() {
      if (kind !== "sqlite") return;
      const fold = sql`pragma wal_checkpoint(truncate)`.compile(root);
      checked.add(fold.query);
      await root.executeQuery(fold);
    },
    close: () => root.destroy(),
  };
}
