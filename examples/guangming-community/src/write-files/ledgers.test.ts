import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { writeLedger } from "@lianxin/documents";
import { expect, test } from "vitest";
import { council, staff } from "../describe-council/members.js";
import { drawResidents } from "../draw-people/residents.js";
import { filesFolder } from "../community.js";
import { ledgersByName } from "./ledgers.js";
import { hasSameCells } from "./same-cells.js";

test("writes the very cells of the files that are committed, and no file is left over", async () => {
  const ledgers = ledgersByName();

  const same = await Promise.all([...ledgers].map(async ([name, ledger]) => hasSameCells(await readFile(join(filesFolder, name)), await writeLedger(ledger))));

  expect(same).toEqual([...ledgers].map(() => true));
  expect((await readdir(filesFolder)).sort()).toEqual([...ledgers.keys()].sort());
}, 60_000);

test("seats 21 people with a vote: 1 + 1 + 1 + 1 + 2 + 15", () => {
  const count = (party: string) => council.filter((m) => m.party === party).length;

  expect(["社区", "业委会", "物业", "网格长", "党员代表", "居民代表"].map(count)).toEqual([1, 1, 1, 1, 2, 15]);
});

test("draws 2,000 residents of whom only 张桂英 shares a name, and nobody a phone", () => {
  const residents = drawResidents();
  const phones = [...residents, ...council.filter((m) => !m.home), ...staff].flatMap((r) => r.phone ?? []);

  expect(residents).toHaveLength(2000);
  expect(new Set(residents.map((r) => r.name)).size).toBe(1999);
  expect(new Set(phones).size).toBe(phones.length);
  expect(phones.every((p) => /^1990000\d{4}$/.test(p))).toBe(true);
});
