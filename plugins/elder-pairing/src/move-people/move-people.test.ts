import { afterEach, expect, test } from "vitest";
import { findUncovered } from "../cover-elders/find-uncovered.js";
import { watchDay } from "../cover-elders/watch-day.js";
import { storeLines } from "../import-registers/store-lines.js";
import { setTwoTowns, type TwoTowns } from "../testing/two-towns.js";

let stage: TwoTowns;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const at = (day: string): void => stage.app.ports.setTime(`${day}T09:00`);
const helpersOn = async (on: string) =>
  (await stage.call("GET /elders/:elderId/helpers", { params: { elderId: await stage.elderId("周桂兰") }, query: { on } })).body.helpers
    .map(({ role, cadre }: any) => `${role} ${cadre}`)
    .sort();
const cadreSheet = (more: object, phone = "19900005551") =>
  stage.ask((ctx) =>
    storeLines(ctx, "cadres", stage.county.path, [
      { line: 2, values: { name: "徐秀英", sex: "女", unit: "县医院", phone, villages: "柳树坡村", ...more }, returns: true },
    ]),
  );

async function begin(): Promise<string> {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村");
  await stage.run();
  await stage.agreeAll();
  return (await stage.helpersOf("周桂兰")).find((one) => one.startsWith("primary"))!.slice("primary ".length);
}

test("an elder who left and comes back later was not here between: who answered on each past day reads as before", async () => {
  await begin();
  at("2026-09-10");
  await stage.call("POST /elders/:elderId/end", { params: { elderId: await stage.elderId("周桂兰") }, body: { state: "moved" } });
  at("2026-10-10");
  const uncovered = (day: string) => stage.ask(({ db }) => findUncovered(db, day));
  const days = ["2026-09-05", "2026-09-20", "2026-10-09"];
  const before = [await Promise.all(days.map(uncovered)), await Promise.all(days.map(helpersOn))];

  await stage.bringElder(1, "周桂兰", "柳树坡村", { phone: "19900000031" });

  expect([await Promise.all(days.map(uncovered)), await Promise.all(days.map(helpersOn))]).toEqual(before);
  expect(await rows("elder_pairing_absence")).toMatchObject([{ fromOn: "2026-09-10", untilOn: "2026-10-10" }]);
  expect((await stage.helpersOf("周桂兰")).map((one) => one.split(" ")[0])).toEqual(["backup", "primary"]);
  expect(await uncovered("2026-10-10")).toEqual([]);
});

test("a sheet's leave changes no day that has passed: one that is over is not entered, one under way begins today, one that began already only ends otherwise", async () => {
  await begin();
  at("2026-09-20");
  const leaves = async () => (await rows("elder_pairing_leave")).map(({ fromOn, toOn }) => `${fromOn} ${toOn}`);

  await cadreSheet({ leaveFrom: "2026-09-01", leaveTo: "2026-09-10" });
  const past = await leaves();
  await cadreSheet({ leaveFrom: "2026-09-15", leaveTo: "2026-09-25" });
  const underWay = await leaves();
  at("2026-09-22");
  await cadreSheet({ leaveFrom: "2026-09-15", leaveTo: "2026-09-30" });
  await cadreSheet({ leaveFrom: "2026-11-01", leaveTo: "2026-11-10" });

  expect([past, underWay, await leaves()]).toEqual([[], ["2026-09-20 2026-09-25"], ["2026-09-20 2026-09-30", "2026-11-01 2026-11-10"]]);
});

test("a leave ends sooner than was said, from today at the earliest, and one that has not begun does not take place", async () => {
  const primary = await begin();
  const cadreId = await stage.cadreId(primary);
  const add = async (fromOn: string, toOn: string) =>
    (await stage.call("POST /cadres/:cadreId/leave", { params: { cadreId }, body: { fromOn, toOn } })).body.id as string;
  const end = async (leaveId: string, day: string) =>
    (await stage.call("POST /cadres/:cadreId/leaves/:leaveId/end", { params: { cadreId, leaveId }, body: { day } })).body.code ?? "done";
  const [now, later] = [await add("2026-09-03", "2026-09-20"), await add("2026-10-05", "2026-10-07")];
  const away = await helpersOn("2026-09-03");
  at("2026-09-08");

  const said = [
    await end(now, "2026-09-07"),
    await end(now, "2026-09-21"),
    await end("nobody", "2026-09-09"),
    await end(now, "2026-09-08"),
    await end(later, "2026-09-08"),
  ];

  expect(said).toEqual(["elder-pairing.dayPast", "elder-pairing.leaveOver", "elder-pairing.leaveUnknown", "done", "done"]);
  expect((await rows("elder_pairing_leave")).map(({ fromOn, toOn }) => `${fromOn} ${toOn}`)).toEqual(["2026-09-03 2026-09-07"]);
  expect([away.join(), (await helpersOn("2026-09-05")).join()].some((one) => one.includes(primary))).toBe(false);
  expect(await helpersOn("2026-09-08")).toContain(`primary ${primary}`);
});

test("a transfer that was announced is called off and nobody changes; one whose day has come is not", async () => {
  const primary = await begin();
  const params = { cadreId: await stage.cadreId(primary) };
  const cancel = async () => (await stage.call("POST /cadres/:cadreId/transfer/cancel", { params })).body.code ?? "done";
  await stage.call("POST /cadres/:cadreId/transfer", { params, body: { day: "2026-09-20", kind: "transferred" } });
  const { cadres } = (await stage.call("GET /cadres")).body;

  const said = [await cancel(), await cancel()];
  at("2026-09-21");
  await stage.call("POST /cadres/:cadreId/transfer", { params, body: { day: "2026-09-21", kind: "transferred" } });
  said.push(await cancel());

  expect(cadres.find(({ id }: any) => id === params.cadreId)).toMatchObject({ untilOn: "2026-09-20", leaves: [] });
  expect(said).toEqual(["done", "elder-pairing.transferNone", "elder-pairing.transferNone"]);
  expect(await helpersOn("2026-09-20")).toContain(`primary ${primary}`);
});

test("whoever was said to have left by mistake is here again with the very line that stands in the sheet; a line of somebody who is here changes nothing", async () => {
  await begin();
  const elderId = await stage.elderId("周桂兰");
  await cadreSheet({});
  const cadre = { cadreId: await stage.cadreId("徐秀英") };
  const again = async () => {
    await stage.bringElder(1, "周桂兰", "柳树坡村");
    const { deeds, same } = await cadreSheet({});
    return [deeds.length, same];
  };
  const unchanged = await again();
  await stage.call("POST /elders/:elderId/end", { params: { elderId }, body: { state: "deceased" } });
  await stage.call("POST /cadres/:cadreId/transfer", { params: cadre, body: { day: "2026-09-03", kind: "transferred" } });

  const back = await again();

  expect([unchanged, back]).toEqual([
    [0, 1],
    [1, 0],
  ]);
  for (const table of ["elder_pairing_elder", "elder_pairing_cadre"])
    expect((await rows(table)).filter(({ state, untilOn }) => state !== "active" || untilOn !== null)).toEqual([]);
  await stage.ask((ctx) => watchDay(ctx));
  expect((await stage.helpersOf("周桂兰")).map((one) => one.split(" ")[0])).toEqual(["backup", "primary"]);
});

test("a unit that leaves says how many went and how many of their elders have nobody now; before its day nobody is without", async () => {
  await begin();
  const { places } = (await stage.call("GET /tops")).body;
  const leave = async (unit: string, day: string) =>
    (await stage.call("POST /places/:placeId/units/transfer", { params: { placeId: places[0].id }, body: { unit, day } })).body;
  const { unit } = (await rows("elder_pairing_cadre"))[0];

  const later = await leave(unit, "2026-10-01");
  const now = await leave(unit, "2026-09-03");

  expect([later, now]).toEqual([
    { cadres: 4, alone: 0 },
    { cadres: 4, alone: 1 },
  ]);
  expect((await stage.call("GET /board")).body.uncovered).toBe(1);
});

test("a sheet of hand-over follows: who never became helper hands nothing over, it goes on to the next, and is dropped where the old one is helper again or nobody is left", async () => {
  const first = await begin();
  const elderId = await stage.elderId("周桂兰");
  await stage.bring([], [{ name: "徐秀英" }, { name: "何秀珍" }]);
  const choose = async (name: string) => {
    const { body } = await stage.call("POST /elders/:elderId/pairs", { params: { elderId }, body: { cadreId: await stage.cadreId(name) } });
    expect(body.id).toBeTruthy();
  };
  const sheets = async () => (await stage.call("GET /elders/:elderId/history", { params: { elderId } })).body.handovers;
  await choose("徐秀英");
  const [{ id: handoverId }] = await sheets();
  for (const signer of ["outgoing", "incoming"]) await stage.call("POST /handovers/:handoverId/sign", { params: { handoverId }, body: { signer } });

  await choose("何秀珍");
  const second = await sheets();
  await choose(first);
  const third = await sheets();
  const signed = await stage.call("POST /handovers/:handoverId/sign", { params: { handoverId }, body: { signer: "incoming" } });

  expect(second).toMatchObject([{ from: first, to: "何秀珍", outgoing: true, incoming: false, doneOn: null }]);
  expect(third).toEqual([]);
  expect([signed.body.code, (await stage.call("GET /board")).body.handovers]).toEqual(["elder-pairing.handoverDropped", []]);
});
