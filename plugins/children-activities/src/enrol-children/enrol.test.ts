import { afterEach, beforeEach, expect, test } from "vitest";
import { noCounts, publishPlan, setStage, type Stage } from "../testing/stage.js";
import { renewBandsJob } from "../keep-bands/renew-bands.job.js";

let stage: Stage;
let adults: string[];
beforeEach(async () => {
  stage = await setStage();
  adults = [await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" }), await stage.anAdult("赵文")];
});
afterEach(() => stage.app.close());

const enrol = (programmeId: string, childIds: readonly string[], againIds: readonly string[] = []) =>
  stage.call("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds, againIds } });
const openings = async (as = "luo") => (await stage.must("GET /homes/:homeId/openings", { as, params: { homeId: stage.homeId } })).programmes;
const standings = async () => (await openings())[0].children.map(({ standing, agreed }: any) => [standing, agreed]);
const rowsOf = (childId: string): Promise<any[]> =>
  stage.app.write("children-activities", ({ db }) =>
    db
      .selectFrom("children_activities_attendance as row")
      .innerJoin("children_activities_session as session", "session.id", "row.sessionId")
      .select(["row.id as id", "row.state as state", "row.ageBand as ageBand", "row.isGirl as isGirl", "session.heldOn as heldOn"])
      .where("childId", "=", childId)
      .orderBy("session.heldOn")
      .execute(),
  );
const cancel = (attendanceId: string) => stage.must("POST /attendances/:attendanceId/cancel", { as: "luo", params: { attendanceId } });

test("the director reads, for each programme however far ahead, how each child of the home stands by it", async () => {
  const later = { fromOn: "2027-08-16", untilOn: "2027-08-17", weekdays: [1, 2], closesOn: "2027-08-10" };
  const programmeId = await publishPlan(stage, adults, later);
  const [fits, enrolled, cancelled, part] = [await stage.aChild(1), await stage.aChild(2), await stage.aChild(3), await stage.aChild(4)];
  await stage.aChild(5, { bornIn: "2016-05" });
  await stage.aChild(6, { consents: { data: true, participation: false, photo: false, health: false } });
  await enrol(programmeId, [enrolled, cancelled]);
  await cancel((await rowsOf(cancelled))[1].id);
  const { guardians } = (await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).children[3];
  const until = { guardianId: guardians[0].guardianId, purpose: "participation", isYes: true, untilOn: "2027-08-16" };
  await stage.must("POST /children/:childId/consents", { as: "luo", params: { childId: part }, body: until });

  const [shown] = await openings();

  expect([shown.title, shown.fromOn, shown.untilOn, shown.dates, shown.left]).toEqual([
    ...["防溺水和阅读", "2027-08-16", "2027-08-17", 2],
    { ...noCounts, "6_8": 6 },
  ]);
  expect(shown.children.find(({ childId }: any) => childId === fits).standing).toBe("fits");
  expect(await standings()).toEqual([
    ["fits", 2],
    ["enrolled", 2],
    ["cancelled", 2],
    ["fits", 1],
    ["band", 2],
    ["consent", 0],
  ]);
});

test("who was taken off a date stays off it when the others are enrolled, and comes back when it is asked for", async () => {
  const programmeId = await publishPlan(stage, adults, { weekdays: [1, 2], untilOn: "2027-07-13" });
  const [first, second] = [await stage.aChild(1), await stage.aChild(2)];
  await enrol(programmeId, [first]);
  await cancel((await rowsOf(first))[0].id);

  const others = await enrol(programmeId, [first, second]);
  const kept = (await rowsOf(first)).map(({ state }) => state);
  const again = await enrol(programmeId, [], [first]);

  expect([others.body, kept]).toEqual([{ children: 1, dates: 2 }, ["cancelled", "enrolled"]]);
  expect([again.body, (await rowsOf(first)).map(({ state }) => state)]).toEqual([{ children: 1, dates: 1 }, ["enrolled", "enrolled"]]);
});

test("who is enrolled again is counted as they are now, by age and sex", async () => {
  const programmeId = await publishPlan(stage, adults, { expected: { "6_8": 4, "9_12": 4, "13_15": 0 }, closesOn: "2027-07-14" });
  const childId = await stage.aChild(1, { bornIn: "2018-06", isGirl: false });
  await enrol(programmeId, [childId]);
  for (const { id } of await rowsOf(childId)) await cancel(id);
  await stage.must("PATCH /children/:childId", { as: "luo", params: { childId }, body: { isGirl: true, bornIn: "2018-05" } });
  stage.app.ports.setTime("2027-07-11T00:10");
  await stage.must("PATCH /children/:childId", { as: "luo", params: { childId }, body: { bornIn: "2017-05" } });
  await stage.app.write("children-activities", (ctx) => renewBandsJob.run(ctx));

  await enrol(programmeId, [], [childId]);

  expect(new Set((await rowsOf(childId)).map(({ ageBand, isGirl, state }) => `${ageBand} ${isGirl} ${state}`))).toEqual(new Set(["9_12 true enrolled"]));
});

test("one who was agreed to until a day is enrolled for the days until then, and one without any agreed day is refused with all the others", async () => {
  const programmeId = await publishPlan(stage, adults);
  const [part, never] = [await stage.aChild(1), await stage.aChild(2, { consents: { data: true, participation: false, photo: false, health: false } })];
  const { guardians } = (await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).children[0];
  const until = { guardianId: guardians[0].guardianId, purpose: "participation", isYes: true, untilOn: "2027-07-13" };
  await stage.must("POST /children/:childId/consents", { as: "luo", params: { childId: part }, body: until });

  const refused = await enrol(programmeId, [part, never]);
  const none = await rowsOf(part);
  const done = await enrol(programmeId, [part]);

  expect([refused.body.code, none, done.body]).toEqual(["children-activities.consentMissing", [], { children: 1, dates: 2 }]);
  expect((await rowsOf(part)).map(({ heldOn }) => heldOn)).toEqual(["2027-07-12", "2027-07-13"]);
});

test("who is on the list already takes no second place, and one child too many enrols nobody", async () => {
  const programmeId = await publishPlan(stage, adults, { expected: { ...noCounts, "6_8": 2 } });
  const [first, second, third] = [await stage.aChild(1), await stage.aChild(2), await stage.aChild(3)];
  await enrol(programmeId, [first]);

  const tooMany = await enrol(programmeId, [first, second, third]);
  const fitting = await enrol(programmeId, [first, second]);

  expect([tooMany.body.code, fitting.body, await rowsOf(third)]).toEqual(["children-activities.bandFull", { children: 1, dates: 5 }, []]);
  expect((await openings())[0].left["6_8"]).toBe(0);
});

test("nobody but the home's director reads how its children stand", async () => {
  const asked = ["secretary", "worker", "he"].map((as) => stage.call("GET /homes/:homeId/openings", { as, params: { homeId: stage.homeId } }));

  expect((await Promise.all(asked)).map(({ body }) => body.code)).toEqual(Array(3).fill("children-activities.directorOnly"));
});
