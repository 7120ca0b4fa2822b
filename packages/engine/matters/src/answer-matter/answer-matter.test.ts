import directory from "@lianxin/directory/server";
import { aCommunity, aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Matters } from "../matters.js";
import server from "../server.js";
import { aMatter } from "../testing.js";

let app: Running;
let personId: string;
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-03T09:00" });
  await aCommunity(app);
  personId = await aPerson(app, { fullName: "周兰", account: "lan", channels: [{ kind: "mail", address: "lan@example.org" }] });
  app.signInAs("secretary");
});
afterEach(() => app.close());

const show = async (id: string) => (await app.call("GET /matters/:matterId", { params: { matterId: id } })).body;
const send = (step: string, id: string, body: object) => app.call(`POST /matters/:matterId/${step}`, { params: { matterId: id }, body });
const ask = <T>(question: (matters: Matters) => Promise<T>) => app.write("matters", (ctx) => question(ctx.services.others));
const letters = async () => (await app.app.platform.database.kit.selectFrom("kit_outbox").select("kind").where("kind", "<>", "event").execute()).length;

test("a matter is settled with a written answer, and taken up again when that did not help", async () => {
  const { id } = await aMatter(app, { personId });

  const silent = await send("answer", id, {});
  await send("answer", id, { words: "灯已经换好" });
  await send("reopening", id, { reason: "又不亮了" });

  expect([silent.status, silent.body.code]).toEqual([422, "matters.reasonNeeded"]);
  const page = await show(id);
  expect(page.state).toBe("screening");
  expect(page.timeline.map(({ move, note }: { move: string; note: string }) => [move, note])).toEqual([
    ["raise", null],
    ["answer", "灯已经换好"],
    ["reopen", "又不亮了"],
  ]);
  expect(await letters()).toBe(2);
});

test("what happens to the promises made for it is in its record and told, and its state stays until they are closed", async () => {
  const { id } = await aMatter(app, { personId, isAccepted: true });
  await ask((matters) => matters.schedule([id], "m1"));
  await ask((matters) => matters.decide(id, "d1", "m1"));
  const before = await letters();

  await ask((matters) => matters.follow(id, "claimed", "和平苑物业，9月20日前"));
  await ask((matters) => matters.follow(id, "progressed", "已拆除一半"));
  expect((await show(id)).state).toBe("decided");
  await ask((matters) => matters.resolve(id, "残墙已拆完"));
  await ask((matters) => matters.resolve(id, "再来一次"));
  await ask((matters) => matters.resume(id, "渣土没有运走"));

  const page = await show(id);
  expect(page.state).toBe("decided");
  expect(page.timeline.slice(-4).map(({ move }: { move: string }) => move)).toEqual(["claimed", "progressed", "answer", "resume"]);
  expect((await letters()) - before).toBe(4);
});
