import sqlite3 from "sqlite3";
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type Kysely, type QueryResult } from "kysely";
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
  query.kind === "SelectQueryNode" || ("returning" in query && query.returning !== undefined) || (query.kind === "RawNode" && /^\s*(select|with|pragma|explain|values)\b/i.test(sql));

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
  readonly #unsettled: Promise<unknown>[] = [];
  #next = 0;
  writer!: SqliteHandle;

  constructor(readonly options: SqliteOptions) {}

  async init(): Promise<void> {
    const { file, readers = 2, synchronous = "FULL" } = this.options;
    const database = await openFile(file, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE);
    // In order, also when nobody waits in between: so that savepoints need no round trip of their own.
    database.serialize();
    this.writer = new SqliteHandle(database);
    await runScript(this.writer.database, `pragma journal_mode=WAL; pragma synchronous=${synchronous}; pragma busy_timeout=5000; pragma foreign_keys=ON; pragma secure_delete=ON`);
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
    await this.#settle();
    await this.writer.run("commit", [], false);
    this.#pass(connection);
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    this.#unsettled.length = 0;
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

  async savepoint(_: SqliteConnection, name: string): Promise<void> {
    this.#send(`savepoint "${name}"`);
  }

  async rollbackToSavepoint(_: SqliteConnection, name: string): Promise<void> {
    await this.writer.run(`rollback to "${name}"`, [], false);
  }

  async releaseSavepoint(_: SqliteConnection, name: string): Promise<void> {
    this.#send(`release "${name}"`);
  }

  /** Sent without waiting; whether it worked is asked before the commit, which fails if it did not. */
  #send(sql: string): void {
    const sent = this.writer.run(sql, [], false);
    sent.catch(() => undefined);
    this.#unsettled.push(sent);
  }

  async #settle(): Promise<void> {
    const sent = this.#unsettled.splice(0);
    await Promise.all(sent);
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
