import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, aPerson } from "@lianxin/directory/testing";
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

test("what is taken up again is to be answered by a new day, counted from then", async () => {
  await aHolidayYear(app, { year: 2026, days: [{ day: "2026-10-01", name: "国庆节", isOffDay: true }] });
  const { id } = await aMatter(app, { personId });
  const first = (await show(id)).replyBy;
  await send("answer", id, { words: "灯已经换好" });
  app.ports.setTime("2026-09-28T09:00");

  await send("reopening", id, { reason: "又不亮了" });

  expect(first).toBe("2026-09-08");
  expect(await show(id)).toMatchObject({ replyBy: "2026-10-02", isReplyLate: false, answer: "有人在看这件事了，10月2日前答复您。" });
});

test("what was voted down or put off is answered", async () => {
  const { id } = await aMatter(app, { personId, isAccepted: true });
  await ask((matters) => matters.schedule([id], "m1"));
  await ask((matters) => matters.defer(id, "m1", "没有通过"));

  const page = await show(id);
  const answered = await send("answer", id, { words: "会上没有通过，原因已当面说明" });

  expect(page.verbs).toContain("answer");
  expect(answered.body.state).toBe("resolved");
});

test("while work for it is open nobody settles it by a mere answer; with the reason it is settled, and the record names the work", async () => {
  const { id } = await aMatter(app, { personId, isAccepted: true });
  await ask((matters) => matters.schedule([id], "m1"));
  await ask((matters) => matters.decide(id, "d1", "m1"));
  await ask((matters) => matters.keepWork(id, ["拆除与清运", "重建方案"]));

  const refused = await send("answer", id, { words: "会上定了" });
  const page = await show(id);
  const settled = await send("answer", id, { words: "会上定了", despite: "居民搬走了，不用等" });

  expect(refused).toMatchObject({
    status: 409,
    body: { code: "matters.workOpen", field: "body.despite", message: "还有工作没有办完：拆除与清运、重建方案" },
  });
  expect([page.state, page.openWork]).toEqual(["decided", ["拆除与清运", "重建方案"]]);
  expect(settled.body.state).toBe("resolved");
  expect((await show(id)).timeline.at(-1).note).toBe("会上定了\n还没有办完的：拆除与清运、重建方案。先办结的原因：居民搬走了，不用等");
});

test("what was decided without any work is answered plainly; one decided before the ledger told of work needs the reason", async () => {
  const [fresh, old] = [await aMatter(app, { personId, isAccepted: true }), await aMatter(app, { personId, isAccepted: true })];
  await ask((matters) => matters.schedule([fresh.id, old.id], "m1"));
  for (const { id } of [fresh, old]) await ask((matters) => matters.decide(id, "d1", "m1"));
  await app.write("matters", ({ db }) => db.updateTable("matters_matter").set({ openWork: null }).where("id", "=", old.id).execute());

  const answers = [await send("answer", fresh.id, { words: "会上定了不办" }), await send("answer", old.id, { words: "会上定了" })];

  expect(answers.map(({ body }) => body.state ?? body.message)).toEqual(["resolved", "还有工作没有办完：会上议定的工作"]);
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
  expect(page.timeline.slice(-4).map(({ move }: { move: string }) => move)).toEqual(["claimed", "progressed", "resolve", "resume"]);
  expect((await letters()) - before).toBe(4);
});
