import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { embedExamples } from "./embed-examples.js";
import { findDeadLinks } from "./find-links.js";
import { findLicences, findManifests } from "./find-packages.js";

const root = join(import.meta.dirname, "../..");
const pagesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join(folder, path));
const pagesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));

test("every link of the README, of docs and of each package's README leads somewhere", () => {
  const pages = [...new Set([...pagesBelow(join(root, "docs")), ...findManifests(root).flatMap((file) => pagesIn(dirname(file)))])];

  const dead = pages.flatMap((page) => findDeadLinks(page, root).map((target) => `${relative(root, page)} → ${target}`));

  expect(pages.length).toBeGreaterThan(10);
  expect(dead).toEqual([]);
});

test("a link to a missing file or a missing heading is found, one in a code block is not a link", () => {
  const folder = mkdtempSync(join(tmpdir(), "lianxin-links-"));
  const page = join(folder, "page.md");
  writeFileSync(page, "# 一 Two\n[a](page.md) [b](gone.md) [c](#一-two) [d](page.md#three) [e](https://x.example)\n```\n[f](nowhere.md)\n```\n");

  const dead = findDeadLinks(page, folder);

  rmSync(folder, { recursive: true });
  expect(dead).toEqual(["gone.md", "page.md#three"]);
});

test("docs/dependencies.md has one line for each library, with the licence that is installed", () => {
  const page = readFileSync(join(root, "docs/dependencies.md"), "utf8");

  const lines = [...page.matchAll(/^\| `([^`]+)` \| [^|]+ \| ([^|]+) \| [^|]+ \|$/gm)].map(([, name, licence]) => `${name} ${licence!.trim()}`);

  expect(lines.sort()).toEqual([...findLicences(root)].map(([name, licence]) => `${name} ${licence}`).sort());
});

test("the code in docs/write-a-plugin.md is the code of hello-plugin", async () => {
  const page = join(root, "docs/write-a-plugin.md");

  const embedded = embedExamples(readFileSync(page, "utf8"), (path) => readFileSync(join(root, path), "utf8"));

  expect(embedded.match(/^<!-- from /gm)!.length).toBeGreaterThanOrEqual(8);
  await expect(embedded).toMatchFileSnapshot(page);
});

test("an example is the whole file, or the lines between two of its lines", () => {
  const file = "one\ntwo\nthree\n";
  const page = (from: string, body: string) => `<!-- from ${from} -->\n\`\`\`ts\n${body}\`\`\`\n`;

  const embedded = [page("a.ts", "old\n"), page("a.ts | tw | th", "")].map((text) => embedExamples(text, () => file));

  expect(embedded).toEqual([page("a.ts", file), page("a.ts | tw | th", "two\nthree\n")]);
  expect(() => embedExamples(page("a.ts | four | five", ""), () => file)).toThrow("a.ts has no line that begins with four");
  expect(() => embedExamples("<!-- from a.ts -->\n\n```ts\n```\n", () => file)).toThrow("no block of code below it");
});
