import directory from "@lianxin/directory/server";
import { aCommunity, aPerson, type SetUp } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { answerOthers } from "../answer-others.js";
import { aMatter } from "../testing.js";

let app: Running;
let community: SetUp;
let [he, lan, leader] = ["", "", ""];
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-03T09:00" });
  community = await aCommunity(app);
  he = await aPerson(app, { fullName: "何志远", account: "he", channels: [{ kind: "mail", address: "he@example.org" }] });
  lan = await aPerson(app, { fullName: "周兰", account: "lan", channels: [{ kind: "mail", address: "lan@example.org" }] });
  leader = await aPerson(app, { fullName: "李建平", role: "grid_leader", account: "leader" });
  await aPerson(app, { fullName: "网格长乙", role: "grid_leader", account: "desk" });
});
afterEach(() => app.close());

const show = async (id: string, as = "secretary") => (await app.call("GET /matters/:matterId", { as, params: { matterId: id } })).body;
const withdraw = (id: string, as: string, reason?: string) =>
  app.call("POST /matters/:matterId/withdrawal", { as, params: { matterId: id }, body: reason === undefined ? {} : { reason } });
const letters = async () => (await app.app.platform.database.kit.selectFrom("kit_outbox").select("kind").where("kind", "<>", "event").execute()).length;
const forHe = () => aMatter(app, { personId: leader, reporter: "other", reporterId: he, isDesk: true });
const raisePublicly = async () => (await app.call("POST /public/matters", { as: null, body: { title: "水沟异味大", placeId: community.placeId } })).body;

test("who takes back what another one raised writes why, and the other one is told", async () => {
  const { id } = await forHe();

  const silent = await withdraw(id, "leader", " ");
  const said = await withdraw(id, "leader", "何志远打电话说已经好了");

  expect([silent.status, silent.body.code, said.body.state]).toEqual([422, "matters.reasonNeeded", "withdrawn"]);
  expect(await letters()).toBe(1);
  expect((await show(id)).timeline.at(-1)).toMatchObject({ move: "withdraw", byName: "李建平", forName: "何志远", note: "何志远打电话说已经好了" });
});

test("nobody is written to about what they took back themselves, and needs no reason for it", async () => {
  const { id } = await aMatter(app, { personId: he });

  expect((await withdraw(id, "he")).body.state).toBe("withdrawn");
  expect(await letters()).toBe(0);
});

test("what others raised and was merged into it is screened again on its own, and they are told once", async () => {
  const [first, second] = [await aMatter(app, { personId: he, isAccepted: true }), await aMatter(app, { personId: lan, isAccepted: true })];
  await app.call("POST /matters/:matterId/merge", { as: "secretary", params: { matterId: second.id }, body: { intoId: first.id, reason: "同一堵墙" } });
  const before = await letters();

  await withdraw(first.id, "he");

  expect(await show(second.id)).toMatchObject({ state: "screening", mergedInto: null });
  expect((await show(second.id)).timeline.at(-1)).toMatchObject({
    move: "unmerge",
    note: `合并到的那一件（${first.number}）由反映人撤回了，您的这一件重新审查。`,
  });
  expect((await letters()) - before).toBe(1);
});

test("another one at the desk takes back what was entered for somebody, with the raiser's word, but not what somebody raised themselves", async () => {
  const [entered, own] = [await forHe(), await aMatter(app, { personId: he })];

  const answers = [await withdraw(entered.id, "desk", "他说不用了"), await withdraw(own.id, "desk", "他说不用了"), await withdraw(own.id, "lan", "不用了")];

  expect(answers.map(({ status, body }) => [status, body.state ?? body.code])).toEqual([
    [200, "withdrawn"],
    [403, "matters.withdrawNotAllowed"],
    [403, "matters.withdrawNotAllowed"],
  ]);
  expect((await show(own.id, "desk")).verbs).not.toContain("withdrawFor");
});

test("who raised it without a name and with an account takes it back alone", async () => {
  const { id } = await aMatter(app, { personId: lan, reporter: "unnamed" });

  const [byDesk, herself] = [await withdraw(id, "desk", "不用了"), await withdraw(id, "lan")];

  expect([byDesk.body.code, herself.body.state]).toEqual(["matters.withdrawNotAllowed", "withdrawn"]);
});

test("what was raised without an account is taken back by its private link, once, and by no other key", async () => {
  const { id, link } = await raisePublicly();
  const key = link.split("/").at(-1);
  const byLink = (given: string) =>
    app.call("POST /public/matters/:matterId/:key/withdrawal", { as: null, params: { matterId: id, key: given }, body: { reason: "自己疏通了" } });
  const follow = async () => (await app.call("GET /public/matters/:matterId/:key", { as: null, params: { matterId: id, key } })).body;
  const before = await follow();

  const [wrong, right, again] = [await byLink("x".repeat(22)), await byLink(key), await byLink(key)];

  expect([wrong.body.code, right.body.state, again.body.code]).toEqual(["matters.linkUnknown", "withdrawn", "matters.stateWrong"]);
  expect([before.mayWithdraw, (await follow()).mayWithdraw]).toEqual([true, false]);
  expect((await follow()).steps.at(-1)).toMatchObject({ step: "撤回", words: "自己疏通了" });
});

test("what was raised without an account is taken back at the desk with the raiser's word", async () => {
  const { id } = await raisePublicly();

  const offered = (await show(id, "desk")).verbs;
  const [silent, said] = [await withdraw(id, "desk"), await withdraw(id, "desk", "来电说已经疏通")];

  expect(offered).toContain("withdrawFor");
  expect([silent.body.code, said.body.state]).toEqual(["matters.reasonNeeded", "withdrawn"]);
});

test("what another part of the house raised in nobody's name is taken back while nobody has treated it, and not after, nor where others were merged into it", async () => {
  const as = (ctx: any) => answerOthers({ ...ctx, actor: { ...ctx.actor, personId: leader } });
  const raise = (title: string) => app.write("matters", (ctx) => as(ctx).raise({ title, placeId: community.placeId }));
  const takeBack = (id: string) => app.write("matters", (ctx) => as(ctx).takeBack(id, "记错了"));
  const [fresh, begun, twin, into] = [await raise("路灯不亮"), await raise("井盖松了"), await raise("围墙裂了"), await raise("围墙有缝")];
  await app.call("POST /matters/:matterId/screening-begun", { as: "secretary", params: { matterId: begun.id } });
  await app.call("POST /matters/:matterId/merge", { as: "secretary", params: { matterId: twin.id }, body: { intoId: into.id, reason: "同一堵墙" } });

  expect([await takeBack(fresh.id), await takeBack(begun.id), await takeBack(into.id), await takeBack(fresh.id), await takeBack("nothing")]).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect([(await show(fresh.id)).state, (await show(begun.id)).state, (await show(into.id)).state]).toEqual(["withdrawn", "screening", "proposed"]);
  expect((await show(fresh.id)).timeline.at(-1)).toMatchObject({ move: "withdraw", note: "记错了" });
});
