import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { score } from "@lianxin/scheduling";
import { generatePublished } from "@lianxin/scheduling/bench";
import { readPlanFile } from "@lianxin/scheduling/files";

interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

const main = join(import.meta.dirname, "../main.ts");
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "lianxin-plan-"))));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command itself, in a process of its own; interrupted when it has said on stderr what `interruptAt` holds. */
function lianxin(args: readonly string[], interruptAt?: string): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", "--conditions=@lianxin/source", main, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let [said, complained, isInterrupted] = ["", "", false];
  child.stdout.on("data", (text) => (said += text));
  child.stderr.on("data", (text) => {
    complained += text;
    if (interruptAt === undefined || isInterrupted || !complained.includes(interruptAt)) return;
    isInterrupted = child.kill("SIGINT");
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said, complained })));
}

function writeProblem(name: string, problem: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(problem));
  return file;
}

test("writes the same plan for the same seed and steps, and says in JSON what became of it", async () => {
  const problem = generatePublished(2, 40);
  const file = writeProblem("forty.json", problem);
  const [first, second] = [join(folder, "first.json"), join(folder, "second.json")];

  const ended = await lianxin(["plan", file, "--iterations", "5000", "--seed", "3", "--out", first, "--json"]);
  await lianxin(["plan", file, "--iterations", "5000", "--seed", "3", "--out", second]);

  const written = readFileSync(first, "utf8");
  expect([ended.code, JSON.parse(ended.said)]).toMatchObject([0, { placed: 40, unplaced: [], isStopped: false, out: first }]);
  expect(readFileSync(second, "utf8")).toBe(written);
  expect(score(problem, readPlanFile(written)).violations).toEqual([]);
}, 120_000);

test("hands over the best plan so far when it is interrupted", async () => {
  const problem = generatePublished(5, 100);
  const file = writeProblem("hundred.json", problem);
  const out = join(folder, "stopped.json");

  const { code, said } = await lianxin(["plan", file, "--seconds", "600", "--out", out], "Ctrl-C");

  expect([code, said]).toEqual([0, expect.stringContaining("stopped early")]);
  expect(score(problem, readPlanFile(readFileSync(out, "utf8"))).violations).toEqual([]);
}, 120_000);

test("refuses a file in words of both languages, naming the item, and writes nothing", async () => {
  const file = writeProblem("bad.json", { horizon: { start: "2026-09-01", days: 0 }, people: [], venues: [], meetings: [] });

  const { code, said, complained } = await lianxin(["plan", file]);

  expect([code, said]).toEqual([1, ""]);
  expect(complained).toMatch(/计划期至少要有一天[^]*at least one day/);
}, 120_000);

test("explains itself with --help", async () => {
  const { code, said } = await lianxin(["plan", "--help"]);

  expect(code).toBe(0);
  for (const option of ["--out", "--seconds", "--iterations", "--seed", "--json"]) expect(said).toContain(option);
}, 120_000);
