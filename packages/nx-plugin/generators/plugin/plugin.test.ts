import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorkspace, type TestWorkspace } from "../test-workspace.js";

const minutes = 60_000;
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = aWorkspace();
  await workspace.run("nx", ["g", "@lianxin/nx-plugin:plugin", "book-corner", "--enable", "--skipInstall", "--on=2026-12-01"]);
  await workspace.run("nx", ["g", "@lianxin/nx-plugin:feature", "greet-reader", "--plugin=book-corner"]);
  await workspace.run("nx", [
    "g",
    "@lianxin/nx-plugin:migration",
    "add-due-date",
    "--plugin=book-corner",
    "--table=note",
    "--columns=dueOn:date,pages:int",
    "--on=2026-12-02",
  ]);
}, 3 * minutes);
afterAll(() => workspace.remove());

const read = (path: string) => readFileSync(join(workspace.root, path), "utf8");

test("every test of a new plugin, of a feature and of a migration added to it passes at once", { timeout: 2 * minutes }, async () => {
  const report = join(workspace.root, "report.json");

  await workspace.run("vitest", ["run", "--project=node", "--reporter=json", `--outputFile=${report}`, "plugins/book-corner"]);

  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8")) as Record<string, number>;
  expect({ numPassedTests, numFailedTests, numPendingTests }).toEqual({ numPassedTests: 10, numFailedTests: 0, numPendingTests: 0 });
});

test("the types of a new plugin hold, those of its tests included", { timeout: 4 * minutes }, async () => {
  const options = { composite: false, declaration: false, declarationMap: false, noEmit: true };
  writeFileSync(
    join(workspace.root, "tsconfig.check.json"),
    JSON.stringify({ extends: "./tsconfig.base.json", compilerOptions: options, include: ["plugins/*/src"] }),
  );

  const printed = await workspace.run("tsc", ["-p", "tsconfig.check.json", "--listFiles"]).catch((error: Error) => error.message);

  expect(printed).toContain(join(workspace.root, "plugins/book-corner/src/add-note/add-note.test.ts"));
  expect(printed.split("\n").filter((line) => line.startsWith("plugins/"))).toEqual([]);
});

test("the line in lianxin.config.ts makes the server load it", { timeout: minutes }, async () => {
  const ask = `import { enabledPlugins } from "./apps/server/src/start-server.ts"; console.log(JSON.stringify((await enabledPlugins()).map((p) => p.server.plugin.id)));`;
  writeFileSync(join(workspace.root, "ask.mts"), ask);

  const printed = await workspace.run("tsx", ["--conditions=@lianxin/source", "ask.mts"]);

  expect(JSON.parse(printed)).toContain("book-corner");
});

test("its pages are built into a door that names them", { timeout: minutes }, async () => {
  await workspace.run("vite", ["build"], "plugins/book-corner");

  const door = JSON.parse(read("plugins/book-corner/dist/web/door.json")) as { id: string; pages: { path: string; title: string }[] };
  expect([door.id, door.pages.map(({ path, title }) => [path, title])]).toEqual(["book-corner", [["/book-corner", "book-corner.page.title"]]]);
});

test("the workspace knows it: as a reference, a dependency and a formatted folder", { timeout: minutes }, async () => {
  const [references, dependencies] = [JSON.parse(read("tsconfig.json")).references, JSON.parse(read("apps/server/package.json")).dependencies];
  await workspace.run("prettier", ["--check", "plugins", "tsconfig.json", "apps/server/lianxin.config.ts", "apps/server/package.json"]);

  expect(references).toContainEqual({ path: "plugins/book-corner" });
  expect(dependencies).toMatchObject({ "@lianxin/book-corner": "0.1.0" });
  expect(read("plugins/book-corner/src/plugin.ts").split("\n").length).toBeLessThanOrEqual(40);
});

test("between three and five lessons stand in it, each on one line", () => {
  const files = ["plugin.ts", "tables.ts", "add-note/add-note.route.ts", "list-notes/list-notes.route.ts", "migrations/2026-12-01-note.ts"];

  const lessons = files.flatMap((file) => read(`plugins/book-corner/src/${file}`).match(/^\/\/ LESSON: .+$/gm) ?? []);

  expect(lessons).toHaveLength(5);
});
