import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, anOrganization, aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aPart } from "../testing.js";

let app: Running;
let property: string;
let owner: string;
let partId: string;
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-09T15:30" });
  await aCommunity(app);
  await aHolidayYear(app, { year: 2026, days: [{ day: "2026-10-01", name: "国庆节", isOffDay: true }] });
  property = await anOrganization(app);
  owner = await aPerson(app, { fullName: "吴琴", role: "council_member", account: "wu" });
  await aPerson(app, { fullName: "李建平", role: "grid_leader", account: "leader" });
  partId = await aPart(app);
});
afterEach(() => app.close());

let keys = 0;
const post = (path: string, params: Record<string, string>, body: object, as: string) =>
  app.call(`POST ${path}`, { as, params, body, headers: { "idempotency-key": `k${keys++}` } });
const claim = (body: object = {}, as = "wu") =>
  post(
    "/parts/:partId/commitments",
    { partId },
    { origin: "claimed", ownerOrganizationId: property, ownerId: owner, supportingOrganizationIds: [], dueOn: "2026-09-20", ...body },
    as,
  );
const step = (id: string, verb: string, body: object = {}, as = "wu") => post(`/commitments/:commitmentId/${verb}`, { commitmentId: id }, body, as);
const show = async (as = "wu") => (await app.call("GET /parts/:partId", { as, params: { partId } })).body;

test("who claims for themself has confirmed; a part has one lead at most", async () => {
  const first = await claim();
  const second = await claim();

  expect(first.body.state).toBe("confirmed");
  expect(second).toMatchObject({ status: 409, body: { code: "commitments.partTaken", message: "“拆除与清运”已经有人牵头" } });
});

test("two who claim at once do not both lead", async () => {
  const answers = await Promise.all([claim(), claim(), claim()]);

  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
});

test("an assignment is accepted or returned with a reason, and a returned part is a gap again", async () => {
  const given = await claim({ origin: "assigned" }, "secretary");
  const silent = await step(given.body.id, "refusal", { reason: " " });
  const returned = await step(given.body.id, "refusal", { reason: "日常养护不是本科室的事" });

  expect([given.body.state, silent.body.code, returned.body.state]).toEqual(["offered", "commitments.reasonNeeded", "declined"]);
  expect((await show()).line).toMatchObject({ light: "gap", commitmentId: null });
  expect((await claim({ origin: "assigned" }, "secretary")).status).toBe(200);
});

test("others may neither report nor claim in another's name", async () => {
  const { body } = await claim();
  await aPerson(app, { fullName: "周兰", account: "lan", role: "council_member" });

  const [report, forOther] = [await step(body.id, "progress", { words: "我说办好了" }, "lan"), await claim({ ownerId: owner }, "lan")];

  expect([report.body.code, forOther.body.code]).toEqual(["commitments.ownerOnly", "commitments.claimForOther"]);
});

test.each([
  [{ dueOn: "2026-02-30" }, "commitments.dayUnknown", "body.dueOn"],
  [{ dueOn: "2026-09-08" }, "commitments.dueInPast", "body.dueOn"],
  [{ workingDays: 5 }, "commitments.dueNeeded", "body.dueOn"],
  [{ ownerOrganizationId: "nobody" }, "commitments.organizationUnknown", "body.ownerOrganizationId"],
  [{ supportingOrganizationIds: ["nobody"] }, "commitments.organizationUnknown", "body.supportingOrganizationIds"],
  [{ verifierId: "nobody" }, "commitments.personUnknown", "body.verifierId"],
])("refuses %j and leaves nothing half-written", async (change, code, field) => {
  const answer = await claim(change);

  expect(answer.body).toMatchObject({ code, field });
  expect(answer.body.remedy).not.toBe("");
  expect((await show()).line.light).toBe("gap");
});

test("a due day in working days is counted on the calendar of the year, and refused in a year that is not loaded", async () => {
  const counted = await claim({ dueOn: undefined, workingDays: 16 });
  app.ports.setTime("2026-12-30T09:00");
  const other = await aPart(app, { title: "凉亭座椅修理" });
  const refused = await post(
    "/parts/:partId/commitments",
    { partId: other },
    { origin: "claimed", ownerOrganizationId: property, ownerId: owner, supportingOrganizationIds: [], workingDays: 5 },
    "wu",
  );

  expect(counted.body.dueOn).toBe("2026-10-02");
  expect(refused).toMatchObject({ status: 422, body: { code: "commitments.holidaysMissing", message: "2027 年放假安排还没有导入，工作日不能算" } });
});

test("what came without a standard is taken with one; where there is one it is not changed in passing", async () => {
  const bare = await aPart(app, { title: "凉亭座椅修理", standard: "" });
  const take = (id: string, body: object) =>
    post(
      "/parts/:partId/commitments",
      { partId: id },
      { origin: "claimed", ownerOrganizationId: property, ownerId: owner, supportingOrganizationIds: [], dueOn: "2026-09-20", ...body },
      "wu",
    );

  const codes = [await take(bare, {}), await take(bare, { standard: " " }), await take(partId, { standard: "随便" })].map(({ body }) => body.code);
  const taken = await take(bare, { standard: "六把都能坐" });

  expect(codes).toEqual(["commitments.standardNeeded", "commitments.standardNeeded", "commitments.standardSet"]);
  expect(taken.status).toBe(200);
  expect((await app.call("GET /parts/:partId", { as: "wu", params: { partId: bare } })).body.line.standard).toBe("六把都能坐");
});
