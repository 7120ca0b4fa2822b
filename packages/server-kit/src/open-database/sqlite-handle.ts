import sqlite3 from "sqlite3";
import type { QueryResult } from "kysely";

const statementsKept = 400;

/** Opens one connection to a file. `mode` is one of the sqlite3 package's OPEN_ flags. */
export const openFile = (file: string, mode: number): Promise<sqlite3.Database> =>
  new Promise((resolve, reject) => {
    const database = new sqlite3.Database(file, mode, (error) => (error ? reject(error) : resolve(database)));
  });

export const runScript = (database: sqlite3.Database, script: string): Promise<void> =>
  new Promise((resolve, reject) => database.exec(script, (error) => (error ? reject(error) : resolve())));

const parameterOf = (value: unknown): unknown =>
  typeof value === "boolean" ? Number(value) : value === undefined ? null : typeof value === "bigint" ? Number(value) : value;

/** One connection with its cache of prepared statements, least recently used first out. */
export class SqliteHandle {
  readonly #statements = new Map<string, Promise<sqlite3.Statement>>();

  constructor(readonly database: sqlite3.Database) {}

  /** The package drops calls queued on a statement whose prepare failed, and their promises hang: so every prepare is awaited. */
  #prepare(sql: string): Promise<sqlite3.Statement> {
    const known = this.#statements.get(sql);
    if (known) {
      this.#statements.delete(sql);
      this.#statements.set(sql, known);
      return known;
    }
    const prepared = new Promise<sqlite3.Statement>((resolve, reject) => {
      const statement = this.database.prepare(sql, (error: Error | null) => (error ? reject(error) : resolve(statement)));
    });
    prepared.catch(() => this.#statements.delete(sql));
    this.#statements.set(sql, prepared);
    this.#dropOldest();
    return prepared;
  }

  #dropOldest(): void {
    if (this.#statements.size <= statementsKept) return;
    const [sql, statement] = this.#statements.entries().next().value!;
    this.#statements.delete(sql);
    statement.then((s) => s.finalize()).catch(() => undefined);
  }

  async run<R>(sql: string, parameters: readonly unknown[], givesRows: boolean): Promise<QueryResult<R>> {
    const statement = await this.#prepare(sql);
    const values = parameters.map(parameterOf);
    return new Promise((resolve, reject) => {
      const refuse = (error: Error): void => {
        statement.reset();
        reject(error);
      };
      if (givesRows) statement.all<R>(values, (error, rows) => (error ? refuse(error) : resolve({ rows })));
      else
        statement.run(values, function (this: sqlite3.RunResult, error) {
          if (error) refuse(error);
          else resolve({ rows: [], numAffectedRows: BigInt(this.changes) });
        });
    });
  }

  async close(): Promise<void> {
    for (const statement of this.#statements.values())
      await statement.then((s) => new Promise<void>((done) => s.finalize(() => done()))).catch(() => undefined);
    await new Promise<void>((resolve, reject) => this.database.close((error) => (error ? reject(error) : resolve())));
  }
}
