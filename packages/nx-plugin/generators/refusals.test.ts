import { createRequire } from "node:module";
import type { Tree } from "@nx/devkit";
import { createTreeWithEmptyWorkspace } from "@nx/devkit/testing.js";
import { beforeEach, expect, test } from "vitest";

const load = createRequire(import.meta.url);
type Generator = (tree: Tree, options: Record<string, unknown>) => Promise<unknown>;
const [plugin, feature, migration, adr] = ["plugin", "feature", "migration", "adr"].map((name) => load(`./${name}/${name}.cjs`) as Generator) as [
  Generator,
  Generator,
  Generator,
  Generator,
];

let tree: Tree;
beforeEach(() => {
  tree = createTreeWithEmptyWorkspace();
  tree.write("tsconfig.json", '{\n  "references": [\n    { "path": "apps/server" }\n  ]\n}\n');
  tree.write("apps/server/package.json", "{}");
  tree.write("examples/hello-plugin/package.json", '{ "dependencies": { "kysely": "0.28.18" } }');
  tree.write(".prettierrc", '{ "printWidth": 160 }');
});

test("a name that cannot be an id is refused, and a likely one is offered", async () => {
  const made = plugin(tree, { name: "Book Corner" });

  await expect(made).rejects.toThrow('"Book Corner" is no name for a plugin: small letters, digits and single hyphens. Maybe "book-corner".');
});

test("a plugin whose tables would begin like another's is refused before anything is written", async () => {
  tree.write("plugins/volunteer-days/package.json", "{}");

  const made = plugin(tree, { name: "volunteer" });

  await expect(made).rejects.toThrow('The ids "volunteer" and "volunteer-days" cannot live together');
  expect(tree.exists("plugins/volunteer")).toBe(false);
});

test("a plugin that is there already is left alone", async () => {
  tree.write("plugins/book-corner/package.json", "{}");

  const made = plugin(tree, { name: "book-corner" });

  await expect(made).rejects.toThrow("plugins/book-corner is there already. Maybe choose another name.");
});

test("a feature and a migration need their plugin", async () => {
  const answers = await Promise.allSettled([
    feature(tree, { name: "show-note", plugin: "nowhere" }),
    migration(tree, { name: "add-day", plugin: "nowhere", table: "note", columns: "dueOn:date" }),
  ]);

  expect(answers.map((answer) => String((answer as PromiseRejectedResult).reason))).toEqual([
    expect.stringContaining('There is no plugin "nowhere"'),
    expect.stringContaining('There is no plugin "nowhere"'),
  ]);
});

test("a migration refuses a kind of column that old rows could not have, and a table that is not declared", async () => {
  await plugin(tree, { name: "book-corner", on: "2026-12-01" });
  const add = (table: string, columns: string) => migration(tree, { name: "add-day", plugin: "book-corner", table, columns, on: "2026-12-02" });

  await expect(add("note", "keptId:id")).rejects.toThrow('"keptId:id" has no kind this generator knows.');
  await expect(add("shelf", "dueOn:date")).rejects.toThrow('declares no table "book_corner_shelf" line by line');
});

test("a decision gets the next number", async () => {
  tree.write("docs/adr/0003-three.md", "# 3. Three\n");

  await adr(tree, { title: "One lane, for writes!", decision: "One queue.", why: "One writer.", unless: "Two writers." });

  expect(tree.read("docs/adr/0004-one-lane-for-writes.md", "utf-8")).toBe(
    "# 4. One lane, for writes!\n\n**Decision.** One queue.\n\n**Why.** One writer.\n\n**What would change our mind.** Two writers.\n",
  );
});
