import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { settledListener } from "./needs.route.js";

let stage: SmallStage;
afterEach(() => stage.app.close());

test("an elder's need goes to whoever is handed it without the council's questions, leads back to the elder for who may open them, and is settled when it is done", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const elderId = await stage.elderId("周桂兰");
  const doer = await aPerson(stage.app, { fullName: "魏秀秋", account: "doer" });
  await aPerson(stage.app, { fullName: "管名册的", account: "registrar", role: "administrator" });
  const visit = { clientId: "v1", mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [{ category: "medical", action: "matter" }] };
  await stage.call("POST /elders/:elderId/visits", { params: { elderId }, body: visit });
  const { matterId } = (await stage.call("GET /elders/:elderId/needs", { params: { elderId } })).body.needs[0];
  const matters = (path: string, more: object = {}) => stage.call(path, { of: "matters", params: { matterId }, ...more });
  const shown = (await matters("GET /matters/:matterId")).body;
  const whose = async (as: string) => (await stage.call("GET /matters/:matterId/elders", { as, params: { matterId } })).body.elders ?? null;

  await matters("POST /matters/:matterId/handing-out", { body: { personId: doer, note: "陪周奶奶去一趟" } });
  const referralId = (await matters("GET /matters/:matterId")).body.referrals[0].id;
  await stage.call("POST /referrals/:referralId/answer", { of: "matters", as: "doer", params: { referralId }, body: { words: "看过了" } });
  await stage.ask((ctx) => settledListener.handle({ matterId, from: "referred", to: "resolved" }, ctx, { eventId: "e1" }));

  expect([shown.isPersonal, shown.verbs.includes("screen"), shown.title]).toEqual([true, false, "老人需要帮助：一件要办的事"]);
  expect([await whose("secretary"), await whose("registrar"), await whose("doer")]).toEqual([[{ id: elderId, name: "周桂兰", village: "柳树坡村" }], [], null]);
  expect((await stage.call("GET /elders/:elderId/needs", { params: { elderId } })).body.needs[0].closedOn).not.toBeNull();
});
