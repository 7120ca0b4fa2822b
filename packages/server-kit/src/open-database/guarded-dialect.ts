import type { DatabaseConnection, Dialect, Driver, Kysely, QueryCompiler, TransactionSettings } from "kysely";
import { GuardedConnection, type Wall } from "./guarded-connection.js";

class GuardedDriver implements Driver {
  constructor(
    private readonly inner: Driver,
    private readonly wall: Wall,
  ) {}

  init = () => this.inner.init();
  destroy = () => this.inner.destroy();

  async acquireConnection(): Promise<DatabaseConnection> {
    return new GuardedConnection(await this.inner.acquireConnection(), this.wall);
  }

  async releaseConnection(connection: GuardedConnection): Promise<void> {
    connection.forget();
    await this.inner.releaseConnection(connection.inner);
  }

  beginTransaction = (connection: GuardedConnection, settings: TransactionSettings) => this.inner.beginTransaction(connection.inner, settings);

  async commitTransaction(connection: GuardedConnection): Promise<void> {
    await this.inner.commitTransaction(connection.inner);
    connection.keep();
  }

  async rollbackTransaction(connection: GuardedConnection): Promise<void> {
    connection.forget();
    await this.inner.rollbackTransaction(connection.inner);
  }

  savepoint = (connection: GuardedConnection, name: string, compile: QueryCompiler["compileQuery"]) => this.inner.savepoint!(connection.inner, name, compile);

  async rollbackToSavepoint(connection: GuardedConnection, name: string, compile: QueryCompiler["compileQuery"]): Promise<void> {
    await this.inner.rollbackToSavepoint!(connection.inner, name, compile);
    connection.forget();
  }

  releaseSavepoint = (connection: GuardedConnection, name: string, compile: QueryCompiler["compileQuery"]) =>
    this.inner.releaseSavepoint!(connection.inner, name, compile);
}

/** Any dialect with the wall in front of it. */
export function guardedDialect(inner: Dialect, wall: Wall): Dialect {
  return {
    createAdapter: () => inner.createAdapter(),
    createQueryCompiler: () => inner.createQueryCompiler(),
    createIntrospector: (db: Kysely<any>) => inner.createIntrospector(db),
    createDriver: () => new GuardedDriver(inner.createDriver(), wall) as Driver,
  };
}
