import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { planAhead, planNextMonth } from "../plan-visits/store-dues.js";
import { addDays, weekdayOf } from "../tell-time/tell-time.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { settles } from "./settle-due.js";

let stage: SmallStage | undefined;
afterEach(async () => {
  await stage?.app.close();
  stage = undefined;
});
const dues = (elderId: string): Promise<any[]> =>
  stage!.ask(({ db }) => db.selectFrom("elder_pairing_due").selectAll().where("elderId", "=", elderId).orderBy("dueOn").execute());
const visit = (elderId: string, clientId: string, more: object = {}) =>
  stage!.call("POST /elders/:elderId/visits", {
    params: { elderId },
    body: { clientId, mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [], ...more },
  });
const plan = async (day: string) => {
  stage!.app.ports.setTime(`${day}T00:20`);
  await stage!.ask(planAhead);
  await stage!.ask(planNextMonth);
};
const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

test("a day agreed on for next month moves one week of a red elder and leaves the month's other weeks planned", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const elderId = await stage.elderId("周桂兰");
  stage.app.ports.setTime("2026-09-18T09:00");
  await visit(elderId, "v1", { nextOn: "2026-10-14" });

  await plan("2026-09-21");

  const october = (await dues(elderId)).filter(({ month }) => month === "2026-10");
  expect(october.map(({ dueOn }) => mondayOf(dueOn))).toEqual(["2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26"]);
  expect(october.map(({ dueOn }) => dueOn)).toContain("2026-10-14");
});

test("from the eve of Spring Festival to its third day no day can be agreed on", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }], { at: "2027-01-20T09:00" });
  await stage.run();
  const elderId = await stage.elderId("周桂兰");
  const agree = async (nextOn: string) => (await visit(elderId, nextOn, { nextOn })).body.code ?? "done";

  expect(await Promise.all(["2027-02-05", "2027-02-08", "2027-02-09"].map(agree))).toEqual(["elder-pairing.dayClosed", "elder-pairing.dayClosed", "done"]);
});

test("a December visit settles November's too, is December's own, and does not make November look visited; needs of a year end with it", async () => {
  stage = await setSmallCounty([{ name: "吴有福", sex: "男" }], [{ name: "刘敏" }, { name: "陈芳" }], { at: "2026-11-02T09:00" });
  await stage.run();
  const elderId = await stage.elderId("吴有福");
  await stage.call("PUT /elders/:elderId/level", { params: { elderId }, body: { level: "yellow" } });
  await plan("2026-11-21");
  stage.app.ports.setTime("2026-12-02T09:00");
  await visit(elderId, "v1", { needs: [{ category: "repair", action: "on_spot" }] });
  const sums = async (month: string) => {
    const { towns, needsRaised, needsClosed } = (await stage!.call("GET /sums", { query: { month } })).body;
    return [towns[0].due, towns[0].visited, needsRaised, needsClosed];
  };

  expect((await dues(elderId)).map(({ month, state, doneOn }) => `${month} ${state} ${doneOn}`)).toEqual([
    "2026-11 done 2026-12-02",
    "2026-12 done 2026-12-02",
  ]);
  expect([await sums("2026-11"), await sums("2026-12")]).toEqual([
    [1, 0, 1, 1],
    [1, 1, 1, 1],
  ]);
  stage.app.ports.setTime("2027-01-05T09:00");
  await visit(elderId, "v2", { needs: [{ category: "repair", action: "on_spot" }] });
  expect([(await sums("2026-12")).slice(2), (await sums("2027-01")).slice(2)]).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test("whatever is planned, a visit settles one of its own week or month, all that was late before it, and nothing of a later time", () => {
  const day = "2026-10-14";
  const some = fc.record({ dueOn: fc.integer({ min: -62, max: 31 }).map((n) => addDays(day, n)), level: fc.constantFrom("red", "yellow", "green") });
  fc.assert(
    fc.property(fc.uniqueArray(some, { selector: ({ dueOn }) => dueOn, maxLength: 12 }), (list) => {
      const rows = list.map((one, i) => ({ id: `d${i}`, month: one.dueOn.slice(0, 7), ...one }));
      const { done, missed } = settles(rows, day);
      const isOwn = ({ dueOn, level }: (typeof rows)[number]): boolean =>
        level === "red" ? mondayOf(dueOn) === mondayOf(day) : dueOn.slice(0, 7) === day.slice(0, 7);
      const of = (ids: readonly string[]) => rows.filter(({ id }) => ids.includes(id));
      expect(of(done).filter(({ dueOn }) => dueOn > day).length).toBeLessThanOrEqual(1);
      expect(of(done).some(isOwn)).toBe(rows.some(isOwn));
      expect(of(done).filter((row) => row.dueOn > day && !isOwn(row))).toEqual([]);
      expect(rows.filter(({ dueOn, level, id }) => level !== "red" && dueOn <= day && dueOn >= addDays(day, -31) && !done.includes(id))).toEqual([]);
      expect(of(missed).every(({ level, dueOn }) => level === "red" && dueOn < mondayOf(day))).toBe(true);
    }),
    { seed: 17 },
  );
});
