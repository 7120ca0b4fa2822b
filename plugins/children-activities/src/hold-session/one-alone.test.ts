import { expect, test } from "vitest";
import { noCounts, publishPlan, setStage } from "../testing/stage.js";

test("where two of three adults are left it alarms, and anew once one of them is alone with the children; the page says it once", async () => {
  const stage = await setStage();
  const luo = await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" });
  const adults = [luo, await stage.anAdult("赵文"), await stage.anAdult("王芳")];
  const expected = { ...noCounts, "6_8": 1, "9_12": 1, "13_15": 1 };
  const programmeId = await publishPlan(stage, adults, { expected, packId: "bands", mode: "per_band" });
  const births = ["2019-05", "2016-05", "2013-05"];
  const childIds = [];
  for (const [n, bornIn] of births.entries()) childIds.push(await stage.aChild(n, { bornIn }));
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds } });
  const sessionId = (await stage.must("GET /mine", { as: "luo" })).sessions[0].id;
  const desk = (path: string, params: object, body: object = {}) => stage.must(path, { as: "luo", params: { sessionId, ...params }, body });
  const board = () => desk("GET /sessions/:sessionId/board", {});
  const gone = async (adultId: string, at: string) => {
    stage.app.ports.setTime(`2027-07-12T${at}`);
    const post = (await board()).posts.find((one: any) => one.adultId === adultId && one.state === "present");
    await desk("POST /posts/:postId/leaving", { postId: post.id }, { reason: "" });
    const { violations, since } = await board();
    return { codes: violations.map(({ code }: any) => code), since };
  };
  stage.app.ports.setTime("2027-07-12T08:20");
  const { posts, children } = await board();
  for (const { id: postId } of posts) await desk("POST /posts/:postId/arrival", { postId });
  await desk("POST /sessions/:sessionId/open", {});
  for (const { attendanceId } of children) await desk("POST /attendances/:attendanceId/arrival", { attendanceId });

  const two = await gone(adults[1]!, "09:00");
  const one = await gone(adults[2]!, "09:10");
  stage.app.ports.setTime("2027-07-12T09:20");
  await desk("POST /sessions/:sessionId/stand-ins", {}, { adultId: adults[2] });
  const rows: any[] = await stage.app.db.selectFrom("children_activities_alarm").selectAll().orderBy("fromAt").execute();
  const raised = (await stage.app.published()).filter(({ event }) => event === "children-activities.alarmRaised");
  await stage.app.close();

  expect([two, one]).toEqual([
    { codes: ["tooFewAdults"], since: "2027-07-12T01:00:00.000Z" },
    { codes: ["tooFewAdults"], since: "2027-07-12T01:10:00.000Z" },
  ]);
  expect(rows.map(({ fromAt, untilAt, codes }) => [fromAt, untilAt, codes])).toEqual([
    ["2027-07-12T01:00:00.000Z", "2027-07-12T01:10:00.000Z", ["tooFewAdults"]],
    ["2027-07-12T01:10:00.000Z", "2027-07-12T01:20:00.000Z", ["tooFewAdults", "twoUnrelated"]],
    ["2027-07-12T01:20:00.000Z", null, ["tooFewAdults"]],
  ]);
  expect(raised.map(({ payload }: any) => payload.codes)).toEqual([["tooFewAdults"], ["tooFewAdults", "twoUnrelated"], ["tooFewAdults"]]);
});
