import directory from "@lianxin/directory/server";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aMatterToRefer, type Referred } from "../refer-matter/test-referral.js";

let app: Running;
let matter: Referred["matter"];
let units: Referred["units"];
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-10-12T20:41" });
  ({ matter, units } = await aMatterToRefer(app));
  await clerk("management", units.management);
  await app.call("POST /matters/:matterId/referrals", {
    params: { matterId: matter.id },
    body: {
      units: [
        { unitId: units.management, isLead: true },
        { unitId: units.community, isLead: false },
      ],
    },
  });
});
afterEach(() => app.close());

const clerk = (account: string, organizationId: string) =>
  app.write("directory", async ({ services, clock }: any) => {
    const { placeId } = await services.settings.find();
    const id = await services.people.add({ fullName: account, placeId, enteredBy: null });
    await services.roles.give({ personId: id, kind: "resident", placeId, organizationId, fromOn: clock.today(), givenBy: null });
    await services.accounts.link(id, account, "staff");
  });
const own = async (as = "management") => (await app.call("GET /referrals/own", { as })).body.referrals;
const stuck = async () => (await app.call("GET /referrals/stuck", { as: "secretary" })).body;
const show = async (as = "secretary") => (await app.call("GET /matters/:matterId", { as, params: { matterId: matter.id } })).body;
const listed = async (as = "secretary", address = "GET /matters?tab=working") => (await app.call(address, { as })).body.matters[0].stuck;
const idOf = async (unit: string): Promise<string> => (await show()).referrals.findLast((one: { unit: string }) => one.unit === unit).id;
const settle = async (step: string, unit: string, words?: string) =>
  app.call(`POST /referrals/:referralId/${step}`, { as: "secretary", params: { referralId: await idOf(unit) }, body: words === undefined ? {} : { words } });

test("a unit's own person finds what was sent to it, without who raised it, until it is settled; nobody else does", async () => {
  const [sent] = await own();
  await settle("acceptance", "县城管局");
  const accepted = await own();
  await settle("answer", "县城管局", "已疏通");

  expect(sent).toMatchObject({ matterId: matter.id, title: "柳树坡42号旁水沟异味大", unit: "县城管局", isLead: true, state: "sent", lateDays: null });
  expect(JSON.stringify(sent)).not.toContain("周兰");
  expect(accepted.map(({ state }: { state: string }) => state)).toEqual(["accepted"]);
  expect([await own(), await own("lan")]).toEqual([[], []]);
});

test("what nobody took in three full days reads as late to the unit and stands before the secretary, until it is taken", async () => {
  app.ports.setTime("2026-10-16T08:29");
  const before = [(await stuck()).unaccepted, await listed()];
  app.ports.setTime("2026-10-18T08:30");
  const after = await stuck();
  const marks = [(await own())[0].lateDays, (await show()).referrals.map(({ lateDays }: { lateDays: number }) => lateDays), await listed()];
  const raiser = await listed("lan", "GET /mine");
  await settle("acceptance", "县城管局");
  await settle("acceptance", "光明路社区居委会");

  expect(before).toEqual([[], null]);
  expect(after.unaccepted.map(({ unit, isLead, lateDays }: Record<string, unknown>) => [unit, isLead, lateDays])).toEqual([
    ["县城管局", true, 5],
    ["光明路社区居委会", false, 5],
  ]);
  expect([...marks, raiser]).toEqual([5, [5, 5], "unaccepted", null]);
  expect([(await stuck()).unaccepted, (await own())[0].lateDays, await listed()]).toEqual([[], null, null]);
});

test("what the lead sent back stands before the secretary with the reason, and whoever raised it reads that another is looked for", async () => {
  await settle("acceptance", "光明路社区居委会");
  await settle("return", "县城管局", "日常养护非本单位");

  const [waiting, page, mark] = [await stuck(), await show("lan"), await listed()];
  await app.call("POST /matters/:matterId/referrals", { params: { matterId: matter.id }, body: { units: [{ unitName: "县住建局", isLead: true }] } });

  expect(waiting.returned).toEqual([
    { matterId: matter.id, number: matter.number, title: "柳树坡42号旁水沟异味大", unit: "县城管局", words: "日常养护非本单位" },
  ]);
  expect([page.state, page.referredTo, page.answer, mark]).toEqual([
    "referred",
    null,
    "原来派的单位退回来了，社区正在另找单位来办，找到了告诉您。",
    "returned",
  ]);
  expect([(await stuck()).returned, (await show("lan")).answer]).toEqual([[], "已转给光明路社区居委会、县住建局办理，有结果告诉您。"]);
});

test("when a helper sends it back the lead still has it, and when all did, nobody reads to whom it was sent", async () => {
  await settle("return", "光明路社区居委会", "不归社区");
  const helped = await show();
  await settle("return", "县城管局", "不归城管");

  expect([helped.referredTo, (await stuck()).returned]).toEqual(["县城管局", []]);
  expect(await show()).toMatchObject({ state: "screening", referredTo: null });
});

test("who does not send out is not told what stands still", async () => {
  app.ports.setTime("2026-10-18T08:30");
  const [refused, told] = [await app.call("GET /referrals/stuck", { as: "lan" }), await stuck()];

  expect([refused.status, refused.body.unaccepted, told.unaccepted.length]).toEqual([403, undefined, 2]);
});
