import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generatePublished } from "./generate-world/generate-published.js";
import { generateSmall } from "./generate-world/generate-small.js";
import { densePlanCase } from "./oracle/dense-plan-case.js";
import { plan } from "./plan-meetings/plan.js";
import { writePlan } from "./read-problem/plan-file.js";
import { replan } from "./replan-meetings/replan.js";
import type { Answer, Request } from "./serve-requests.js";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const inBrowser = test.skipIf(!existsSync(executablePath));

/** A door of the package as a browser gets it. */
function bundleDoor(door: string): string {
  const { outputFiles } = buildSync({ entryPoints: [join(import.meta.dirname, door)], bundle: true, minify: true, format: "esm", write: false });
  return outputFiles[0]!.text;
}

/** A page that loads the worker's door in a web worker and asks it. */
const page = `<script type="module">
  const worker = new Worker("/worker.js", { type: "module" });
  globalThis.ask = (request) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => data.kind !== "progress" && resolve(JSON.stringify(data));
    worker.postMessage(request);
  });
</script>`;

let browser: Browser | undefined;
let tab: Page;

async function serve(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, body] of Object.entries(files))
    await tab.route(`http://plan.test${path}`, (route) => route.fulfill({ body, contentType: path.endsWith(".js") ? "text/javascript" : "text/html" }));
  await tab.goto("http://plan.test/");
  await tab.waitForFunction("globalThis.ask");
}

beforeAll(async () => {
  if (!existsSync(executablePath)) return;
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  tab = await browser.newPage();
  await serve({ "/": page, "/worker.js": bundleDoor("worker.ts") });
}, 60_000);
afterAll(() => browser?.close());

async function askBrowser<T>(request: Request): Promise<T> {
  const text = await tab.evaluate((asked) => (globalThis as unknown as { ask(r: unknown): Promise<string> }).ask(asked), request as object);
  const answer = JSON.parse(text) as Answer;
  if (answer.kind !== "done") throw new Error(text);
  return answer.result as T;
}

const problems = [
  ["the published shape, 60 meetings", generatePublished(3, 60)],
  ["a small case", generateSmall(5)],
  ["a crowded case with quorums, roles and orders", densePlanCase(12)],
  ["another crowded case", densePlanCase(77)],
] as const;

inBrowser.each(problems)("plans %s in Chromium to the same bytes as in Node, for a seed and a number of iterations", async (_, problem) => {
  const options = { seed: 7, iterations: 20_000 };

  const here = plan(problem, options);
  const there = await askBrowser<typeof here>({ id: 1, call: "plan", problem, options });

  expect(here.assignments.length).toBeGreaterThan(0);
  expect(writePlan(there)).toBe(writePlan(here));
});

inBrowser("re-plans in Chromium to the same bytes as in Node", async () => {
  const problem = generatePublished(4, 80);
  const current = plan(problem, { seed: 1, iterations: 8192 }).assignments;
  const changes = { people: [{ id: "person-3", busy: [{ from: current[5]!.start, to: current[5]!.end }] }] };

  const here = replan(problem, current, changes);
  const there = await askBrowser<typeof here>({ id: 2, call: "replan", problem, current, changes });

  expect(here.moves.length).toBeGreaterThan(0);
  expect(JSON.stringify([there.assignments, there.moves])).toBe(JSON.stringify([here.assignments, here.moves]));
});
