import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServerPart } from "@lianxin/plugin-kit";
import { migrateAll, openDatabase, orderPlugins, type DatabaseOptions } from "@lianxin/server-kit";
import pg from "pg";

type Parts = readonly ServerPart<any, any, any>[];

const addressOf = (name: string): DatabaseOptions => {
  const url = new URL(process.env.LIANXIN_TEST_POSTGRES!);
  url.pathname = `/${name}`;
  return { url: url.href, connections: 6 };
};

async function order(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.LIANXIN_TEST_POSTGRES });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function createDatabase(template?: string): Promise<string> {
  const name = `lianxin_${randomBytes(8).toString("hex")}`;
  await order(`create database ${name}${template ? ` template ${template}` : ""}`);
  return name;
}

/** Each is 11 MB of what is often memory, and a run makes thousands: it goes when its test is over, which may close twice. A file goes with its folder. */
export async function dropDatabase(options: DatabaseOptions): Promise<void> {
  if ("url" in options) await order(`drop database if exists ${new URL(options.url).pathname.slice(1)} with (force)`);
}

async function migrate(options: DatabaseOptions, parts: Parts): Promise<void> {
  const database = openDatabase(options);
  await migrateAll(database, orderPlugins(parts));
  await database.close();
}

async function createTemplate(parts: Parts): Promise<string> {
  const name = await createDatabase();
  await migrate(addressOf(name), parts);
  return name;
}

let folderOfTemplates: string | undefined;
function templateFolder(): string {
  if (folderOfTemplates) return folderOfTemplates;
  const folder = mkdtempSync(join(tmpdir(), "lianxin-templates-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  folderOfTemplates = folder;
  return folder;
}

async function createTemplateFile(parts: Parts): Promise<string> {
  const file = join(templateFolder(), `${randomBytes(8).toString("hex")}.sqlite`);
  await migrate({ file }, parts);
  return file;
}

const isPostgres = (): boolean => process.env.LIANXIN_TEST_DB === "postgres";
const templates: { readonly parts: Parts; readonly name: Promise<string> }[] = [];

/** Creating the tables anew for each test took most of a run; who starts the same plugins gets a copy of the same empty tables. */
function templateFor(parts: Parts): Promise<string> {
  const known = templates.find((one) => one.parts.length === parts.length && one.parts.every((part, i) => part === parts[i]));
  if (known) return known.name;
  const made = { parts, name: isPostgres() ? createTemplate(parts) : createTemplateFile(parts) };
  templates.push(made);
  return made.name;
}

/** A fresh database of the kind the run asks for: a file in the folder, or a new database on the run's PostgreSQL server; there with the tables of plugins, if named. */
export async function databaseOptions(folder: string, parts?: Parts): Promise<DatabaseOptions> {
  if (isPostgres() && !process.env.LIANXIN_TEST_POSTGRES)
    throw new Error("LIANXIN_TEST_POSTGRES names no server. Maybe run the tests through npm test, which starts one.");
  const template = parts && (await templateFor(parts));
  if (isPostgres()) return addressOf(await createDatabase(template));
  const file = join(folder, "lianxin.sqlite");
  if (template) await copyFile(template, file);
  return { file };
}
