import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fenced, KeyRing, openPlatform, openStore, readEnvironment, systemPorts, workAs, type Platform, type Store } from "@lianxin/server-kit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enabledPlugins } from "../start-server.js";
import { tendDead } from "./tend-dead.js";
import { tendKeys } from "./tend-keys.js";

let folder: string;
let store: Store;
let platform: Platform;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lianxin-house-"));
  const environment = readEnvironment({ LIANXIN_DATA: join(folder, "data"), LIANXIN_KEYS: join(folder, "keys") }, folder);
  const ports = systemPorts("Asia/Shanghai");
  store = await openStore(environment, ports);
  platform = await openPlatform({ environment, ports, store, plugins: await enabledPlugins() });
}, 60_000);
afterEach(async () => {
  await platform.lane.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const tell = () => undefined;
const keyFile = () => readFile(join(folder, "keys", "master.key"), "utf8");
/** A person with a sealed phone; gives what reads it. */
async function aPhone(address: string): Promise<() => Promise<unknown>> {
  const [channel] = await workAs(platform, "directory", async ({ services, db }) => {
    const known = await services.settings.find();
    if (!known) await services.authority().welcome({ accountId: "a", name: "王秀珍", community: "光明路社区" });
    const { placeId } = await services.settings.find();
    const id = await services.people.add({ fullName: `何${address.slice(-4)}`, placeId, enteredBy: null, channels: [{ kind: "phone", address }] });
    return db.selectFrom("directory_channel").select("address").where("personId", "=", id).execute();
  });
  return async () => {
    const kit = fenced<any>(store.database.root, store.database.kitFence);
    const rows = await kit.selectFrom("kit_person_key").select(["id as subject", "wrapped", "state"]).execute();
    const ring = new KeyRing(store.keyRing.master, platform.ports);
    return (await ring.openMany([channel.address], { find: async () => rows as never, add: async () => 0 }))[0];
  };
}

test("a rotation wraps everybody's key under a new master key, the old one goes when it is asked for, and values open as before", async () => {
  const read = [await aPhone("19900001111"), await aPhone("19900002222")];
  const before = await keyFile();

  const rotated = await tendKeys.run({ platform, store }, { rotate: true }, tell);
  const between = await tendKeys.run({ platform, store }, {}, tell);
  const retired = await tendKeys.run({ platform, store }, { retire: true }, tell);

  const [old, fresh] = rotated.keys;
  expect([rotated.keys.length, old!.wraps, fresh!.wraps, rotated.newest]).toEqual([2, 0, 2, fresh!.id]);
  expect(between).toEqual(rotated);
  expect(retired.keys.map(({ id }) => id)).toEqual([fresh!.id]);
  expect(await keyFile()).not.toBe(before);
  expect([await read[0]!(), await read[1]!()]).toEqual(["19900001111", "19900002222"]);
});

test("what is dead is listed without contents and tried again, one or all, and the audit says so", async () => {
  const { kit } = store.database;
  const dead = (id: string) => ({
    ...{ id, kind: "mail", topic: "x.mail", aggregate: "person:p", dedupeKey: id, payload: '{"text":"secret"}', state: "dead" },
    ...{ attempts: 8, runAt: "2026-09-09T07:00:00.000Z", lockedUntil: null, lastError: "ESOCKET", createdAt: "2026-09-09T07:00:00.000Z" },
  });
  await platform.lane.run(({ db }) => db.insertInto("kit_outbox").values(["1", "2", "3"].map(dead)).execute());

  const listed = await tendDead.run({ platform, store }, {}, tell);
  const one = await tendDead.run({ platform, store }, { retry: "2" }, tell);
  const all = await tendDead.run({ platform, store }, { retry: "all" }, tell);

  expect(listed.dead.map(({ id, lastError }) => [id, lastError])).toEqual(["3", "2", "1"].map((id) => [id, "ESOCKET"]));
  expect(JSON.stringify(listed)).not.toContain("secret");
  expect([one.retried, one.dead.length, all.retried, all.dead.length]).toEqual([1, 2, 2, 0]);
  await expect(tendDead.run({ platform, store }, { retry: "gone" }, tell)).rejects.toMatchObject({ code: "kit.notFound" });
  const rows = await kit.selectFrom("kit_audit").select("target").where("action", "=", "kit.deliveryRetried").orderBy("target").execute();
  expect(rows.map(({ target }) => target)).toEqual(["1", "2", "3"]);
});
