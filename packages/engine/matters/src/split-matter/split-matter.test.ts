import directory from "@lianxin/directory/server";
import { aCommunity, aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aMatter } from "../testing.js";

let app: Running;
let personId: string;
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-10-13T09:00" });
  await aCommunity(app);
  personId = await aPerson(app, { fullName: "周兰", account: "lan" });
  app.signInAs("secretary");
});
afterEach(() => app.close());

const show = async (id: string) => (await app.call("GET /matters/:matterId", { params: { matterId: id } })).body;
const split = (id: string, body: object) => app.call("POST /matters/:matterId/parts", { params: { matterId: id }, body });
const twoParts = { parts: [{ title: "修 42 号化粪池" }, { title: "生活污水接管网", wish: "纳入改造" }], reason: "一件自家修，一件要部门办" };

test("each part has a number, a state and a proposer of its own, and what ends one leaves the other", async () => {
  const { id } = await aMatter(app, { personId, isAccepted: true, detail: "建房后有异味" });

  const { body } = await split(id, twoParts);
  const [first, second] = body.parts;
  await app.call("POST /matters/:matterId/answer", { params: { matterId: first.id }, body: { words: "三户一起修好了" } });

  expect(body.parts.map((part: { number: string }) => part.number)).toEqual(["2026-0001-1", "2026-0001-2"]);
  expect(await show(id)).toMatchObject({ state: "split", parts: [{ state: "resolved" }, { state: "accepted" }] });
  expect(await show(second.id)).toMatchObject({ state: "accepted", splitFrom: { id }, reporterName: "周兰", detail: "建房后有异味", wish: "纳入改造" });
  expect((await app.call("GET /mine", { as: "lan" })).body.matters).toHaveLength(3);
});

test("parts of what nobody screened are to be screened", async () => {
  const { id } = await aMatter(app, { personId });

  const { body } = await split(id, twoParts);

  expect((await show(body.parts[0].id)).state).toBe("screening");
});

test.each([
  ["one part", { parts: [{ title: "一件" }], reason: "写错了" }, "matters.partsNeeded"],
  ["no reason", { parts: twoParts.parts, reason: "  " }, "matters.reasonNeeded"],
])("refuses a split with %s, and nothing is split", async (_, body, code) => {
  const { id } = await aMatter(app, { personId });

  const answer = await split(id, body);

  expect([answer.status, answer.body.code]).toEqual([422, code]);
  expect(await show(id)).toMatchObject({ state: "proposed", parts: [] });
});

const unsplit = (id: string) => app.call("DELETE /matters/:matterId/parts", { params: { matterId: id }, body: {} });

test("a split made by mistake is taken back while nobody dealt with a part, leaves its trace, and can be made anew", async () => {
  const { id } = await aMatter(app, { personId, isAccepted: true });
  const { body } = await split(id, twoParts);
  const before = (await show(id)).verbs;

  const undone = await unsplit(id);
  const [whole, part] = [await show(id), await show(body.parts[0].id)];
  const again = await split(id, twoParts);

  expect(before).toContain("unsplit");
  expect([undone.status, undone.body.state, whole.state, part.state]).toEqual([200, "screening", "screening", "withdrawn"]);
  expect([whole.timeline.at(-1).move, part.timeline.at(-1).move]).toEqual(["unsplit", "joinBack"]);
  expect(again.body.parts.map(({ number }: { number: string }) => number)).toEqual(["2026-0001-3", "2026-0001-4"]);
  expect((await show(id)).parts.map(({ number }: { number: string }) => number)).toEqual(["2026-0001-3", "2026-0001-4"]);
  expect((await unsplit(id)).status).toBe(200);
});

test("a split is not taken back once a part was dealt with, and is not offered", async () => {
  const { id } = await aMatter(app, { personId, isAccepted: true });
  const { body } = await split(id, twoParts);
  await app.call("POST /matters/:matterId/answer", { params: { matterId: body.parts[0].id }, body: { words: "修好了" } });

  const refused = await unsplit(id);
  const never = await unsplit(body.parts[1].id);

  expect([refused.status, refused.body.code]).toEqual([409, "matters.partsTouched"]);
  expect(refused.body.message).toContain("2026-0001-1");
  expect(never.body.code).toBe("matters.stateWrong");
  expect((await show(id)).verbs).not.toContain("unsplit");
  expect((await show(body.parts[1].id)).state).toBe("accepted");
});
