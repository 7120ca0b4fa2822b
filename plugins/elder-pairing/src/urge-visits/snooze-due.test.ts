import { afterEach, beforeEach, expect, test } from "vitest";
import { newDue } from "../plan-visits/plan-month.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
let elderId: string;
beforeEach(async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  elderId = await stage.elderId("周桂兰");
  await stage.call("PUT /elders/:elderId/level", { params: { elderId }, body: { level: "yellow" } });
  await stage.ask(async ({ db, newId }) => {
    await db.deleteFrom("elder_pairing_due").execute();
    const due = { ...newDue, id: newId(), placePath: "/", elderId, dueOn: "2026-09-02", month: "2026-09", level: "yellow", mode: "visit", state: "due" };
    await db.insertInto("elder_pairing_due").values(due).execute();
  });
});
afterEach(() => stage.app.close());

const putOff = async (until: string, words?: string): Promise<string> => {
  const body = { until, reason: "away", ...(words && { words }) };
  const answer = await stage.call("POST /elders/:elderId/snooze", { params: { elderId }, body });
  return `${answer.status} ${answer.body.code ?? answer.body.count}`;
};
const lift = () => stage.call("POST /elders/:elderId/snooze/lift", { params: { elderId } });
const due = (): Promise<{ snoozes: number | null; snoozedUntil: string | null; snoozeReason: string | null; snoozeNote: unknown }> =>
  stage.ask(({ db }) => db.selectFrom("elder_pairing_due").selectAll().executeTakeFirstOrThrow());

test("a day put right on the day it was said counts as once, lifted as none, and why it waited is kept nowhere", async () => {
  const put = [await putOff("2026-09-10"), await putOff("2026-09-11", "去女儿家")];
  const { snoozes, snoozedUntil } = await due();

  await lift();

  expect([put, snoozes, snoozedUntil]).toEqual([["200 1", "200 1"], 1, "2026-09-11"]);
  expect(await due()).toMatchObject({ snoozes: 0, snoozedUntil: null, snoozeReason: null, snoozeNote: null });
});

test("the second time is put right as well on its day; put off on a third day, or after it was lifted later, is once too often", async () => {
  await putOff("2026-09-10");
  stage.app.ports.setTime("2026-09-05T09:00");
  const second = [await putOff("2026-09-12"), await putOff("2026-09-13"), (await due()).snoozes];
  stage.app.ports.setTime("2026-09-06T09:00");

  const third = await putOff("2026-09-14");
  await lift();

  expect([second, third, await putOff("2026-09-14")]).toEqual([["200 1", "200 1", 2], "409 elder-pairing.snoozeSpent", "409 elder-pairing.snoozeSpent"]);
});
