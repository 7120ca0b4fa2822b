import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anArchive, packRepeated, workbookParts } from "./test-archive.js";

const run = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lianxin-refuse-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The child holds the file, then refuses it; what it says is the highest memory the process ever had, before and after. */
const child = `
import { readFileSync } from "node:fs";
const { readSheetInWorker } = await import(process.argv[2]);
const bytes = readFileSync(process.argv[3]);
await readSheetInWorker(Buffer.alloc(0), "warm.csv").catch(() => undefined);
const before = process.resourceUsage().maxRSS;
const start = performance.now();
const code = await readSheetInWorker(bytes, process.argv[3]).then(() => "read", (refusal) => refusal.code);
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ code, milliseconds, megabytes: (process.resourceUsage().maxRSS - before) / 1000 }));
`;

async function refuseInChild(name: string, bytes: Uint8Array): Promise<{ code: string; milliseconds: number; megabytes: number }> {
  const [script, file] = [join(folder, "child.mjs"), join(folder, name)];
  await Promise.all([writeFile(script, child), writeFile(file, bytes)]);
  const module = new URL("./read-sheet-in-worker.ts", import.meta.url).href;
  const { stdout } = await run(process.execPath, ["--import", import.meta.resolve("tsx"), script, module, file]);
  return JSON.parse(stdout) as { code: string; milliseconds: number; megabytes: number };
}

const row = `<row r="1"><c r="A1" t="inlineStr"><is><t>${"a".repeat(1000)}</t></is></c></row>`;
const aBomb = () => {
  const packed = packRepeated(row.repeat(100), 2_000, "<worksheet><sheetData>", "</sheetData></worksheet>");
  return anArchive([...workbookParts(), { name: "xl/worksheets/sheet1.xml", content: "", packed }]);
};

test.each([
  ["bomb.xlsx", "sheet.large.unpacked", aBomb],
  ["large.csv", "sheet.large.file", () => Buffer.alloc(200_000_000, "姓名,电话\n")],
])("a process that is given %s refuses it within 200 ms and 50 MB more than it had", { timeout: 60_000 }, async (name, code, make) => {
  const spent = await refuseInChild(name, make());

  expect(spent.code).toBe(code);
  expect(spent.milliseconds).toBeLessThan(200);
  expect(spent.megabytes).toBeLessThan(50);
});
