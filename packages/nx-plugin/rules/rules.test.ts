import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RuleTester } from "eslint";
import tseslint from "typescript-eslint";
import { afterAll, describe, test } from "vitest";
import house from "./index.mjs";

RuleTester.describe = describe;
RuleTester.it = test;
const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

const root = mkdtempSync(join(tmpdir(), "lianxin-rules-"));
for (const folder of ["packages", "plugins/club/src", "examples"]) mkdirSync(join(root, folder), { recursive: true });
const tables = [
  'export const note = table("club_note", {',
  "  id: col.id(),",
  "  placePath: col.place(),",
  "});",
  'export const word = table("club_word", {',
  "  id: col.id(),",
  "});",
  'const day = table("club_day", { id: col.id(), placePath: col.place() });',
  "",
];
writeFileSync(join(root, "plugins/club/src/tables.ts"), tables.join("\n"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const options = [{ root }];

tester.run("no-bare-list: many rows of a table with a place are asked for with a scope", house.rules["no-bare-list"]!, {
  valid: [
    { name: "within() narrows by the scope", code: 'within(db, scope, "club_note").selectAll()', options },
    { name: "byId() is one row", code: 'byId(db, "club_note", id).selectAll()', options },
    { name: "a table without a place has nothing to narrow", code: 'db.selectFrom("club_word").selectAll()', options },
    { name: "a table of somebody else is the guard's business", code: 'db.selectFrom("other_note").selectAll()', options },
  ],
  invalid: [
    { name: "a bare list", code: 'db.selectFrom("club_note").selectAll()', options, errors: [{ messageId: "bare", data: { table: "club_note" } }] },
    {
      name: "a bare list under an alias",
      code: 'db.selectFrom("club_note as n").select("n.id")',
      options,
      errors: [{ messageId: "bare", data: { table: "club_note" } }],
    },
    { name: "a bare list among several tables", code: 'db.selectFrom(["club_word", "club_note as n"])', options, errors: 1 },
    { name: "a bare list of a table declared on one line", code: 'db.selectFrom("club_day").selectAll()', options, errors: 1 },
    {
      name: "a bare list inside another question",
      code: 'db.insertInto("club_word").expression(eb => eb.selectFrom("club_note").select("id"))',
      options,
      errors: 1,
    },
  ],
});

const answer = (returns: string) => `route("GET /x", { body: Type.Unknown(), returns: ${returns} })`;
tester.run("no-open-answer: what a route gives back names every field", house.rules["no-open-answer"]!, {
  valid: [
    { name: "fields by name", code: answer("Type.Object({ id: Type.String() })") },
    { name: "nothing at all", code: answer("Type.Object({})") },
    { name: "classified fields", code: answer("Type.Object({ phone: contact(Type.String()) })") },
  ],
  invalid: [
    { name: "Unknown as the whole answer", code: answer("Type.Unknown()"), errors: [{ messageId: "open", data: { name: "Unknown" } }] },
    {
      name: "Any deep inside",
      code: answer("Type.Object({ rows: Type.Array(Type.Object({ more: Type.Any() })) })"),
      errors: [{ messageId: "open", data: { name: "Any" } }],
    },
    { name: "a list of objects without fields", code: answer("Type.Array(Type.Object({}))"), errors: [{ messageId: "open", data: { name: "Object" } }] },
  ],
});
