import directory from "@lianxin/directory/server";
import { aCommunity, anOrganization, aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";

let app: Running;
let id: string;
let people: { readonly lead: string; readonly doer: string };
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-12-01T09:00" });
  const { placeId } = await aCommunity(app);
  const lead = await aPerson(app, { fullName: "李建平", account: "lead", role: "grid_leader" });
  const doer = await aPerson(app, { fullName: "魏秀秋", account: "doer", channels: [{ kind: "phone", address: "19900000077" }] });
  people = { lead, doer };
  const raised: { id: string } = await app.write("matters", ({ services }: any) =>
    services.others.raise({ title: "老人需要帮助：看病", placeId, enteredBy: doer, isPersonal: true }),
  );
  id = raised.id;
});
afterEach(() => app.close());

const show = async (as = "lead") => (await app.call("GET /matters/:matterId", { as, params: { matterId: id } })).body;
const handOut = (body: object, as = "lead") => app.call("POST /matters/:matterId/handing-out", { as, params: { matterId: id }, body });
const settle = async (step: string, words?: string, as = "doer") => {
  const referralId = (await show("secretary")).referrals.at(-1).id;
  return app.call(`POST /referrals/:referralId/${step}`, { as, params: { referralId }, body: words === undefined ? {} : { words } });
};
const texts = async () =>
  (await app.app.platform.database.kit.selectFrom("kit_outbox").select("payload").where("kind", "=", "sms").execute()).map(({ payload }) => String(payload));

test("one household's own affair is handed to a person by a team lead without a question, is told to them, and is settled when they report it done", async () => {
  const before = await show();
  const waiting = (await app.call("GET /screenings/waiting", { as: "lead" })).body.matters;

  const answer = await handOut({ personId: people.doer, note: "三楼，上午在家" });
  const own = (await app.call("GET /referrals/own", { as: "doer" })).body.referrals;
  await settle("acceptance");
  await settle("answer", "陪着去看过了");

  expect([before.isPersonal, before.verbs.filter((verb: string) => ["screen", "handOut", "refer", "answer"].includes(verb))]).toEqual([
    true,
    ["handOut", "answer"],
  ]);
  expect(waiting).toMatchObject([{ id, isPersonal: true }]);
  expect([answer.status, own.map(({ matterId, unit }: any) => [matterId, unit])]).toEqual([200, [[id, "魏秀秋"]]]);
  expect(await texts()).toEqual([expect.stringContaining("有一件事交给您办")]);
  expect((await texts()).join()).not.toContain("看病");
  expect(await show()).toMatchObject({ state: "resolved" });
});

test("who was handed it sends it back, and it is handed to a unit instead; nobody gets it while somebody has it", async () => {
  const unitId = await anOrganization(app, { name: "镇卫生院", kind: "department" });
  await handOut({ personId: people.doer });
  const twice = await handOut({ unitId });
  await settle("return", "我不会开车");
  const again = await handOut({ unitId });

  expect([twice.status, twice.body.code]).toEqual([422, "matters.leadWrong"]);
  expect([again.status, (await show()).referredTo]).toEqual([200, "镇卫生院"]);
});

test("it is refused at the council's seven questions, and everybody's affair is not handed out", async () => {
  const answers = { isPublic: false };
  const screened = await app.call("POST /matters/:matterId/screenings", {
    as: "lead",
    params: { matterId: id },
    body: { answers, outcome: "returned", reason: "私事" },
  });
  const before = await show();
  await app.write("matters", ({ db }) => db.updateTable("matters_matter").set({ isPersonal: false }).where("id", "=", id).execute());
  const handed = await handOut({ personId: people.doer });

  expect([screened.status, screened.body.code, before.state]).toEqual([409, "matters.notForMeeting", "proposed"]);
  expect([handed.status, handed.body.code]).toEqual([409, "matters.notPersonal"]);
});

test("who was not handed it and sees no matters does not see it", async () => {
  await aPerson(app, { fullName: "周兰", account: "other" });
  await handOut({ personId: people.doer });

  const statuses = [];
  for (const as of ["doer", "other"]) statuses.push((await app.call("GET /matters/:matterId", { as, params: { matterId: id } })).status);
  const foreign = await settle("answer", "好了", "other");

  expect([statuses, foreign.body.code]).toEqual([[200, 404], "matters.referralNotYours"]);
});
