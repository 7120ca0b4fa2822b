import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { DatabaseOptions } from "@lianxin/server-kit";
import pg from "pg";

/** A fresh database of the kind the run asks for: a file in the folder, or a new database on the run's PostgreSQL server. */
export async function databaseOptions(folder: string): Promise<DatabaseOptions> {
  if (process.env.LIANXIN_TEST_DB !== "postgres") return { file: join(folder, "lianxin.sqlite") };
  const server = process.env.LIANXIN_TEST_POSTGRES;
  if (!server) throw new Error("LIANXIN_TEST_POSTGRES names no server. Maybe run the tests through npm test, which starts one.");
  const name = `lianxin_${randomBytes(8).toString("hex")}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, connections: 6 };
}
