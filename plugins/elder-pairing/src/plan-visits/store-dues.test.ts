import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { isWorkingDay, planAhead, storeDues } from "./store-dues.js";

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
  stage.app.ports.setTime("2026-09-21T00:20");
  await stage.ask((ctx) => planAhead(ctx));
  const late = await dues();

  expect(again).toEqual(first);
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
