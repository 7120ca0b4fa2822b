import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ESLint } from "eslint";
import { beforeAll, expect, test } from "vitest";

const repository = join(import.meta.dirname, "../../..");
/** The house's own configuration, without the rules that need the types of the whole tree. */
const eslint = new ESLint({
  cwd: repository,
  overrideConfig: [
    { files: ["**/*.ts", "**/*.tsx"], languageOptions: { parserOptions: { project: null } }, rules: { "@typescript-eslint/no-floating-promises": "off" } },
  ],
});

async function refusalsOf(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(repository, filePath) });
  return result!.messages.filter(({ severity }) => severity === 2).map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

/** The boundary rules read the graph that Nx keeps; asking for the projects brings it up to date. The first file read loads every rule. */
beforeAll(async () => {
  await promisify(execFile)(join(repository, "node_modules/.bin/nx"), ["show", "projects"], { cwd: repository, env: { ...process.env, NX_DAEMON: "false" } });
  await refusalsOf("packages/plugin-kit/src/planted.ts", "");
}, 120_000);

const importing = (name: string) => `import * as planted from "${name}";\nexport const used = planted;\n`;
const boundary = expect.stringContaining("@nx/enforce-module-boundaries");
const library = expect.stringContaining("no-restricted-imports");

test.each([
  ["a kit imports a plugin", "packages/plugin-kit/src/planted.ts", "@lianxin/directory"],
  ["the platform imports a plugin", "packages/server-kit/src/planted.ts", "@lianxin/hello-plugin"],
  ["the engine imports an example", "packages/engine/directory/src/planted.ts", "@lianxin/hello-plugin"],
  ["a plugin imports an app", "packages/engine/matters/src/planted.ts", "@lianxin/server"],
  ["a pure package imports one of ours", "packages/scheduling/src/planted.ts", "@lianxin/plugin-kit"],
  ["paper and files import one of ours", "packages/documents/src/planted.ts", "@lianxin/plugin-kit"],
  ["the engine imports the test harness outside tests", "packages/engine/directory/src/planted.ts", "@lianxin/testing"],
])("lint refuses when %s", async (_, file, name) => {
  const refusals = await refusalsOf(file, importing(name));

  expect(refusals).toEqual([boundary]);
});

test.each([
  ["a plugin opens a driver", "packages/engine/directory/src/planted.ts", "sqlite3"],
  ["a plugin speaks HTTP by itself", "packages/engine/directory/src/planted.ts", "fastify"],
  ["a plugin writes calendar files by itself", "packages/engine/meetings/src/planted.ts", "ics"],
  ["the platform writes paper", "packages/server-kit/src/planted.ts", "docx"],
  ["a page imports the mail library", "packages/web-kit/src/planted.ts", "nodemailer"],
])("lint refuses when %s", async (_, file, name) => {
  const refusals = await refusalsOf(file, importing(name));

  expect(refusals).toContainEqual(library);
});

test.each([
  ["the system clock", "export const now = Date.now();"],
  ["the system clock through a date", "export const now = new Date();"],
  ["its own randomness", "export const chance = Math.random();"],
  ["SQL made of text", 'export const query = sql.raw("select 1");'],
  ["a sealed value from inside", "export const text = Classified.sealedText(value);"],
])("lint refuses a plugin that takes %s", async (_, code) => {
  const refusals = await refusalsOf("packages/engine/directory/src/planted.ts", `${code}\n`);

  expect(refusals).toEqual([expect.stringContaining("no-restricted-syntax")]);
});

test("what the map allows passes: a plugin on its kit, tests on the harness, apps on the platform", async () => {
  const refusals = await Promise.all([
    refusalsOf("packages/engine/directory/src/planted.ts", importing("@lianxin/plugin-kit")),
    refusalsOf("packages/engine/directory/src/planted.test.ts", importing("@lianxin/testing")),
    refusalsOf("packages/server-kit/src/planted.ts", importing("fastify")),
    refusalsOf("apps/server/src/planted.ts", importing("@lianxin/server-kit")),
  ]);

  expect(refusals.flat()).toEqual([]);
});
