import type { TestProject } from "vitest/node";
import { startPostgres } from "../../packages/testing/src/start-postgres.js";

/** One PostgreSQL server for a whole run; each test makes a database of its own on it. */
export default async function setup(_project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env.LIANXIN_TEST_DB !== "postgres" || process.env.LIANXIN_TEST_POSTGRES) return undefined;
  const server = await startPostgres();
  if (!server) throw new Error("PostgreSQL is asked for but not installed. Maybe install the Debian package postgresql.");
  process.env.LIANXIN_TEST_POSTGRES = server.url;
  return server.stop;
}
