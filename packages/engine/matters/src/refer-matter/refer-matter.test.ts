import directory from "@lianxin/directory/server";
import { anOrganization } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aMatterToRefer, type Referred } from "./test-referral.js";

let app: Running;
let matter: Referred["matter"];
let units: Referred["units"];
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-10-12T20:41" });
  ({ matter, units } = await aMatterToRefer(app));
});
afterEach(() => app.close());

const show = async (as = "secretary") => (await app.call("GET /matters/:matterId", { as, params: { matterId: matter.id } })).body;
const refer = (body: object, as = "secretary") => app.call("POST /matters/:matterId/referrals", { as, params: { matterId: matter.id }, body });
const both = () =>
  refer({
    units: [
      { unitId: units.community, isLead: false },
      { unitId: units.management, isLead: true },
    ],
    note: "先到现场看",
  });
const idOf = async (unit: string): Promise<string> => (await show()).referrals.findLast((one: { unit: string }) => one.unit === unit).id;
const settle = (step: string, referralId: string, words?: string, as = "secretary") =>
  app.call(`POST /referrals/:referralId/${step}`, { as, params: { referralId }, body: words === undefined ? {} : { words } });
const letters = async () => (await app.app.platform.database.kit.selectFrom("kit_outbox").select("kind").where("kind", "<>", "event").execute()).length;

test("two units get it, one of them in the lead; one sends it back, which is counted, and another office takes it", async () => {
  await both();
  await settle("acceptance", await idOf("光明路社区居委会"));
  await settle("return", await idOf("县城管局"), "日常养护非本科室");
  await refer({ units: [{ unitId: units.management, office: "市政科", isLead: true }] });
  await settle("acceptance", await idOf("县城管局"));

  const page = await show();

  expect(page).toMatchObject({ state: "referred", bounces: 1, referredTo: "光明路社区居委会、县城管局（市政科）" });
  expect(page.referrals.map((one: Record<string, unknown>) => [one.unit, one.office, one.isLead, one.state, one.words])).toEqual([
    ["光明路社区居委会", null, false, "accepted", null],
    ["县城管局", null, true, "returned", "日常养护非本科室"],
    ["县城管局", "市政科", true, "accepted", null],
  ]);
  expect(page.timeline.map((entry: { move: string }) => entry.move)).toEqual(["raise", "refer", "acceptReferral", "returnReferral", "refer", "acceptReferral"]);
  expect(await letters()).toBe(5);
});

test("what every unit sent back is with the secretary again, and what every unit answered is settled", async () => {
  await both();
  await settle("return", await idOf("光明路社区居委会"), "不归社区");
  expect((await show()).state).toBe("referred");
  await settle("return", await idOf("县城管局"), "不归城管");
  expect(await show()).toMatchObject({ state: "screening", bounces: 2 });

  await refer({ units: [{ unitName: "县住建局", isLead: true }] });
  await settle("answer", await idOf("县住建局"), "已经接入管网");

  expect(await show()).toMatchObject({ state: "resolved", answer: "这件事已经办结。不满意可以说，我们再办。" });
  expect((await show()).timeline.at(-1)).toMatchObject({ move: "answer", note: "已经接入管网" });
});

test.each([
  ["nobody in the lead", () => [{ unitId: units.community, isLead: false }], "matters.leadWrong"],
  [
    "two in the lead",
    () => [
      { unitId: units.community, isLead: true },
      { unitName: "县住建局", isLead: true },
    ],
    "matters.leadWrong",
  ],
  ["a unit nobody knows", () => [{ unitId: "nothing", isLead: true }], "matters.unitUnknown"],
  ["a unit without a name", () => [{ isLead: true }], "matters.unitUnknown"],
])("refuses %s, and nothing is sent", async (_, wanted, code) => {
  const answer = await refer({ units: wanted() });

  expect([answer.status, answer.body.code]).toEqual([422, code]);
  expect(await show()).toMatchObject({ state: "proposed", referrals: [] });
});

test("a unit that has it does not get it twice", async () => {
  await both();

  const answer = await refer({ units: [{ unitId: units.community, isLead: false }] });

  expect([answer.status, answer.body.message]).toEqual([409, "已经派给光明路社区居委会了"]);
});

test("the unit's own person takes it without learning who raised it; another unit's may not", async () => {
  await both();
  const clerk = (account: string, organizationId: string) =>
    app.write("directory", async ({ services, clock }: any) => {
      const { placeId } = await services.settings.find();
      const id = await services.people.add({ fullName: account, placeId, enteredBy: null });
      await services.roles.give({ personId: id, kind: "resident", placeId, organizationId, fromOn: clock.today(), givenBy: null });
      await services.accounts.link(id, account, "staff");
    });
  await clerk("management", units.management);
  await clerk("stranger", await anOrganization(app, { name: "县水利局", kind: "department" }));
  const id = await idOf("县城管局");

  const [seen, hidden, refused, taken] = [
    await show("management"),
    await show("stranger"),
    await settle("acceptance", id, undefined, "stranger"),
    await settle("acceptance", id, undefined, "management"),
  ];

  expect(seen).toMatchObject({ number: matter.number, reporterName: null, entererName: null, answers: null });
  expect(JSON.stringify(seen)).not.toContain("周兰");
  expect(seen.referrals.map((one: { verbs: unknown }) => one.verbs)).toEqual([[], ["accept", "return", "answer"]]);
  expect([hidden.code, refused.body.code, taken.body.state]).toEqual(["matters.matterUnknown", "matters.referralNotYours", "accepted"]);
});

test.each([
  ["settled", "answer", { words: "社区自己办好了" }],
  ["reported upwards", "escalation", { referTo: "县政府", reason: "两家都办不了" }],
  ["split", "parts", { parts: [{ title: "水沟" }, { title: "坡路" }], reason: "两件事" }],
])("what units still have of a matter ends when it is %s without them, and they can do nothing with it any more", async (_, step, body) => {
  await both();
  const id = await idOf("县城管局");
  await settle("acceptance", id);
  await app.call(`POST /matters/:matterId/${step}`, { params: { matterId: matter.id }, body });

  const late = await settle("answer", id, "已疏通");

  expect((await show()).referrals.map((one: { state: string; verbs: string[] }) => [one.state, one.verbs])).toEqual([
    ["ended", []],
    ["ended", []],
  ]);
  expect([late.status, late.body.code]).toEqual([409, "matters.referralStateWrong"]);
});

test("after a settled matter was taken up again another unit leads", async () => {
  await both();
  await app.call("POST /matters/:matterId/answer", { params: { matterId: matter.id }, body: { words: "已经疏通" } });
  await app.call("POST /matters/:matterId/reopening", { params: { matterId: matter.id }, body: { reason: "又堵了" } });

  const again = await refer({ units: [{ unitId: units.community, isLead: true }] });

  expect([again.status, again.body.state]).toEqual([200, "referred"]);
  expect(await show()).toMatchObject({ referredTo: "光明路社区居委会" });
});

test("a unit settles nothing of a matter that is with no unit, whatever its own line says", async () => {
  await both();
  const id = await idOf("县城管局");
  await app.write("matters", ({ db }) => db.updateTable("matters_matter").set({ state: "withdrawn" }).where("id", "=", matter.id).execute());

  const answer = await settle("answer", id, "已疏通");

  expect(answer).toMatchObject({ status: 409, body: { code: "matters.stateWrong", remedy: "现在能办的：还要办的话，重新反映一件" } });
});

test("of two units that answer at once the later one settles the matter", async () => {
  await both();
  const ids = [await idOf("光明路社区居委会"), await idOf("县城管局")];

  const answers = await Promise.all(ids.map((id) => settle("answer", id, "办好了")));

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect((await show()).state).toBe("resolved");
});

test("what is settled is not settled again, and a return without a reason is refused", async () => {
  await both();
  const id = await idOf("县城管局");
  const silent = await settle("return", id, " ");
  await settle("answer", id, "已疏通");

  const again = await settle("return", id, "不归我们");

  expect([silent.body.code, again.status, again.body.message]).toEqual(["matters.reasonNeeded", 409, "派给县城管局的这一单现在是“已报结”，这一步不能办"]);
});
