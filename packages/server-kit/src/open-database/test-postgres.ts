import { randomBytes } from "node:crypto";
import pg from "pg";

/** A new database on the server whose address the run puts into LIANXIN_TEST_POSTGRES. */
export async function newPostgresDatabase(template?: string): Promise<string> {
  const server = process.env.LIANXIN_TEST_POSTGRES;
  if (!server) throw new Error("LIANXIN_TEST_POSTGRES names no server. Maybe run the tests through npm test, which starts one.");
  const name = `lianxin_${randomBytes(8).toString("hex")}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}${template ? ` template ${template}` : ""}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
