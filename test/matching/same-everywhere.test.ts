import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planPeople } from "@lianxin/matching";
import { openBrowser } from "../journeys/open-browser.js";
import { slowPlan } from "./slow-plan.js";
import { solveMany } from "./solve-many.js";

const hasChromium = existsSync(process.env.CHROMIUM ?? "/usr/bin/chromium");
const inBrowser = test.skipIf(!hasChromium);

/** A script as a browser gets it. */
async function bundle(entry: string, globalName?: string): Promise<string> {
  const form = globalName === undefined ? { format: "esm" as const } : { format: "iife" as const, globalName };
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "browser",
    conditions: ["@lianxin/source"],
    logLevel: "error",
    ...form,
  });
  return outputFiles[0]!.text;
}

/** A page that starts the worker's door with `new Worker` and keeps what it says by id. */
const page = `<script type="module">
  const worker = new Worker("/worker.js", { type: "module" });
  globalThis.said = [];
  worker.onmessage = ({ data }) => globalThis.said.push(data);
  globalThis.post = (request) => worker.postMessage(request);
</script>`;

let close = (): Promise<void> => Promise.resolve();
let tab: Page;

beforeAll(async () => {
  if (!hasChromium) return;
  const browser = await openBrowser();
  close = () => browser.close();
  tab = await browser.newPage();
  const worker = await bundle(join(import.meta.dirname, "../../packages/matching/src/worker.ts"));
  for (const [path, body] of Object.entries({ "/": page, "/worker.js": worker }))
    await tab.route(`http://match.test${path}`, (route) => route.fulfill({ body, contentType: path === "/" ? "text/html" : "text/javascript" }));
  await tab.goto("http://match.test/");
  await tab.waitForFunction("globalThis.post");
}, 60_000);
afterAll(() => close());

interface Said {
  readonly id: number;
  readonly kind: string;
  readonly result?: unknown;
  readonly error?: { readonly code: string };
}

/** Posts requests one right after the other, and waits for the last word on each. */
function ask(requests: readonly object[], ids: readonly number[]): Promise<Said[]> {
  return tab.evaluate(
    async ([posts, wanted]) => {
      const { said, post } = globalThis as unknown as { said: Said[]; post(request: object): void };
      for (const one of posts) post(one);
      const last = (id: number) => said.find((reply) => reply.id === id && reply.kind !== "progress");
      while (wanted.some((id) => last(id) === undefined)) await new Promise((go) => setTimeout(go, 20));
      return JSON.parse(JSON.stringify(wanted.map((id) => last(id)))) as Said[];
    },
    [requests, ids] as const,
  );
}

inBrowser(
  "plans, ties included, are the same to the byte in Node and in Chromium (skipped where there is no Chromium)",
  async () => {
    const entry = fileURLToPath(new URL("./solve-many.ts", import.meta.url));
    await tab.evaluate(`${await bundle(entry, "matching")}; globalThis.matching = matching`);

    const there = await tab.evaluate(() => (globalThis as unknown as { matching: { solveMany(): string } }).matching.solveMany());

    const here = solveMany();
    expect(here.length).toBeGreaterThan(10_000);
    expect(there).toBe(here);
  },
  60_000,
);

inBrowser("a web worker plans and explains as Node does, and refuses in codes (skipped where there is no Chromium)", async () => {
  const problem = slowPlan(5);
  const asked = { call: "explain", problem: { ...problem, keep: { mode: "priced", price: 1 } }, placements: [{ person: "p1", place: "q0" }] };

  const [plan, why, refused] = await ask(
    [
      { id: 1, call: "plan", problem },
      { id: 2, ...asked },
      { id: 3, call: "plan", problem: { ...problem, people: [] } },
    ],
    [1, 2, 3],
  );

  expect(plan).toMatchObject({ kind: "done", result: JSON.parse(JSON.stringify(planPeople(problem))) as object });
  expect(why).toMatchObject({ kind: "done", result: [{ person: "p1", place: "q0", price: { kind: "cost" } }] });
  expect(refused).toMatchObject({ kind: "failed", error: { code: "emptySide" } });
});

inBrowser("a web worker reports on its way and stops when it is cancelled (skipped where there is no Chromium)", async () => {
  const replies = await ask(
    [
      { id: 4, call: "plan", problem: slowPlan(120) },
      { id: 4, call: "cancel" },
      { id: 5, call: "plan", problem: slowPlan(3) },
    ],
    [4, 5],
  );

  expect(replies).toMatchObject([
    { id: 4, kind: "failed", error: { code: "cancelled" } },
    { id: 5, kind: "done" },
  ]);
});
