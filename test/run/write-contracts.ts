import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findStale } from "../contracts/compare-files.js";
import { contractFiles } from "../contracts/contract-files.js";
import { findPlugins } from "../contracts/find-doors.js";

const root = join(import.meta.dirname, "../..");

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Writes what each plugin promises; with --check it only says which promises are out of date, and fails when one is. */
async function main(): Promise<void> {
  const isCheck = process.argv.includes("--check");
  const wanted = await contractFiles(await findPlugins(root));
  const stale = findStale(root, wanted);
  if (!isCheck) for (const path of stale) write(path, wanted.get(path)!);
  for (const path of stale) console.log(`${isCheck ? "stale" : "written"}  ${path}`);
  console.log(`${wanted.size} contracts, ${stale.length} ${isCheck ? "stale" : "written"}`);
  if (isCheck && stale.length > 0) console.log('Maybe run "npm run contract" and read the difference before you commit it.');
  process.exitCode = isCheck && stale.length > 0 ? 1 : 0;
}

await main();
