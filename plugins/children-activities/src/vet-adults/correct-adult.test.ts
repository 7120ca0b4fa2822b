import { afterEach, beforeEach, expect, test } from "vitest";
import { publishPlan, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => void (stage = await setStage()));
afterEach(() => stage.app.close());

test("who was written down as a woman by a slip is put right, and where girls have no other their dates say so at once", async () => {
  const luo = await stage.anAdult("罗婷", { personId: stage.luo, isWoman: false, firstAidUntil: "2028-01-01" });
  const zhao = await stage.anAdult("赵文");
  const programmeId = await publishPlan(stage, [luo, zhao]);
  const childIds = [await stage.aChild(2)];
  await stage.must("POST /programmes/:programmeId/enrolments", { as: "luo", params: { programmeId }, body: { childIds } });
  const broken = async () =>
    (await stage.must("GET /programmes/:programmeId", { params: { programmeId } })).sessions[0].violations.map(({ code }: any) => code);
  const before = await broken();
  await stage.must("PATCH /adults/:adultId", { params: { adultId: zhao }, body: { isWoman: false, kind: "teacher" } });

  const after = await broken();

  const { kind, isWoman } = (await stage.must("GET /adults")).adults.find(({ id }: any) => id === zhao);
  expect([before, after, kind, isWoman]).toEqual([[], ["noWoman"], "teacher", false]);
  await stage.must("PATCH /adults/:adultId", { params: { adultId: zhao }, body: { isWoman: true } });
  expect(await broken()).toEqual([]);
});

test("a check has the day on which it was done, today at the latest", async () => {
  const adultId = await stage.anAdult("赵文", { checkedOn: null });
  const check = async (checkedOn: string) =>
    (await stage.call("POST /adults/:adultId/checks", { params: { adultId }, body: { scope: "children", checkedOn, verdict: "clear", source: "派出所" } })).body
      .code;

  expect([await check("2027-07-06"), await check("2027-02-30"), await check("2027-07-05")]).toEqual([
    "children-activities.dayAhead",
    "children-activities.dayInvalid",
    undefined,
  ]);
});
