import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeLedger } from "@lianxin/documents";
import { filesFolder } from "../community.js";
import { ledgersByName } from "./ledgers.js";
import { hasSameCells } from "./same-cells.js";

// A file that says the same stays as it is, so that writing all anew changes nothing in the repository.
for (const [name, ledger] of ledgersByName()) {
  const path = join(filesFolder, name);
  const bytes = await writeLedger(ledger);
  const there = await readFile(path).catch(() => undefined);
  if (!there || !hasSameCells(there, bytes)) await writeFile(path, bytes);
}
