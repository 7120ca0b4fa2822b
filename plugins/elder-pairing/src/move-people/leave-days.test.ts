import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());

test("who was to leave before their unit does leaves on their own day; who was to leave later goes with the unit", async () => {
  const cadres = ["刘敏", "陈芳", "李霞"].map((name) => ({ name }));
  stage = await setSmallCounty([{ name: "周桂兰" }], cadres);
  const { places } = (await stage.call("GET /tops")).body;
  const alone = async (name: string, day: string) =>
    stage.call("POST /cadres/:cadreId/transfer", { params: { cadreId: await stage.cadreId(name) }, body: { day, kind: "transferred" } });
  await alone("刘敏", "2026-09-10");
  await alone("陈芳", "2026-12-20");
  const leave = (unit: string) => stage.call("POST /places/:placeId/units/transfer", { params: { placeId: places[0].id }, body: { unit, day: "2026-12-01" } });

  expect((await leave("县财政局")).body).toEqual({ cadres: 2, alone: 0 });
  expect((await rows("elder_pairing_cadre")).map(({ name, untilOn }) => `${name} ${untilOn}`)).toEqual([
    "刘敏 2026-09-10",
    "陈芳 2026-12-01",
    "李霞 2026-12-01",
  ]);
  expect((await leave("县财政局")).body).toEqual({ cadres: 0, alone: 0 });
  expect((await leave("没有这个单位")).body.code).toBe("elder-pairing.unitUnknown");
});

test("a death is not written down for a day ahead, and the cadre is deceased from today on", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }]);
  const params = { cadreId: await stage.cadreId("刘敏") };
  const die = (day: string) => stage.call("POST /cadres/:cadreId/transfer", { params, body: { day, kind: "deceased" } });

  expect((await die("2026-09-10")).body).toMatchObject({ code: "elder-pairing.dayAhead", field: "body.day" });
  expect((await die("2026-09-03")).status).toBe(200);
  expect(await rows("elder_pairing_cadre")).toMatchObject([{ state: "deceased", untilOn: "2026-09-03" }]);
});

test("the board counts whom nobody can come to by the invariant itself, also before anybody looked for somebody else", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花" }], [{ name: "刘敏" }, { name: "陈芳" }], { config: { coverMost: 0 } });
  await stage.run();
  await stage.agreeAll();
  const board = async () => (await stage.call("GET /board")).body;
  expect((await board()).uncovered).toBe(0);
  const cadres = await rows("elder_pairing_cadre");
  await stage.ask(async ({ db, newId, clock }) => {
    for (const { id } of cadres)
      await db
        .insertInto("elder_pairing_leave")
        .values({ id: newId(), cadreId: id, fromOn: "2026-09-03", toOn: "2026-09-09", enteredAt: clock.now() })
        .execute();
  });

  expect(await board()).toMatchObject({
    uncovered: 2,
    alarms: [
      { elder: "吴金花", need: null, offer: null },
      { elder: "周桂兰", need: null, offer: null },
    ],
  });
});
