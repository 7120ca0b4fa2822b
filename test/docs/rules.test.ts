import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const rowForm = /^\| (?<rule>[^|]+) \| `(?<file>[^`]+)` \| (?<title>[^|]+) \|$/;

interface Row {
  readonly rule: string;
  readonly file: string;
  readonly title: string;
}
const rowsIn = (page: string): Row[] => page.split("\n").flatMap((line) => (rowForm.exec(line)?.groups as Row | undefined) ?? []);
const isThere = ({ file, title }: Row): boolean => existsSync(join(root, file)) && readFileSync(join(root, file), "utf8").includes(`"${title}"`);

test("every rule of docs/rules.md names a test that exists", () => {
  const rows = rowsIn(readFileSync(join(root, "docs/rules.md"), "utf8"));

  expect(rows.length).toBeGreaterThan(45);
  expect(rows.filter((row) => !isThere(row)).map(({ rule, title }) => `${rule}: ${title}`)).toEqual([]);
});

test("a title that is in no test is noticed", () => {
  expect(rowsIn("| A rule | `test/docs/rules.test.ts` | no such title |").filter(isThere)).toEqual([]);
});
