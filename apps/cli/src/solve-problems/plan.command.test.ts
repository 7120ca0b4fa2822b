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

/** A problem of meetings in a year whose holidays are known. */
const aProblem = (seed: number, count: number) => ({ ...generatePublished(seed, count), holidays: [{ year: 2026, days: [] }] });

function writeProblem(name: string, problem: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(problem));
  return file;
}

test("writes the same plan for the same seed and steps, and says in JSON what became of it", async () => {
  const problem = aProblem(2, 40);
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
  const problem = aProblem(5, 100);
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
  expect(complained).toMatch(/计划期至少要有一天[^]*请把“horizon.days”写成 1 以上的整数[^]*at least one day[^]*whole number of 1 or more/);
}, 120_000);

test("prints a plan that is JSON and nothing else when no file is named, and says the rest beside it", async () => {
  const file = writeProblem("twenty.json", aProblem(2, 20));

  const { code, said, complained } = await lianxin(["plan", file, "--iterations", "512"]);

  expect([code, readPlanFile(said).length]).toEqual([0, 20]);
  expect(complained).toContain("placed 20, unplaced 0");
}, 120_000);

const chair = { id: "chair", busy: [{ from: "2026-12-21T09:00", to: "2026-12-21T12:00" }] };
const council = { id: "council", minutes: 60, required: ["chair"] };
const december = { horizon: { start: "2026-12-20", days: 5 }, holidays: [{ year: 2026, days: [] }], people: [chair], venues: [], meetings: [council] };

test.each([
  [
    "a pin that breaks a rule",
    2,
    { ...december, meetings: [{ ...council, pinned: { start: "2026-12-21T09:00" } }] },
    /council: 违反会议规则：1 处 .* Rules of a meeting broken: 1/,
  ],
  ["a meeting without a place", 2, { ...december, meetings: [{ ...council, deadline: "2026-12-19" }] }, /没排上 1 个/],
  ["a draft", 3, { ...december, holidays: [] }, /2026 年的放假安排未导入，这是草稿 .* a draft: the holidays of 2026/],
])(
  "ends with a code of its own and words in both languages for %s",
  async (_, code, problem, words) => {
    const file = writeProblem("odd.json", problem);

    const ended = await lianxin(["plan", file, "--iterations", "512"]);

    expect([ended.code, readPlanFile(ended.said).length]).toEqual([code, code === 2 && words.source.startsWith("没") ? 0 : 1]);
    expect(ended.complained).toMatch(words);
  },
  120_000,
);

test("explains itself with --help", async () => {
  const { code, said } = await lianxin(["plan", "--help"]);

  expect(code).toBe(0);
  for (const option of ["--out", "--seconds", "--iterations", "--seed", "--json"]) expect(said).toContain(option);
}, 120_000);
