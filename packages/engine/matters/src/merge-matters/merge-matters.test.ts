import directory from "@lianxin/directory/server";
import { aCommunity, aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aMatter } from "../testing.js";

let app: Running;
let [he, lan] = ["", ""];
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-03T09:00" });
  await aCommunity(app);
  he = await aPerson(app, { fullName: "何志远", account: "he", channels: [{ kind: "mail", address: "he@example.org" }] });
  lan = await aPerson(app, { fullName: "周兰", account: "lan", channels: [{ kind: "mail", address: "lan@example.org" }] });
  app.signInAs("secretary");
});
afterEach(() => app.close());

const show = async (id: string) => (await app.call("GET /matters/:matterId", { params: { matterId: id } })).body;
const merge = (id: string, intoId: string, reason = "同一堵墙") =>
  app.call("POST /matters/:matterId/merge", { params: { matterId: id }, body: { intoId, reason } });
const letters = async () => (await app.app.platform.database.kit.selectFrom("kit_outbox").select("kind").where("kind", "<>", "event").execute()).length;

test("matters that look alike are offered with what makes them alike; those with another house number are not", async () => {
  const wall = await aMatter(app, { personId: he, title: "小区东侧挡土墙坍毁约 12 米，砸坏板房" });
  await aMatter(app, { personId: he, title: "5 栋楼道灯不亮" });
  const again = await aMatter(app, { personId: lan, title: "东边挡土墙垮了十二米" });

  const { body } = await app.call("GET /matters/:matterId/similar", { params: { matterId: again.id } });
  const lamp = await app.call("GET /similar", { query: { title: "3 栋楼梯间的灯坏了", placeId: (await place()).id } });

  expect(body.similar).toMatchObject([{ id: wall.id, number: "2026-0001", because: ["都说到“挡土墙坍塌”", "同一个地点"] }]);
  expect(lamp.body.similar).toEqual([]);
});
const place = async () => (await app.call("GET /places", {})).body.places[0];

test("whoever raised the duplicate is told of what becomes of the other one, until the merge is taken back", async () => {
  const [first, second] = [await aMatter(app, { personId: he, isAccepted: true }), await aMatter(app, { personId: lan, isAccepted: true })];
  await merge(second.id, first.id);
  const before = await letters();

  await app.call("POST /matters/:matterId/answer", { params: { matterId: first.id }, body: { words: "墙已重砌" } });
  const told = await letters();
  await app.call("DELETE /matters/:matterId/merge", { params: { matterId: second.id } });

  expect(told - before).toBe(2);
  expect(await show(second.id)).toMatchObject({ state: "screening", mergedInto: null });
  expect((await show(first.id)).mergedFrom).toEqual([]);
});

test("whoever raised what was merged into what was merged, or into what was split, is told too", async () => {
  const ming = await aPerson(app, { fullName: "黄德明", account: "ming", channels: [{ kind: "mail", address: "ming@example.org" }] });
  const [a, b, c] = [
    await aMatter(app, { personId: lan, isAccepted: true }),
    await aMatter(app, { personId: he, isAccepted: true }),
    await aMatter(app, { personId: ming, isAccepted: true }),
  ];
  await merge(a.id, b.id);
  await merge(b.id, c.id);
  const before = await letters();
  const parts = [
    { title: "东侧的墙", detail: "物业办" },
    { title: "排水沟", detail: "街道办" },
  ];
  const split = await app.call("POST /matters/:matterId/parts", { params: { matterId: c.id }, body: { parts, reason: "两家各办一半" } });
  const between = await letters();
  await app.call("POST /matters/:matterId/answer", { params: { matterId: split.body.parts[0].id }, body: { words: "墙已重砌" } });

  expect(split.status).toBe(200);
  // The split is told to all three; each part comes with no letter of its own. What becomes of one part is told to all three again.
  expect([between - before, (await letters()) - between]).toEqual([3, 3]);
});

test("nothing is merged into what is settled, and the refusal says to take that one up again first; then it can be", async () => {
  const [first, second] = [await aMatter(app, { personId: he, isAccepted: true }), await aMatter(app, { personId: lan })];
  await app.call("POST /matters/:matterId/answer", { params: { matterId: first.id }, body: { words: "墙已重砌" } });

  const refused = await merge(second.id, first.id);
  const screened = await app.call("POST /matters/:matterId/screenings", {
    params: { matterId: second.id },
    body: { answers: everyYes, outcome: "merged", reason: "同一堵墙", mergeIntoId: first.id },
  });
  await app.call("POST /matters/:matterId/reopening", { params: { matterId: first.id }, body: { reason: "又裂了" } });

  expect(refused).toMatchObject({ status: 409, body: { code: "matters.mergeIntoResolved", message: "2026-0001 已经办结，不能再并进去" } });
  expect(refused.body.remedy).toContain("请先打开 2026-0001 按“重新办理”");
  expect(screened.body).toMatchObject({ code: "matters.mergeIntoResolved", field: "body.mergeIntoId" });
  expect((await merge(second.id, first.id)).body.state).toBe("merged");
});
const everyYes = { isPublic: true, isLawful: true, isOurLevel: true, isConcrete: true, isNew: true, areSidesKnown: true, usesMaintenanceFund: false };

test("a merge needs a reason and another matter that is still there", async () => {
  const [first, second] = [await aMatter(app, { personId: he, isAccepted: true }), await aMatter(app, { personId: lan, isAccepted: true })];
  const gone = await aMatter(app, { personId: he });
  await app.call("POST /matters/:matterId/withdrawal", { as: "he", params: { matterId: gone.id }, body: {} });

  const codes = [];
  for (const [into, reason] of [
    [first.id, " "],
    [second.id, "自己"],
    [gone.id, "已撤回"],
    ["nothing", "没有"],
  ] as const)
    codes.push((await merge(second.id, into, reason)).body.code);

  expect(codes).toEqual(["matters.reasonNeeded", ...Array(3).fill("matters.mergeTargetWrong")]);
  expect((await show(second.id)).state).toBe("accepted");
});
