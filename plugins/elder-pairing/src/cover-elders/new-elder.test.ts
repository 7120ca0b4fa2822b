import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { nobodyForgotten } from "../check-house/checkups.js";
import { watchDay } from "./watch-day.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const board = async () => (await stage.call("GET /board")).body;

test("an elder who comes onto the register after the matching has helpers, days and a backup who answers the same day; before the first matching nobody is in care", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  const before = await board();
  await stage.run();
  stage.app.ports.setTime("2026-09-14T09:00");

  await stage.bring([{ name: "吴金花" }], []);

  const elderId = await stage.elderId("吴金花");
  expect((await rows("elder_pairing_elder")).find(({ id }) => id === elderId)).toMatchObject({ careFromOn: "2026-09-14" });
  const open = (await rows("elder_pairing_pair")).filter((pair) => pair.elderId === elderId && pair.untilOn === null);
  expect(open.map(({ role, startReason }) => [role, startReason]).sort()).toEqual([
    ["backup", "register"],
    ["primary", "register"],
  ]);
  expect((await rows("elder_pairing_due")).filter((due) => due.elderId === elderId).length).toBeGreaterThan(0);
  expect([before.elders, before.unmatched, (await board()).unmatched]).toEqual([1, 1, 0]);
});

test("an elder who comes where no cadre has room left is named by an alarm that very turn, with what is missing", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "郑玉梅" }, { name: "王秀兰" }, { name: "何桂花" }], [{ name: "刘敏" }], {
    config: { coverMost: 0 },
  });
  await stage.run();
  await stage.agreeAll();

  await stage.bring([{ name: "吴金花" }], []);

  const elderId = await stage.elderId("吴金花");
  expect((await board()).alarms).toMatchObject([{ elderId, need: 1, offer: 0 }]);
  expect(await rows("elder_pairing_alarm")).toMatchObject([{ elderId, onDay: "2026-09-03" }]);
  expect(await stage.ask((ctx) => nobodyForgotten.run(ctx))).toEqual([]);
});

test("whoever was left without a first day in care by an older version is taken in by the day's work", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.ask(async ({ db }) => {
    await db.updateTable("elder_pairing_elder").set({ careFromOn: null }).execute();
    await db.deleteFrom("elder_pairing_pair").execute();
  });

  await stage.ask((ctx) => watchDay(ctx));

  expect((await rows("elder_pairing_pair")).map(({ role }) => role).sort()).toEqual(["backup", "primary"]);
});

test("a new elder whom only the day's work paired goes with the import that is taken back; one whose cadre has said yes stays", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const bring = async (name: string) => {
    const { body } = await stage.call("POST /places/:placeId/registers/:kind/imports", {
      params: { placeId: stage.county.placeId, kind: "elders" },
      body: { fileName: "补.csv" },
    });
    const lines = [{ line: 2, values: { name, sex: "女", birthYear: "1943", village: "柳树坡村", living: "独居" } }];
    await stage.call("POST /imports/:importId/lines", { params: { importId: body.id }, body: { lines } });
    return body.id as string;
  };
  const undo = async (importId: string) => (await stage.call("POST /imports/:importId/undo", { params: { importId } })).body;
  const [first, second] = [await bring("吴金花"), await bring("郑玉梅")];
  await stage.call("POST /elders/:elderId/agree", { params: { elderId: await stage.elderId("郑玉梅") }, body: { side: "cadre" } });

  expect([await undo(first), await undo(second)]).toEqual([
    { undone: 1, kept: 0, isDone: true },
    { undone: 0, kept: 1, isDone: true },
  ]);
  expect((await rows("elder_pairing_elder")).map(({ name }) => name)).toEqual(["周桂兰", "郑玉梅"]);
});
