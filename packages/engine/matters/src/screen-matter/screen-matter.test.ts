import directory from "@lianxin/directory/server";
import { aCommunity, anOrganization, aPerson, aPlace } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aMatter } from "../testing.js";
import { questions } from "./checklist.js";

let app: Running;
let personId: string;
let matter: { id: string; number: string };
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-02T10:00" });
  await aCommunity(app);
  personId = await aPerson(app, { fullName: "何志远", account: "he", channels: [{ kind: "mail", address: "he@example.org" }] });
  matter = await aMatter(app, { personId });
  app.ports.setTime("2026-09-03T09:00");
  app.signInAs("secretary");
});
afterEach(() => app.close());

const answers = { ...Object.fromEntries(questions.map((question) => [question, true])), usesMaintenanceFund: false };
let keys = 0;
const screen = (body: object, { as = "secretary", id = matter.id } = {}) =>
  app.call("POST /matters/:matterId/screenings", {
    as,
    params: { matterId: id },
    body: { answers, outcome: "accepted", ...body },
    headers: { "idempotency-key": `s${keys++}` },
  });
const show = async (id = matter.id) => (await app.call("GET /matters/:matterId", { params: { matterId: id } })).body;
const letters = async () => (await app.app.platform.database.kit.selectFrom("kit_outbox").select("kind").where("kind", "<>", "event").execute()).length;
async function mails(): Promise<{ to: { name: string }; subject: string; text: string }[]> {
  const rows = await app.app.platform.database.kit.selectFrom("kit_outbox").select("payload").where("kind", "=", "mail").orderBy("id").execute();
  return rows.map(({ payload }) => JSON.parse(String(payload)));
}

test("an accepted matter that spends the maintenance fund carries a warning with its law, and waits for a meeting all the same", async () => {
  const screened = await screen({ answers: { ...answers, usesMaintenanceFund: true } });

  const warning = { code: "maintenance_fund", competentBody: "owners_assembly", citation: "民法典第278条" };
  expect(screened.body).toEqual({ state: "accepted", warnings: [warning] });
  expect(await show()).toMatchObject({ state: "accepted", warnings: [warning], answers: { isPublic: true, usesMaintenanceFund: true } });
  const waiting = await app.call("GET /matters", { query: { tab: "waiting" } });
  expect(waiting.body).toMatchObject({ matters: [{ number: "2026-0001", isWarned: true }], counts: { screening: 0, waiting: 1, working: 0, answered: 0 } });
  expect(await app.published()).toContainEqual({ event: "matters.screened", payload: { matterId: matter.id, outcome: "accepted" } });
});

test.each(["merged", "referred", "returned"])("refuses %s without a written reason, and the matter stays as it was", async (outcome) => {
  const answer = await screen({ outcome, reason: "  " });

  expect(answer).toMatchObject({ status: 422, body: { code: "matters.reasonNeeded", field: "body.reason", message: "请写明原因" } });
  expect((await show()).state).toBe("proposed");
});

test("an acceptance with a condition that is not met needs a reason, and what it is paid from is no condition", async () => {
  const doubtful = { ...answers, isConcrete: false };

  const [silent, said] = [await screen({ answers: doubtful }), await screen({ answers: doubtful, reason: "开会前请他补照片" })];

  expect(silent).toMatchObject({ status: 422, body: { code: "matters.reasonNeeded", field: "body.reason" } });
  expect(said.body.state).toBe("accepted");
});

test("what nobody answered stays unanswered", async () => {
  await screen({ outcome: "returned", reason: "不属于公共事务", answers: { isPublic: false } });

  expect((await show()).answers).toEqual({ isPublic: false });
});

test("an acceptance with a question left open needs a reason", async () => {
  const open = Object.fromEntries(Object.entries(answers).filter(([question]) => question !== "isNew"));

  expect((await screen({ answers: open })).body.code).toBe("matters.reasonNeeded");
});

test("a returned matter tells its proposer why, by letter and on the page", async () => {
  await screen({ outcome: "returned", reason: "这是两家之间的事，请找人民调解" });

  const page = await app.call("GET /matters/:matterId", { as: "he", params: { matterId: matter.id } });
  expect(page.body.timeline.at(-1)).toMatchObject({ move: "return", toState: "returned", byName: "王秀珍", note: "这是两家之间的事，请找人民调解" });
  expect(await letters()).toBe(1);
});

test("a matter is merged into another open one of its community only", async () => {
  const twin = await aMatter(app, { personId, title: "挡土墙裂缝" });

  const statuses = [];
  for (const mergeIntoId of [undefined, matter.id, "nothing"])
    statuses.push((await screen({ outcome: "merged", reason: "同一堵墙", ...(mergeIntoId ? { mergeIntoId } : {}) })).body.code);
  await screen({ outcome: "merged", reason: "同一堵墙", mergeIntoId: twin.id });

  expect(statuses).toEqual(Array(3).fill("matters.mergeTargetWrong"));
  expect(await show()).toMatchObject({ state: "merged", mergedInto: { number: "2026-0002", title: "挡土墙裂缝" } });
  expect((await screen({ outcome: "merged", reason: "回头合并", mergeIntoId: matter.id }, { id: twin.id })).body.code).toBe("matters.mergeTargetWrong");
});

test("referring is for the secretary and names whom to", async () => {
  await aPerson(app, { fullName: "李建平", role: "grid_leader", account: "leader" });

  const [byLeader, toNobody] = [
    await screen({ outcome: "referred", reason: "超出社区", referTo: "县住建局" }, { as: "leader" }),
    await screen({ outcome: "referred", reason: "超出社区" }),
  ];
  await screen({ outcome: "referred", reason: "超出社区", referTo: "县住建局" });

  expect([byLeader.body.code, toNobody.body.code]).toEqual(["matters.referNotAllowed", "matters.referralNeeded"]);
  expect(await show()).toMatchObject({ state: "referred", referredTo: "县住建局" });
});

test("a unit of the directory that it goes to hears of it by letter, without who raised it, and takes it itself", async () => {
  const unitId = await anOrganization(app, { name: "县住建局", kind: "department" });
  await app.write("directory", async ({ services, clock }: any) => {
    const { placeId } = await services.settings.find();
    const id = await services.people.add({ fullName: "刘工", placeId, enteredBy: null, channels: [{ kind: "mail", address: "liu@example.org" }] });
    await services.roles.give({ personId: id, kind: "resident", placeId, organizationId: unitId, fromOn: clock.today(), givenBy: null });
    await services.accounts.link(id, "liu", "staff");
  });
  const unknown = await screen({ outcome: "referred", reason: "超出社区", referToId: "nothing" });
  await screen({ outcome: "referred", reason: "超出社区，请看现场", referToId: unitId });
  const page = (await app.call("GET /matters/:matterId", { as: "liu", params: { matterId: matter.id } })).body;
  const taken = await app.call("POST /referrals/:referralId/acceptance", { as: "liu", params: { referralId: page.referrals[0].id }, body: {} });
  const [letter] = (await mails()).filter(({ to }) => to.name === "刘工");

  expect([unknown.body.code, unknown.body.field]).toEqual(["matters.unitUnknown", "body.referToId"]);
  expect(page).toMatchObject({
    state: "referred",
    referredTo: "县住建局",
    referrals: [{ unit: "县住建局", isLead: true, verbs: ["accept", "return", "answer"] }],
  });
  expect(taken.body).toEqual({ state: "accepted" });
  expect(letter?.subject).toBe(`派单：小区东侧挡土墙坍毁约 12 米（${matter.number}）`);
  expect(letter?.text).toContain("交代：超出社区，请看现场");
  expect(letter?.text).not.toContain("何志远");
});

test("what was reported upwards is taken back with a reason, waits for a meeting, and its proposer is told", async () => {
  await screen({});
  const recall = (reason: string) =>
    app.call("POST /matters/:matterId/recall", { params: { matterId: matter.id }, body: { reason }, headers: { "idempotency-key": `r${keys++}` } });
  const early = await recall("还没有上报");
  await app.call("POST /matters/:matterId/escalation", { params: { matterId: matter.id }, body: { referTo: "县城管局", reason: "社区办不了" } });
  const offered = (await show()).verbs;
  const before = await letters();

  const [silent, back] = [await recall(" "), await recall("县里说归社区办")];

  expect([early.body.code, silent.status, back.body]).toEqual(["matters.stateWrong", 400, { state: "accepted" }]);
  expect(offered).toContain("recall");
  expect(await show()).toMatchObject({ state: "accepted", referredTo: null });
  expect((await show()).timeline.at(-1)).toMatchObject({ move: "recall", note: "县里说归社区办" });
  expect(await letters()).toBe(before + 1);
  expect((await mails()).at(-1)?.text).toContain("县里说归社区办");
});

test("what was answered cannot be screened again, and the refusal says where it stands", async () => {
  await screen({ outcome: "returned", reason: "不属于公共事务" });

  const again = await screen({});

  expect(again).toMatchObject({
    status: 409,
    body: { code: "matters.stateWrong", message: "2026-0001 现在是“已退回”，这一步不能办", remedy: "现在能办的：重新办理" },
  });
});

test("nobody screens without the right", async () => {
  expect((await screen({}, { as: "he" })).status).toBe(403);
});

test("who raised it takes it back; another one may not", async () => {
  const withdraw = (as: string) =>
    app.call("POST /matters/:matterId/withdrawal", { as, params: { matterId: matter.id }, body: {}, headers: { "idempotency-key": as } });

  const [secretary, himself] = [await withdraw("secretary"), await withdraw("he")];

  expect([secretary.body.code, himself.body.state]).toEqual(["matters.withdrawNotAllowed", "withdrawn"]);
});

test("beginning to screen is seen by the proposer before there is an outcome", async () => {
  await app.call("POST /matters/:matterId/screening-begun", { params: { matterId: matter.id }, headers: { "idempotency-key": "b" } });

  expect((await app.call("GET /mine", { as: "he" })).body.matters).toMatchObject([{ state: "screening" }]);
});

test("an accepted matter beyond the community is reported upwards with a reason", async () => {
  await screen({});
  const escalate = (body: object) =>
    app.call("POST /matters/:matterId/escalation", { params: { matterId: matter.id }, body, headers: { "idempotency-key": `e${keys++}` } });

  const [silent, said] = [await escalate({ referTo: "县城管局", reason: " " }), await escalate({ referTo: "县城管局", reason: "要 38 万元，社区办不了" })];

  expect([silent.status, said.body.state]).toEqual([400, "escalated"]);
  expect(await show()).toMatchObject({ referredTo: "县城管局" });
});

test("matters of another place are not in the list", async () => {
  const grid = await aPlace(app, { name: "一网格", kind: "grid" });
  await aPerson(app, { fullName: "网格长乙", role: "grid_leader", rolePlaceId: grid.id, account: "other" });

  const { body } = await app.call("GET /matters", { as: "other", query: { tab: "screening" } });

  expect(body).toMatchObject({ matters: [], counts: { screening: 0 } });
});
