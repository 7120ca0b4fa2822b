import { buildSync } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { createAnswerer, type MatchingReply, type MatchingRequest } from "./answer-message.js";

const problem = { format: "lianxin-match/1", people: [{ id: "a" }, { id: "b" }], places: [{ id: "x" }], pairs: [{ person: "a", place: "x" }] } as const;

test("answers a plan, then questions about it, and refuses in codes", () => {
  const answer = createAnswerer();

  expect(answer({ id: 1, ask: "explain", person: "a", place: "x" })).toMatchObject({ id: 1, reply: "refused", code: "notInPlan" });
  expect(answer({ id: 2, ask: "plan", problem })).toMatchObject({ id: 2, reply: "plan", answer: { solved: true, certified: true } });
  expect(answer({ id: 3, ask: "explain", person: "a", place: "x" })).toMatchObject({ id: 3, reply: "explain", answer: { inPlan: true, price: undefined } });
  expect(answer({ id: 4, ask: "plan", problem: { ...problem, people: [] } })).toMatchObject({ id: 4, reply: "refused", code: "emptySide" });
});

test("runs in a worker thread", async () => {
  const folder = mkdtempSync(join(tmpdir(), "matching-worker-"));
  buildSync({
    entryPoints: [join(import.meta.dirname, "../worker.ts")],
    bundle: true,
    platform: "neutral",
    external: ["node:*"],
    format: "esm",
    outfile: join(folder, "worker.mjs"),
  });
  const worker = new Worker(join(folder, "worker.mjs"));
  const request: MatchingRequest = { id: 7, ask: "plan", problem };

  const reply = await new Promise<MatchingReply>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.postMessage(request);
  });
  await worker.terminate();
  rmSync(folder, { recursive: true });

  expect(reply).toMatchObject({ id: 7, reply: "plan", answer: { placements: [{ person: "a", place: "x" }] } });
});
