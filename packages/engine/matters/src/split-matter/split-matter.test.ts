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
