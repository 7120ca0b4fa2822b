import { PostgresDialect } from "kysely";
import type { CustomTypesConfig, Pool } from "pg";

const int8 = 20;

/** PostgreSQL's int8 comes as text; ours are counts and minutes, so they are read as numbers and refused where that would lie. */
function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`INT_TOO_LARGE: ${text} does not fit a whole number below 2^53.`);
  return value;
}

export interface PostgresOptions {
  readonly url: string;
  readonly connections?: number;
}

/** A pool with deadlines: without them a request hangs as long as the network does. */
async function openPool({ url, connections = 10 }: PostgresOptions): Promise<Pool> {
  const { default: pg } = await import("pg");
  const types = { getTypeParser: (id: number, format?: string) => (id === int8 ? readInt8 : pg.types.getTypeParser(id, format as "text")) };
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: types as CustomTypesConfig,
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  pool.on("error", () => undefined);
  return pool;
}

/** The driver is loaded when PostgreSQL is asked for. */
export const postgresDialect = (options: PostgresOptions): PostgresDialect => new PostgresDialect({ pool: () => openPool(options) });
