import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { attachRival } from "../bench/matching/attach-rival.js";
import { judge } from "../bench/matching/measure-speed.js";

const start = (script: string) => attachRival("rival", spawn("sh", ["-c", script]), 1_000);
const burn = "while :; do :; done";

test("takes what a rival answers, run after run", async () => {
  const rival = await start("echo ready; while read line; do echo 12.5 42; done");

  expect([await rival.run(), await rival.run()]).toEqual([
    { ms: 12.5, objective: 42 },
    { ms: 12.5, objective: 42 },
  ]);
  rival.stop();
});

test("takes a rival for stopped that the system ended for its CPU time", async () => {
  const rival = await start(`echo ready; read line; ulimit -S -t 1; ${burn}`);

  expect(await rival.run()).toEqual({ ms: 1_000, objective: undefined });
});

test.each([
  ["is killed", "kill -KILL $$"],
  ["is signalled as if for its CPU time, which it never used", "kill -XCPU $$"],
  ["gives up", "echo no memory >&2; exit 3"],
  ["just ends", "exit 0"],
])("throws with what it said when a rival %s in the middle of a run", async (_what, end) => {
  const rival = await start(`echo ready; read line; ${end}`);

  await expect(rival.run()).rejects.toThrow(/rival ended without an answer after \d+ ms of CPU time/);
});

test("throws when a rival answers anything but two numbers", async () => {
  const rival = await start("echo ready; read line; echo 12 infeasible");

  await expect(rival.run()).rejects.toThrow("infeasible");
});

test("throws with what it said when a rival never gets ready", async () => {
  await expect(start("echo no such module >&2; exit 1")).rejects.toThrow(/did not get ready \(code 1\): no such module/);
});

test("a bound above the goal says nothing, one below it holds", () => {
  const [stopped, done] = [
    { ms: 200_000, objective: undefined },
    { ms: 100, objective: 7 },
  ];

  expect([judge(0.2, 0.3, stopped), judge(0.4, 0.3, stopped), judge(0.2, 0.3, done), judge(0.4, 0.3, done)]).toEqual([true, null, true, false]);
});
