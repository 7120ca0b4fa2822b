import { afterEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import { clockFrom } from "../run-with-ports.js";
import { chooseNextRun } from "./choose-next-run.js";
import { createJobRunner } from "./job-runner.js";

let opened: TestDatabase | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

async function open(every: string) {
  opened = await openTestDatabase();
  const { lane, kit, database } = opened;
  let time = Date.parse("2026-09-09T07:00:00.000Z");
  let isBroken = false;
  let runs = 0;
  const runJob = async () => {
    runs++;
    if (isBroken) throw new Error("no paper");
  };
  const ports = { clock: clockFrom(() => time, "Asia/Shanghai") };
  const jobs = [{ id: "hello.remind", plugin: "hello", job: { id: "remind", every, run: async () => undefined } }];
  const runner = () =>
    createJobRunner({ lane, database: database.kind, ports, jobs, runJob, onError: () => undefined, timer: { every: () => () => undefined } });
  return { kit, runner, runs: () => runs, advance: (ms: number) => void (time += ms), setBroken: (broken: boolean) => void (isBroken = broken) };
}

test("a cron time is meant in the community's zone", () => {
  const next = chooseNextRun("0 7 * * *", "2026-09-09T07:00:00.000Z", "Asia/Shanghai");

  expect(next).toBe("2026-09-09T23:00:00.000Z");
  expect(() => chooseNextRun("sometimes", next, "Asia/Shanghai")).toThrow("is not understood");
});

test("times missed while nothing ran are made up by one run", async () => {
  const { runner, runs, advance } = await open("@every 60");
  await runner().start();
  advance(3_600_000);

  const restarted = runner();
  await restarted.start();
  await restarted.tick();
  await restarted.tick();

  expect(runs()).toBe(1);
});

test("two processes run a job once", async () => {
  const { runner, runs, advance } = await open("@every 60");
  const processes = [runner(), runner()];
  for (const process of processes) await process.start();
  advance(60_000);

  await Promise.all(processes.map((process) => process.tick()));

  expect(runs()).toBe(1);
});

test("a throwing job is written down and tried again at its next time", async () => {
  const { kit, runner, runs, advance, setBroken } = await open("@every 60");
  const running = runner();
  await running.start();
  setBroken(true);
  advance(60_000);
  await running.tick();
  const failed = await kit.selectFrom("kit_job").selectAll().execute();
  setBroken(false);
  advance(60_000);
  await running.tick();

  expect(failed).toMatchObject([{ lastError: "Error: no paper", lockedUntil: null, nextRunAt: "2026-09-09T07:02:00.000Z" }]);
  expect(runs()).toBe(2);
  expect(await kit.selectFrom("kit_job").select("lastError").execute()).toEqual([{ lastError: null }]);
});
