import { afterEach, beforeEach, expect, test } from "vitest";
import { aPerson } from "@lianxin/directory/testing";
import { phoneOf, planBody, publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let programmeId: string;
let siblings: string[];
const together = { name: "监护人一", phone: "19900000001", relation: "奶奶" };
beforeEach(async () => {
  stage = await setStage();
  const zhao = await aPerson(stage.app, { fullName: "赵文", role: "volunteer", placeId: stage.placeId, channels: [{ kind: "phone", address: phoneOf(3001) }] });
  const adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文", { personId: zhao })];
  programmeId = await publishPlan(stage, adults);
  siblings = [await stage.aChild(1, { name: "童话一号", guardian: together }), await stage.aChild(2, { name: "童话二号", guardian: together })];
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds: siblings } });
});
afterEach(() => stage.app.close());

const change = (version: number, more: object) => {
  const { homeId: _, ...whole } = planBody(stage.homeId, more);
  return stage.must("PUT /programmes/:programmeId", { params: { programmeId }, body: { ...whole, version } });
};
const publish = async () => {
  await stage.must("POST /programmes/:programmeId/director-signature", { as: "luo", params: { programmeId } });
  await stage.must("POST /programmes/:programmeId/community-signature", { params: { programmeId } });
  return stage.must("POST /programmes/:programmeId/publish", { params: { programmeId } });
};
const moved = async (): Promise<string[]> => {
  const rows = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").select("payload").orderBy("id").execute();
  return rows.map(({ payload }) => JSON.parse(payload).text as string | undefined).filter((text) => text?.includes("改时间")) as string[];
};

test("when a plan is published at other hours, each guardian gets one letter for all dates and children, and each adult with an address one; no child is named", async () => {
  await change(1, { startTime: "09:00", endTime: "11:30" });
  const before = await moved();

  const { told } = await publish();
  const letters = await moved();

  expect([before, told]).toEqual([[], 1]);
  expect(letters.filter((text) => text.includes("接送孩子"))).toEqual([
    "儿童之家：“防溺水和阅读”改时间了，7月12日到7月16日的 5 天改为 09:00–11:30。请按新的时间接送孩子。",
  ]);
  expect(letters.filter((text) => text.includes("来带活动"))).toEqual([
    "儿童之家：“防溺水和阅读”改时间了，7月12日到7月16日的 5 天改为 09:00–11:30，请按新的时间来带活动。",
  ]);
  expect(letters.join()).not.toContain("童话");
});

test("other words at the same hours, hours that went back, and publishing once more tell nobody", async () => {
  await change(1, { title: "阅读" });
  const same = await publish();
  await change(2, { title: "阅读", startTime: "09:00" });
  await change(3, { title: "阅读" });
  const back = await publish();
  const once = await stage.must("POST /programmes/:programmeId/publish", { params: { programmeId } });

  expect([same.told, back.told, once.told, await moved()]).toEqual([0, 0, 0, []]);
});

test("hours changed twice before they are published are told once, and of the days that concern the reader", async () => {
  const { sessions } = await stage.must("GET /programmes/:programmeId", { params: { programmeId } });
  for (const { id: sessionId } of sessions.slice(1))
    await stage.must("POST /sessions/:sessionId/call-off", { params: { sessionId }, body: { reason: "台风" } });
  await change(1, { startTime: "09:00" });
  await change(2, { startTime: "09:30" });

  await publish();

  expect((await moved()).filter((text) => text.includes("接送孩子"))).toEqual([
    "儿童之家：“防溺水和阅读”改时间了，7月12日改为 09:30–11:00。请按新的时间接送孩子。",
  ]);
});
