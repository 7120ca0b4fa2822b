import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Platform } from "../answer-requests/platform.js";
import { openTestDatabase, type TestDatabase } from "../open-database/test-database.js";
import { collectTexts } from "../start-plugins/translate.js";
import { listThere, runThere } from "./ask-server.js";
import { openCommandDoor, type CommandDoor } from "./command-door.js";
import { listCommands, runCommand } from "./run-command.js";

const shift = {
  plugin: { id: "shift", dependsOn: [], tables: {}, permissions: {}, messages: {} },
  commands: [
    { id: "close", describe: "关掉一班", run: async (_: unknown, args: readonly string[]) => ({ closed: args }) },
    { id: "fail", describe: "不成", run: async () => Promise.reject(new Error("SELECT phone FROM person")) },
  ],
  services: () => ({}),
  messages: {},
};
let opened: TestDatabase;
let data: string;
let platform: Platform;
let door: CommandDoor | undefined;
beforeEach(async () => {
  [opened, data] = [await openTestDatabase(), await mkdtemp(join(tmpdir(), "lx-"))];
  const ports = { clock: { now: () => "2026-09-09T00:00:00.000Z", today: () => "2026-09-09", zone: "Asia/Shanghai" } };
  const known = { parts: [shift], fences: new Map([["shift", opened.database.kitFence]]), configs: new Map(), wakeOutbox: () => undefined };
  platform = { ...opened, ports, texts: collectTexts([]), ...known } as unknown as Platform;
});
afterEach(async () => {
  await door?.close();
  door = undefined;
  await opened.close();
  await rm(data, { recursive: true, force: true });
});

test("a plugin's command runs with its arguments in a turn of the write lane", async () => {
  expect(listCommands(platform)).toEqual([
    { name: "shift.close", describe: "关掉一班" },
    { name: "shift.fail", describe: "不成" },
  ]);
  expect(await runCommand(platform, "shift.close", ["a", "b"])).toEqual({ closed: ["a", "b"] });
});

test("a command nobody has is refused with those there are", async () => {
  await expect(runCommand(platform, "shift.open", [])).rejects.toMatchObject({ code: "kit.commandUnknown", params: { known: "shift.close、shift.fail" } });
});

test("the running server is asked where there is one, and says what it refuses in words", async () => {
  door = await openCommandDoor(platform, data, () => undefined);

  expect(await listThere(data)).toHaveLength(2);
  expect(await runThere(data, { name: "shift.close", args: ["x"] })).toEqual({ result: { closed: ["x"] } });
  await expect(runThere(data, { name: "shift.open", args: [] })).rejects.toThrow("没有“shift.open”这个命令\nMaybe 现有的命令：shift.close、shift.fail");
  await expect(runThere(data, { name: "shift.fail", args: [] })).rejects.not.toThrow("SELECT");
});

test("nobody is asked where no server runs, also after one that was killed", async () => {
  expect(await runThere(data, { name: "shift.close", args: [] })).toBeUndefined();
  door = await openCommandDoor(platform, data, () => undefined);
  await door.close();
  door = await openCommandDoor(platform, data, () => undefined);

  expect(await runThere(data, { name: "shift.close", args: [] })).toEqual({ result: { closed: [] } });
});

test("a folder whose path is too long for a socket is told of, and the server starts all the same", async () => {
  const told: string[] = [];

  door = await openCommandDoor(platform, join(data, "x".repeat(120)), (what) => told.push(what));

  expect(told).toEqual([expect.stringContaining("too long for a socket")]);
});
