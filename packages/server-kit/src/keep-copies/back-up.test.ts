import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { seededRandom } from "../keep-secrets/test-keys.js";
import { clockFrom, idMaker } from "../run-with-ports.js";
import { fileIn, openStore } from "../start-app/open-store.js";
import { readEnvironment } from "../start-app/read-environment.js";
import { backUp, restore } from "./back-up.js";

const now = "2026-09-09T07:00:00.000Z";
const clock = clockFrom(() => Date.parse(now), "Asia/Shanghai");
const random = seededRandom(3);
const ports = { clock, random, stopwatch: { elapsed: () => 0 }, newId: idMaker(clock, random) };
let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "lianxin-copies-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));
const here = () => readEnvironment({ LIANXIN_DATA: join(folder, "data"), LIANXIN_KEYS: join(folder, "keys") }, folder);

async function inStore<T>(work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> {
  const store = await openStore(here(), ports);
  return work(store).finally(() => store.close());
}
const keep = (id: string) => inStore(({ database }) => database.kit.insertInto("kit_setting").values({ id, value: "x", at: now }).execute());
const kept = () => inStore(async ({ database }) => (await database.kit.selectFrom("kit_setting").select("id").orderBy("id").execute()).map((row) => row.id));

test("a backup put in place is the data of its moment, and what was there is kept under another name", async () => {
  const copy = join(folder, "copy.sqlite");
  await keep("before");
  await backUp(here(), copy);
  await keep("later");

  const other = await restore(here(), copy, now);

  expect(await kept()).toEqual(["before"]);
  expect(existsSync(other!)).toBe(true);
});

test("a restore that broke off does not stand in the way of the next", async () => {
  const copy = join(folder, "copy.sqlite");
  await keep("before");
  await backUp(here(), copy);
  await writeFile(`${fileIn(here().data)}.arriving`, "half a file");

  await restore(here(), copy, now);

  expect(await kept()).toEqual(["before"]);
  expect(existsSync(`${fileIn(here().data)}.arriving`)).toBe(false);
});
