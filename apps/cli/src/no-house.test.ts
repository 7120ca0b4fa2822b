import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addDoctor } from "./check-house/doctor.command.js";
import { addVerify } from "./check-house/verify.command.js";
import { addKeys } from "./keep-house/keys.command.js";
import { addUndelivered } from "./keep-house/undelivered.command.js";
import { addBackup } from "./move-data/backup.command.js";
import { addRun } from "./run-command/run.command.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "no-house-"));
  vi.stubEnv("LIANXIN_DATA", join(folder, "data"));
  vi.stubEnv("LIANXIN_KEYS", join(folder, "keys"));
  vi.stubEnv("DATABASE_URL", undefined);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

test.each([
  ["doctor"],
  ["verify"],
  ["keys"],
  ["keys", "--rotate"],
  ["undelivered"],
  ["undelivered", "--retry", "all"],
  ["run"],
  ["run", "some-command"],
  ["backup", "copy.sqlite"],
])("%s %s says that no house stands here and founds none", async (...words: string[]) => {
  const program = new Command();
  for (const add of [addDoctor, addVerify, addKeys, addUndelivered, addRun, addBackup]) add(program);

  const end = program.parseAsync(words.filter(Boolean), { from: "user" });

  await expect(end).rejects.toThrow(/There is no data in .*\nMaybe LIANXIN_DATA names another folder/);
  expect([existsSync(join(folder, "data")), existsSync(join(folder, "keys"))]).toEqual([false, false]);
});
