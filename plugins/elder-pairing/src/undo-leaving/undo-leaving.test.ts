import { afterEach, expect, test } from "vitest";
import { findOverlaps } from "../check-house/checkups.js";
import { findMiscounted } from "../note-standings/note-standings.js";
import { findUncovered } from "../cover-elders/find-uncovered.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const today = "2026-09-03";
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
/** All of a table that says who helps whom, without when it was said. */
const pairs = async () =>
  (await rows("elder_pairing_pair")).map(({ id, elderId, cadreId, role, fromOn, untilOn, effectiveOn }) => ({
    ...{ id, elderId, cadreId, role, fromOn, untilOn, effectiveOn },
  }));
const open = async () => (await pairs()).filter(({ untilOn }) => untilOn === null);
const end = async (name: string, state: string) => {
  const elderId = await stage.elderId(name);
  return stage.call("POST /elders/:elderId/end", { params: { elderId }, body: { state } });
};
const restore = async (name: string) => stage.call("POST /elders/:elderId/restore", { params: { elderId: await stage.elderId(name) } });
const restoreCadres = async (...names: readonly string[]) => {
  const cadreIds = await Promise.all(names.map((name) => stage.cadreId(name)));
  return stage.call("POST /places/:placeId/cadres/restore", { params: { placeId: stage.county.placeId }, body: { cadreIds } });
};
const isSound = async () => {
  expect(await findOverlaps(stage.app.db as never)).toEqual([]);
  expect(await stage.ask(({ db }) => findUncovered(db, today))).toEqual([]);
};
const begin = async (elders: readonly string[], cadres: readonly { name: string; unit?: string }[]) => {
  stage = await setSmallCounty(
    elders.map((name) => ({ name })),
    cadres,
  );
  await stage.run();
  await stage.agreeAll();
};

test("an elder who was said by mistake to have died is here as before: the same pairs without a gap, the search goes on, days are planned", async () => {
  await begin(["周桂兰", "吴金花"], [{ name: "刘敏" }, { name: "陈芳" }]);
  const elderId = await stage.elderId("周桂兰");
  await stage.call("POST /elders/:elderId/ladders", { params: { elderId } });
  const before = await pairs();
  await end("周桂兰", "deceased");
  const { elders } = (await stage.call("GET /left/elders")).body;

  const answer = await restore("周桂兰");

  expect(elders).toMatchObject([{ name: "周桂兰", village: "柳树坡村", state: "deceased" }]);
  expect(answer.body).toEqual({ back: 2, lost: [] });
  expect(await pairs()).toEqual(before);
  expect(await rows("elder_pairing_ladder")).toMatchObject([{ state: "open", closedAt: null }]);
  expect((await rows("elder_pairing_due")).filter((one) => one.elderId === elderId && one.state === "due").length).toBeGreaterThan(0);
  expect((await stage.call("GET /left/elders")).body.elders).toEqual([]);
  await isSound();
  expect(await stage.ask(({ db }) => findMiscounted(db))).toEqual([]);
});

test("who was not written down today as gone cannot be brought back, neither the day after nor while they are here", async () => {
  await begin(["周桂兰"], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }]);
  const codes = [(await restore("周桂兰")).body.code, (await restoreCadres("刘敏")).body.code];
  await end("周桂兰", "moved");
  await stage.call("POST /cadres/:cadreId/transfer", { params: { cadreId: await stage.cadreId("刘敏") }, body: { day: today, kind: "transferred" } });
  stage.app.ports.setTime("2026-09-04T09:00");

  codes.push((await restore("周桂兰")).body.code, (await restoreCadres("刘敏")).body.code);

  expect(codes).toEqual(Array.from({ length: 4 }, () => "elder-pairing.restoreOver"));
  expect((await stage.call("GET /left/elders")).body.elders).toEqual([]);
  expect((await stage.call("GET /left/cadres")).body.cadres).toEqual([]);
});

test("a unit that left by mistake is back with one press: its elders have the same helpers, whoever stood in gives way, and their sheets are dropped", async () => {
  await begin(["周桂兰", "吴金花"], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞", unit: "县医院" }, { name: "何秀珍", unit: "县医院" }]);
  const before = await open();
  const places = { params: { placeId: stage.county.placeId } };
  const { unit } = (await rows("elder_pairing_cadre")).find(({ id }) => id === before.find(({ role }) => role === "primary")!.cadreId);
  await stage.call("POST /places/:placeId/units/transfer", { ...places, body: { unit, day: today } });
  const { cadres } = (await stage.call("GET /left/cadres")).body;
  const moved = await open();

  const answer = await restoreCadres(...cadres.map(({ name }: any) => name));

  expect(cadres.map((one: any) => [one.unit, one.untilOn])).toEqual(cadres.map(() => [unit, today]));
  expect(moved).not.toEqual(before);
  expect(answer.body.lost).toEqual([]);
  expect(answer.body.back).toBeGreaterThan(0);
  expect(await open()).toEqual(before);
  expect((await stage.call("GET /board")).body.handovers).toEqual([]);
  await isSound();
});

test("a unit that was to leave later and does not stays, and single cadres can be left out", async () => {
  await begin(["周桂兰"], [{ name: "刘敏" }, { name: "陈芳" }]);
  const params = { placeId: stage.county.placeId };
  await stage.call("POST /places/:placeId/units/transfer", { params, body: { unit: "县财政局", day: "2026-10-01" } });

  const answer = await restoreCadres("刘敏");

  expect(answer.body).toEqual({ back: 0, lost: [] });
  expect((await rows("elder_pairing_cadre")).map(({ name, untilOn }) => [name, untilOn])).toEqual(
    expect.arrayContaining([
      ["刘敏", null],
      ["陈芳", "2026-10-01"],
    ]),
  );
});

test("what cannot come back is told: a helper both sides agreed to meanwhile stays, and whoever was declined does not return", async () => {
  await begin(["周桂兰"], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }]);
  const first = (await open()).find(({ role }) => role === "primary")!;
  const { name } = (await rows("elder_pairing_cadre")).find(({ id }) => id === first.cadreId);
  await stage.call("POST /cadres/:cadreId/transfer", { params: { cadreId: first.cadreId }, body: { day: today, kind: "transferred" } });
  await stage.agreeAll();
  const standing = await open();

  const answer = await restoreCadres(name);

  expect(answer.body).toEqual({ back: 0, lost: [{ elder: "周桂兰", cadre: name, role: "primary" }] });
  expect(await open()).toEqual(standing);
  await isSound();
});
