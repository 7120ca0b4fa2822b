import { afterEach, expect, test } from "vitest";
import { aPerson } from "@lianxin/directory/testing";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { urgeVisits } from "../urge-visits/urge-visits.js";
import { tellHelpersJob } from "./tell-helpers.job.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
/** What went out since the last time, by who got it. */
async function letters(after = 0): Promise<string[]> {
  const rows: any[] = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("kind", "=", "sms").orderBy("id").execute();
  return rows.slice(after).map(({ payload }) => JSON.stringify(payload));
}
const tell = () => stage.ask((ctx) => tellHelpersJob.run(ctx));
const leave = async (name: string, fromOn: string, toOn: string) =>
  stage.call("POST /cadres/:cadreId/leave", { params: { cadreId: await stage.cadreId(name) }, body: { fromOn, toOn } });

test("whoever became first helper or backup hears of it once, with counts and no elder's name", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();

  await tell();
  const first = await letters();
  await tell();

  expect(first.length).toBe(2);
  for (const letter of first) expect(letter).toContain("您新当 1 位老人的 A 角、1 位老人的 B 角。愿意当 A 角的请点“我愿意”。");
  expect(first.join("")).not.toMatch(/周桂兰|吴金花/);
  expect((await letters()).length).toBe(2);
});

test("the backup hears once that a first helper's leave has begun and sees on the own page whom to go to; whoever covers hears of it too", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }]);
  await stage.run();
  await stage.agreeAll();
  await tell();
  const { body } = await stage.call("GET /elders/:elderId/history", { params: { elderId: await stage.elderId("周桂兰") } });
  const of = (role: string): string => body.pairs.find((one: any) => one.role === role).cadre;
  const personId = await aPerson(stage.app, { fullName: of("backup"), account: "backup" });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: await stage.cadreId(of("backup")) }, body: { personId } });
  const mine = async () => (await stage.call("GET /mine", { as: "backup" })).body.pairs.map(({ comesToday }: any) => comesToday);
  const [before, told] = [await mine(), (await letters()).length];

  await leave(of("primary"), "2026-09-05", "2026-09-12");
  await tell();
  const early = (await letters(told)).length;
  stage.app.ports.setTime("2026-09-05T07:00");
  await tell();
  await tell();

  expect([before, await mine(), early]).toEqual([[false], [true], 0]);
  expect(await letters(told)).toEqual([expect.stringContaining(`您当 B 角的 1 位老人，A 角${of("primary")}请假到9月12日，这几天由您看望`)]);
  await leave(of("backup"), "2026-09-05", "2026-09-07");
  await tell();
  expect((await letters(told + 1)).at(-1)).toContain("您新当 1 位老人的临时代管人。请打开看看");
});

const late = {
  ...{ state: "due", doneOn: null, visitId: null, snoozedUntil: null, snoozeReason: null, snoozeNote: null, snoozes: null },
  ...{ month: "2026-09", level: "yellow", mode: "visit" },
};
const urge = async (day: string) => {
  stage.app.ports.setTime(`${day}T08:30`);
  return (await stage.ask((ctx) => urgeVisits(ctx))).helper;
};
async function beLate(name: string, dueOn: string, more: object = {}): Promise<string> {
  const elderId = await stage.elderId(name);
  await stage.ask(async ({ db, newId }) => {
    const { placePath } = await db.selectFrom("elder_pairing_elder").select("placePath").where("id", "=", elderId).executeTakeFirstOrThrow();
    await db
      .insertInto("elder_pairing_due")
      .values({ id: newId(), placePath, elderId, dueOn, ...late, ...more })
      .execute();
  });
  return elderId;
}
const seen = { mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [] };

test("a visit that was missed is asked for until somebody has been there, by a later visit too; not of who died, moved or wishes no visit; after a month once a week", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花" }, { name: "郑玉梅" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }]);
  await stage.run();
  await stage.agreeAll();
  await stage.ask(({ db }) => db.deleteFrom("elder_pairing_due").execute());
  const own = await beLate("周桂兰", "2026-09-07", { state: "missed" });
  await beLate("周桂兰", "2026-09-08", { level: "red" });
  const gone = await beLate("吴金花", "2026-09-07");
  const wishes = await beLate("郑玉梅", "2026-09-07");

  const days = [await urge("2026-09-09")];
  await stage.call("POST /elders/:elderId/end", { params: { elderId: gone }, body: { state: "deceased" } });
  days.push(await urge("2026-09-10"));
  await stage.call("PUT /elders/:elderId/wish", { params: { elderId: wishes }, body: { wish: "none" } });
  days.push(await urge("2026-09-11"), await urge("2026-10-12"), await urge("2026-10-13"));
  const board = async () => (await stage.call("GET /board")).body.overdueCount;
  const waits = await board();
  await stage.call("POST /elders/:elderId/visits", { params: { elderId: own }, body: { clientId: "v1", ...seen } });
  days.push(await urge("2026-10-19"));

  // 3 elders, 2, 1; on 10-12, a Monday, once a week; on 10-13 not; once seen nobody.
  expect(days).toEqual([3, 2, 1, 1, 0, 0]);
  expect([waits, await board()]).toEqual([1, 0]);
});

test("what is late is told to whoever answers today: to the backup while the first helper is away", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.agreeAll();
  await stage.ask(({ db }) => db.deleteFrom("elder_pairing_due").execute());
  const elderId = await beLate("周桂兰", "2026-09-07");
  const { body } = await stage.call("GET /elders/:elderId/history", { params: { elderId } });
  const of = (role: string): string => body.pairs.find((one: any) => one.role === role).cadre;
  await leave(of("primary"), "2026-09-08", "2026-09-12");

  await urge("2026-09-09");

  const all = await letters();
  expect(all.filter((letter) => letter.includes("探访已到期")).length).toBe(1);
  expect(all.at(-1)).toContain(await stage.cadreId(of("backup")));
});
