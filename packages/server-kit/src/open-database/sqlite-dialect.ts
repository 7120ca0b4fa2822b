import sqlite3 from "sqlite3";
import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from "kysely";
import { openFile, runScript, SqliteHandle } from "./sqlite-handle.js";
import { Turn } from "./turn.js";

export interface SqliteOptions {
  readonly file: string;
  /** Read-only connections beside the one writer. */
  readonly readers?: number;
  /** NORMAL loses acknowledged writes in a power cut; only the negative control of that test asks for it. */
  readonly synchronous?: "FULL" | "NORMAL";
}

const givesRows = ({ query, sql }: CompiledQuery): boolean =>
  query.kind === "SelectQueryNode" ||
  ("returning" in query && query.returning !== undefined) ||
  (query.kind === "RawNode" && /^\s*(select|with|pragma|explain|values)\b/i.test(sql));

class SqliteConnection implements DatabaseConnection {
  /** Passes the writer's turn on; set while this connection is in a transaction. */
  release: (() => void) | undefined;

  constructor(readonly driver: SqliteDriver) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { driver } = this;
    if (this.release) return driver.writer.run(query.sql, query.parameters, givesRows(query));
    const reader = query.query.kind === "SelectQueryNode" ? driver.nextReader() : undefined;
    if (reader) return reader.run(query.sql, query.parameters, true);
    const pass = await driver.turn.take();
    try {
      return await driver.writer.run(query.sql, query.parameters, givesRows(query));
    } finally {
      pass();
    }
  }

  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error("SQLite answers are not streamed. Maybe read in pages.");
  }
}

class SqliteDriver implements Driver {
  readonly turn = new Turn();
  readonly #readers: SqliteHandle[] = [];
  #release = "";
  #next = 0;
  writer!: SqliteHandle;

  constructor(readonly options: SqliteOptions) {}

  async init(): Promise<void> {
    const { file, readers = 2, synchronous = "FULL" } = this.options;
    this.writer = new SqliteHandle(await openFile(file, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE));
    await runScript(
      this.writer.database,
      `pragma journal_mode=WAL; pragma synchronous=${synchronous}; pragma busy_timeout=5000; pragma foreign_keys=ON; pragma secure_delete=ON`,
    );
    for (let i = 0; i < readers; i++) {
      const reader = new SqliteHandle(await openFile(file, sqlite3.OPEN_READONLY));
      await runScript(reader.database, "pragma busy_timeout=5000; pragma query_only=ON");
      this.#readers.push(reader);
    }
  }

  nextReader(): SqliteHandle | undefined {
    return this.#readers[this.#next++ % Math.max(1, this.#readers.length)];
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new SqliteConnection(this);
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(connection: SqliteConnection): Promise<void> {
    const release = await this.turn.take();
    try {
      await this.writer.run("begin immediate", [], false);
      connection.release = release;
    } catch (error) {
      release();
      throw error;
    }
  }

  /** A COMMIT that fails (deferred key, full disk) leaves the transaction open: the turn is kept until the rollback. */
  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await runScript(this.writer.database, `${this.#takeRelease()}commit`);
    this.#pass(connection);
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    this.#takeRelease();
    try {
      await this.writer.run("rollback", [], false);
    } finally {
      this.#pass(connection);
    }
  }

  #pass(connection: SqliteConnection): void {
    const { release } = connection;
    connection.release = undefined;
    release?.();
  }

  /** The release before it goes along: one round trip for both, because each costs as much as a statement. */
  async savepoint(_: SqliteConnection, name: string): Promise<void> {
    await runScript(this.writer.database, `${this.#takeRelease()}savepoint "${name}"`);
  }

  async rollbackToSavepoint(_: SqliteConnection, name: string): Promise<void> {
    await runScript(this.writer.database, `${this.#takeRelease()}rollback to "${name}"`);
  }

  /** Waits for the next savepoint or the commit: what is written in between by the same transaction is kept or lost with it either way. */
  async releaseSavepoint(_: SqliteConnection, name: string): Promise<void> {
    this.#release = `release "${name}"; `;
  }

  #takeRelease(): string {
    const release = this.#release;
    this.#release = "";
    return release;
  }

  async destroy(): Promise<void> {
    for (const reader of this.#readers) await reader.close();
    await this.writer?.close();
  }
}

/** Kysely on the `sqlite3` package: one writer, several read-only readers, cached statements; selects outside a transaction go to a reader. */
export class SqliteDialect implements Dialect {
  constructor(private readonly options: SqliteOptions) {}

  createAdapter = () => new SqliteAdapter();
  createQueryCompiler = () => new SqliteQueryCompiler();
  createIntrospector = (db: Kysely<any>) => new SqliteIntrospector(db);
  createDriver = (): Driver => new SqliteDriver(this.options) as Driver;
}
