import { aPerson } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let adultId: string;
beforeEach(async () => {
  stage = await setStage();
  adultId = await stage.anAdult("王芳");
});
afterEach(() => stage.app.close());
const shown = async (id = adultId) => (await stage.must("GET /adults")).adults.find((one: any) => one.id === id);
const record = (checkedOn: string, verdict: string, id = adultId) =>
  stage.must("POST /adults/:adultId/checks", { params: { adultId: id }, body: { scope: "children", checkedOn, verdict, source: "派出所" } });
const revoke = (checkId: string, as = "secretary") => stage.call("POST /checks/:checkId/revocation", { as, params: { checkId } });
const lines = (checks: any[]) => checks.map(({ checkedOn, verdict }) => `${checkedOn} ${verdict}`);

test("a verdict that was mistyped is voided itself, and the clear check before it holds again", async () => {
  await record("2027-07-01", "not_clear");
  const before = await shown();
  await revoke(before.checks[0].id);
  const after = await shown();

  expect([before.vetting, lines(before.checks)]).toEqual(["notClear", ["2027-07-01 not_clear", "2027-01-10 clear"]]);
  expect([after.vetting, lines(after.checks), (await revoke(before.checks[0].id)).body.code]).toEqual([
    "vetted",
    ["2027-01-10 clear"],
    "children-activities.checkRevoked",
  ]);
});

test("the right verdict of the same day counts once the mistyped one is voided", async () => {
  const none = await stage.anAdult("赵文", { checkedOn: null });
  await record("2027-07-01", "not_clear", none);
  await record("2027-07-01", "clear", none);
  const before = await shown(none);

  await revoke(before.checks.find(({ verdict }: any) => verdict === "not_clear").id);

  expect([before.vetting, (await shown(none)).vetting]).toEqual(["notClear", "vetted"]);
});

test("nobody voids a check of their own, and somebody else does", async () => {
  const own = await stage.anAdult("李建平", { personId: stage.community.personId, checkedOn: null });
  await aPerson(stage.app, { fullName: "周勤", account: "zhou", role: "grid_leader" });
  await stage.must("POST /adults/:adultId/checks", {
    ...{ as: "zhou", params: { adultId: own } },
    body: { scope: "children", checkedOn: "2027-07-01", verdict: "not_clear", source: "派出所" },
  });
  const [{ id }] = (await shown(own)).checks;

  expect((await revoke(id)).body.code).toBe("children-activities.checkOwn");
  expect([(await shown(own)).vetting, (await revoke(id, "zhou")).status, (await shown(own)).vetting]).toEqual(["notClear", 200, "none"]);
});
