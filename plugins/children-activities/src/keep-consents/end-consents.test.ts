import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { endConsentsJob } from "./end-consents.job.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const children = async () => (await stage.must("GET /homes/:homeId/children", { as: "luo", params: { homeId: stage.homeId } })).children;
const night = (moment: string) => {
  stage.app.ports.setTime(moment);
  return stage.app.write("children-activities", (ctx) => endConsentsJob.run(ctx));
};

test("a consent that was given until a day ends with that day: the note on health goes, and with the data's own consent the child", async () => {
  const consents = { data: true, participation: true, photo: false, health: true };
  const [short, long] = [await stage.aChild(1, { health: "花生过敏", consents }), await stage.aChild(2)];
  const { guardianId } = (await children()).find(({ id }: any) => id === short).guardians[0];
  const until = (purpose: string, untilOn: string) =>
    stage.must("POST /children/:childId/consents", { as: "luo", params: { childId: short }, body: { guardianId, purpose, isYes: true, untilOn } });
  stage.app.ports.advance(1000);
  await until("health", "2027-07-10");
  await until("data", "2027-07-20");

  await night("2027-07-10T00:05");
  const onItsDay = (await children()).find(({ id }: any) => id === short);
  await night("2027-07-11T00:05");
  const after = (await children()).find(({ id }: any) => id === short);
  await night("2027-07-21T00:05");

  expect([onItsDay.health, after.health, after.name]).toEqual(["花生过敏", null, "孩子1"]);
  expect((await children()).map(({ id }: any) => id)).toEqual([long]);
});
