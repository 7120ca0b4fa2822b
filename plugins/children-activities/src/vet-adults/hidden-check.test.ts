import { aPerson } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await aPerson(stage.app, { fullName: "周勤", account: "zhou", role: "grid_worker", placeId: stage.placeId });
});
afterEach(() => stage.app.close());

const record = (adultId: string, checkedOn: string, verdict: string) =>
  stage.must("POST /adults/:adultId/checks", { params: { adultId }, body: { scope: "children", checkedOn, verdict, source: "派出所" } });

test("whether somebody has a record, was never looked up or is a year late is read by who looks it up and by the director, by no other role", async () => {
  const ids = [await stage.anAdult("王芳"), await stage.anAdult("赵文", { checkedOn: null }), await stage.anAdult("钱红", { checkedOn: "2026-07-01" })];
  const marked = await stage.anAdult("孙航");
  await record(marked, "2027-07-01", "not_clear");
  const params = { homeId: stage.homeId };
  const read = async (as: string) => {
    const list = (await stage.must("GET /adults", { as })).adults;
    const { staff } = await stage.must("GET /homes/:homeId", { as, params });
    return [...ids, marked].map((id) => [list, staff].map((rows) => rows.find((one: any) => one.id === id)).map((one: any) => [one.vetting, one.checkedUntil]));
  };

  const [secretary, director, worker] = [await read("secretary"), await read("luo"), await read("zhou")];

  expect(secretary.map(([own]) => own![0])).toEqual(["vetted", "none", "expired", "notClear"]);
  expect(director).toEqual(secretary);
  const until = ["vetted", "2028-01-09"];
  const not = ["notNow", null];
  expect(worker).toEqual([until, not, not, not].map((one) => [one, one]));
});

test("no list, plan, week or board says why an adult on duty may not serve", async () => {
  const luo = await stage.anAdult("罗婷", { personId: stage.luo, firstAidUntil: "2028-01-01" });
  const others = [await stage.anAdult("赵文", { account: "zhao" }), await stage.anAdult("钱红")];
  const programmeId = await publishPlan(stage, [luo, ...others], { weekdays: [1], untilOn: "2027-07-12" });
  const marked = others[1]!;
  stage.app.ports.setTime("2027-07-12T08:20");
  const { sessions } = await stage.must("GET /mine", { as: "luo" });
  const params = { sessionId: sessions[0].id };
  for (const { id } of (await stage.must("GET /sessions/:sessionId/board", { as: "luo", params })).posts)
    await stage.must("POST /posts/:postId/arrival", { as: "luo", params: { postId: id } });
  await stage.must("POST /sessions/:sessionId/open", { as: "luo", params });
  await record(marked, "2027-07-12", "not_clear");
  const answers = await Promise.all(
    (
      [
        ["GET /sessions/:sessionId/board", "zhao", params],
        ["GET /week", "zhou", {}],
        ["GET /programmes/:programmeId", "zhou", { programmeId }],
        ["GET /mine", "zhao", {}],
      ] as const
    ).map(([path, as, at]) => stage.must(path, { as, params: at })),
  );

  expect(answers[0].violations.map(({ code, about }: any) => [code, about])).toEqual([["notVetted", marked]]);
  expect(answers.map((answer) => JSON.stringify(answer)).filter((text) => /not_?clear|expired|"none"/i.test(text))).toEqual([]);
});
