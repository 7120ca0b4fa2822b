import { afterEach, beforeEach, expect, test } from "vitest";
import { noteYearFacts } from "../migrations/2026-11-29-1-year-facts.js";
import { planBody, publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const facts = () =>
  stage.app.write<any>("children-activities", async ({ db }) => ({
    homes: await db.selectFrom("children_activities_home").select("openedOn").orderBy("id").execute(),
    dates: await db.selectFrom("children_activities_session").select("wasPublished").orderBy("heldOn").execute(),
    answers: await db.selectFrom("children_activities_consent").select("withdrawnBy").where("answer", "=", "yes").orderBy("id").execute(),
  }));

test("what stood before the report knew it is known after the upgrade: since when a home is one, what families could read of, and which yes its guardian took back", async () => {
  const adults = [await stage.anAdult("王芳", { firstAidUntil: "2028-01-01" }), await stage.anAdult("张强")];
  const programmeId = await publishPlan(stage, adults, { weekdays: [1, 2, 3], room: "活动室" });
  const { sessions } = await stage.must("GET /programmes/:programmeId", { params: { programmeId } });
  await stage.must("POST /sessions/:sessionId/call-off", { params: { sessionId: sessions[0].id }, body: { reason: "台风" } });
  await stage.must("POST /programmes", { body: planBody(stage.homeId, { weekdays: [4], room: "阅览室" }) });
  const [refused, erased] = [await stage.aChild(1, { consents: { data: true, participation: true, photo: true, health: false } }), await stage.aChild(2)];
  const { guardianId } = (await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).children[0].guardians[0];
  stage.app.ports.advance(1000);
  await stage.must("POST /children/:childId/consents", { as: "luo", params: { childId: refused }, body: { guardianId, purpose: "photo", isYes: false } });
  await stage.must("POST /children/:childId/erasure", { as: "luo", params: { childId: erased } });
  const now = await facts();
  const { database } = stage.app.app.platform;
  await database.disarmed(async () => {
    await database.root.updateTable("children_activities_home").set({ opened_on: null }).execute();
    await database.root.updateTable("children_activities_session").set({ was_published: null }).execute();
    await database.root.updateTable("children_activities_consent").set({ withdrawn_by: null }).execute();
    await noteYearFacts({ db: database.root, addColumns: async () => undefined } as never);
  });
  const { homes, dates, answers } = await facts();

  expect([homes, homes[0].openedOn]).toEqual([now.homes, "2027-07-05"]);
  expect(dates.map(({ wasPublished }: any) => wasPublished ?? false)).toEqual([true, true, true, false]);
  expect(answers.map((one: any) => one.withdrawnBy)).toEqual([null, null, "guardian", null, null]);
  expect(now.answers.map((one: any) => one.withdrawnBy)).toEqual([null, null, "guardian", "house", "house"]);
});
