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
  owner = await aPerson(app, { fullName: "吴琴", role: "council_member", account: "wu", channels: [{ kind: "mail", address: "wu@example.org" }] });
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

test("a promise goes from claim to close-out, and its history says who did what for whom", async () => {
  const { body } = await claim();
  app.ports.setTime("2026-09-15T10:00");
  await step(body.id, "progress", { words: "残墙已拆一半" }, "leader");
  app.ports.setTime("2026-09-20T10:00");
  await step(body.id, "completion", { words: "渣土已清运", paper: "照片 3 张，过磅单 2 张" });
  await step(body.id, "checks", { isPassed: true, ways: ["on_site"], note: "现场干净" }, "leader");
  app.ports.setTime("2026-09-21T09:00");
  const closed = await step(body.id, "close-out", {}, "secretary");

  expect(closed.body).toEqual({ state: "closed" });
  const page = await show("secretary");
  expect(page.line).toMatchObject({ light: "done", state: "closed", closedOn: "2026-09-21", owner: "吴琴", ownerOrganization: "和平苑物业", daysLate: 0 });
  expect(page.evidence).toEqual([{ words: "渣土已清运", paper: "照片 3 张，过磅单 2 张", byName: "吴琴", forName: null, at: "2026-09-20T02:00:00.000Z" }]);
  expect(page.timeline.map(({ move, byName, forName, note }: Record<string, unknown>) => [move, byName, forName, note])).toEqual([
    ["open", null, null, null],
    ["claim", "吴琴", null, null],
    ["progress", "李建平", "吴琴", "残墙已拆一半"],
    ["submit", "吴琴", null, "渣土已清运"],
    ["verify", "李建平", null, "到现场看过：现场干净"],
    ["close", "王秀珍", null, null],
  ]);
  expect(page.verbs).toEqual(["reopen", "rate", "ratingCodes", "recur"]);
});

test("nobody checks their own work, not even with the right to check", async () => {
  await aPerson(app, { fullName: "陈国强", role: "secretary", account: "chen" });
  const chen = (await app.call("GET /api/session", { as: "chen" })).body.person.id;
  const { body } = await claim({ ownerId: chen }, "chen");
  await step(body.id, "completion", { words: "办好了" }, "chen");

  const own = await step(body.id, "checks", { isPassed: true, ways: [] }, "chen");
  const english = await app.call("POST /commitments/:commitmentId/checks", {
    as: "chen",
    params: { commitmentId: body.id },
    body: { isPassed: true, ways: [] },
    headers: { "idempotency-key": "en", "accept-language": "en" },
  });
  const other = await step(body.id, "checks", { isPassed: true, ways: [] }, "secretary");

  expect(own).toMatchObject({ status: 409, body: { code: "commitments.ownCheck", message: "您是责任人，不能核验自己的事", remedy: "请另选核验人" } });
  expect(english.body.message).toBe("You are the owner and cannot check your own work");
  expect(other.body.state).toBe("verified");
});

test("who entered the report for the owner is not offered the check, and refused it", async () => {
  const { body } = await claim();
  await step(body.id, "completion", { words: "渣土已清运" }, "leader");

  const own = await step(body.id, "checks", { isPassed: true, ways: ["on_site"] }, "leader");
  const [reporter, colleague] = [await show("leader"), await show("secretary")];
  const other = await step(body.id, "checks", { isPassed: true, ways: ["on_site"] }, "secretary");

  expect([own.status, own.body.code]).toEqual([409, "commitments.ownReport"]);
  expect([reporter.verbs.includes("verify"), colleague.verbs.includes("verify"), other.body.state]).toEqual([false, true, "verified"]);
});

test("the owner cannot be named as verifier; the named verifier checks without any role", async () => {
  const resident = await aPerson(app, { fullName: "何志远", account: "he" });

  const own = await claim({ verifierId: owner });
  const { body } = await claim({ verifierId: resident });
  await step(body.id, "completion", { words: "办好了" });
  const [stranger, named] = [
    await aPerson(app, { fullName: "周兰", account: "lan" }).then(() => step(body.id, "checks", { isPassed: true, ways: [] }, "lan")),
    await step(body.id, "checks", { isPassed: true, ways: [] }, "he"),
  ];

  expect(own).toMatchObject({ status: 422, body: { code: "commitments.ownVerifier", field: "body.verifierId" } });
  expect([stranger.body.code, named.body.state]).toEqual(["commitments.verifierOnly", "verified"]);
});

test("what did not pass goes back with what is missing, and cannot be closed", async () => {
  const { body } = await claim();
  await step(body.id, "completion", { words: "办好了" });

  const silent = await step(body.id, "checks", { isPassed: false, ways: [] }, "leader");
  const rejected = await step(body.id, "checks", { isPassed: false, ways: [], note: "南侧还有渣土" }, "leader");
  const closed = await step(body.id, "close-out", {}, "secretary");

  expect([silent.body.code, rejected.body.state]).toEqual(["commitments.reasonNeeded", "in_progress"]);
  expect(closed).toMatchObject({ status: 409, body: { code: "commitments.stateWrong", message: "现在是“推进中”，这一步不能办" } });
});

test("reopening starts a new round until a new day, and only this one", async () => {
  const { body } = await claim();
  await step(body.id, "completion", { words: "办好了" });
  await step(body.id, "checks", { isPassed: true, ways: ["papers"] }, "leader");
  await step(body.id, "close-out", {}, "secretary");
  app.ports.setTime("2026-10-12T09:00");

  const past = await step(body.id, "reopening", { reason: "又塌了", dueOn: "2026-10-01" }, "leader");
  const again = await step(body.id, "reopening", { reason: "又塌了", dueOn: "2026-10-30" }, "leader");

  expect([past.body.code, again.body.state]).toEqual(["commitments.dueInPast", "reopened"]);
  expect((await show()).line).toMatchObject({ light: "track", dueOn: "2026-10-30", closedOn: null });
  const letters = await app.app.platform.database.kit.selectFrom("kit_outbox").select("payload").where("topic", "=", "commitments.mail").execute();
  expect(letters.filter(({ payload }) => payload.includes("又打开了：") && payload.includes("原因：又塌了")).length).toBe(1);
});

test("a resident sees the page of their own promise, and of no other", async () => {
  const resident = await aPerson(app, { fullName: "何志远", account: "he" });
  const before = await app.call("GET /parts/:partId", { as: "he", params: { partId } });
  await claim({ origin: "assigned", ownerId: resident }, "secretary");

  expect(before).toMatchObject({ status: 404, body: { code: "commitments.partUnknown" } });
  expect(await show("he")).toMatchObject({ isOwner: true, verbs: ["confirm", "decline", "progress", "submit", "transfer", "void", "askMore", "block"] });
});
