import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { nameOf } from "../testing/story-county.js";
import { isWorkingDay, planAhead, planNextMonth, storeDues } from "./store-dues.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const dues = (): Promise<any[]> => stage.ask(({ db }) => db.selectFrom("elder_pairing_due").selectAll().orderBy("dueOn").execute());

test("planning again adds nothing, from the 20th the next month is planned too, what is past its time is missed, and a year without holidays is refused", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴有福", sex: "男" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.ask((ctx) => planAhead(ctx));
  const first = await dues();

  await stage.ask((ctx) => planAhead(ctx));
  const again = await dues();
  await stage.ask(planNextMonth);
  const early = await dues();
  stage.app.ports.setTime("2026-09-21T00:20");
  await stage.ask((ctx) => planAhead(ctx));
  await stage.ask(planNextMonth);
  const late = await dues();

  expect([again, early]).toEqual([first, first]);
  expect(first.every(({ month }) => month === "2026-09")).toBe(true);
  expect(late.some(({ month }) => month === "2026-10")).toBe(true);
  expect(late.filter(({ state, level, dueOn }) => state === "missed" && level === "red" && dueOn < "2026-09-14").length).toBeGreaterThan(0);
  await expect(stage.ask((ctx) => storeDues(ctx, "2029-02-01"))).rejects.toMatchObject({ code: "elder-pairing.holidaysMissing" });
});

test("a changed wish changes what is ahead at once, and nobody is urged on a day off", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.ask((ctx) => planAhead(ctx));
  const elderId = await stage.elderId("周桂兰");
  const wish = async (words: string) => {
    await stage.call("PUT /elders/:elderId/wish", { params: { elderId }, body: { wish: words } });
    return [...new Set((await dues()).map(({ mode }) => mode))];
  };

  expect([await wish("phone"), await wish("none"), await wish("visit")]).toEqual([["phone"], [], ["visit"]]);
  expect(
    await stage.ask(async (ctx) => [await isWorkingDay(ctx, "2026-10-01"), await isWorkingDay(ctx, "2026-09-05"), await isWorkingDay(ctx, "2026-09-04")]),
  ).toEqual([false, false, true]);
});

test("whoever is planned singly is due tomorrow at the earliest, and many one by one as evenly as all at once", async () => {
  const names = Array.from({ length: 24 }, (_, i) => nameOf(i));
  stage = await setSmallCounty(
    names.map((name) => ({ name, sex: "男" })),
    [{ name: "刘敏" }, { name: "陈芳" }],
    { at: "2026-09-10T16:00" },
  );
  await stage.ask(({ db }) => db.updateTable("elder_pairing_elder").set({ careFromOn: "2026-09-01" }).execute());
  for (const name of names) {
    const params = { elderId: await stage.elderId(name) };
    await stage.call("PUT /elders/:elderId/level", { params, body: { level: "yellow" } });
  }

  const days = (await dues()).map(({ dueOn }) => dueOn as string);
  const loads = [...new Set(days)].map((day) => days.filter((one) => one === day).length);
  expect([days.length, days.every((day) => day > "2026-09-10")]).toEqual([24, true]);
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  expect(loads.length).toBe(14);
});

test("a month has no second visit of an elder beside one that still waits, and what waits is made as they wish now", async () => {
  stage = await setSmallCounty([{ name: "吴有福", sex: "男" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  const params = { elderId: await stage.elderId("吴有福") };
  await stage.run();
  await stage.call("PUT /elders/:elderId/level", { params, body: { level: "yellow" } });
  stage.app.ports.setTime(`${(await dues())[0].dueOn < "2026-09-20" ? "2026-09-21" : "2026-09-29"}T09:00`);

  await stage.call("PUT /elders/:elderId/wish", { params, body: { wish: "phone" } });

  expect((await dues()).map(({ month, mode, state }) => [month, mode, state])).toEqual([["2026-09", "phone", "due"]]);
});

test("a day agreed on at the door outlives an alert, another level and another sheet's plan, and goes with the wish for no visit", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const params = { elderId: await stage.elderId("周桂兰") };
  const visit = { clientId: "v1", mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [], nextOn: "2026-09-26" };
  await stage.call("POST /elders/:elderId/visits", { params, body: visit });
  const agreed = async () => (await dues()).filter(({ dueOn, state }) => dueOn === "2026-09-26" && state === "due").length;

  await stage.call("POST /places/:placeId/alerts", { params: { placeId: stage.county.placeId }, body: { kind: "heat" } });
  const alerted = await agreed();
  await stage.call("PUT /elders/:elderId/level", { params, body: { level: "yellow" } });
  const levelled = await agreed();
  await stage.call("PUT /elders/:elderId/wish", { params, body: { wish: "none" } });

  expect([alerted, levelled, await agreed()]).toEqual([1, 1, 0]);
});
