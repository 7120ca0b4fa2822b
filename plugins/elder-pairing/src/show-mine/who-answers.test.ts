import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());

async function begin() {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.agreeAll();
  const elderId = await stage.elderId("周桂兰");
  const history = async () => (await stage.call("GET /elders/:elderId/history", { params: { elderId } })).body.pairs;
  const of = async (role: string) => (await history()).find((one: any) => one.role === role && one.untilOn === null).cadre as string;
  const [first, second] = [await of("primary"), await of("backup")];
  const personId = await aPerson(stage.app, { fullName: first, account: "first" });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: await stage.cadreId(first) }, body: { personId } });
  return { elderId, first, second, history };
}

/** A visit that was due on 2 September and that nobody made. */
const missOne = (elderId: string) =>
  stage.ask(async ({ db, newId }) => {
    const { placePath } = await db.selectFrom("elder_pairing_elder").select("placePath").where("id", "=", elderId).executeTakeFirstOrThrow();
    const due = { month: "2026-09", level: "yellow", mode: "visit", state: "missed", doneOn: null, visitId: null };
    const never = { snoozedUntil: null, snoozeReason: null, snoozeNote: null, snoozes: null };
    await db
      .insertInto("elder_pairing_due")
      .values({ id: newId(), placePath, elderId, dueOn: "2026-09-02", ...due, ...never })
      .execute();
  });

test("a helper on leave sees until when and who comes meanwhile, and whoever writes the leave down is told whose elders somebody else looks after", async () => {
  const { first, second } = await begin();
  const mine = async () => (await stage.call("GET /mine", { as: "first" })).body.pairs[0];
  const before = await mine();

  const { body } = await stage.call("POST /cadres/:cadreId/leave", {
    params: { cadreId: await stage.cadreId(first) },
    body: { fromOn: "2026-09-03", toOn: "2026-09-10" },
  });
  const cadres = (await stage.call("GET /cadres")).body.cadres;

  expect([before.awayUntil, before.comes, before.comesToday]).toEqual([null, first, true]);
  expect(await mine()).toMatchObject({ awayUntil: "2026-09-10", comes: second, comesToday: false });
  expect(body.covered).toEqual([{ elder: "周桂兰", by: second }]);
  expect(cadres.find(({ name }: any) => name === first).helps).toMatchObject([{ elder: "周桂兰", role: "primary" }]);
});

test("what is overdue says who should have gone; the number of whoever helps now stands on the elder's page for who may open the record, and for nobody else", async () => {
  const { elderId, first, history } = await begin();
  await aPerson(stage.app, { fullName: "管名册的", account: "registrar", role: "administrator" });
  await missOne(elderId);

  const { overdue } = (await stage.call("GET /board")).body;
  const own = (await history()).map(({ phone }: any) => phone);
  const closed = (await stage.call("GET /elders/:elderId/history", { as: "registrar", params: { elderId } })).body.pairs.map(({ phone }: any) => phone);

  expect(overdue).toMatchObject([{ elder: "周桂兰", helper: first }]);
  expect(own.every((phone: string) => /^1990001\d{4}$/.test(phone))).toBe(true);
  expect(closed.every((phone: unknown) => phone === null)).toBe(true);
});

test("a pair that was found because somebody had said no is marked where it waits, and counted", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }]);
  await stage.run();
  const params = { elderId: await stage.elderId("周桂兰") };
  const before = (await stage.call("GET /board")).body.insteadCount;
  await stage.call("POST /elders/:elderId/decline", { params, body: { by: "cadre", reason: "busy" } });

  const board = (await stage.call("GET /board")).body;
  const waiting = (await stage.call("GET /waiting")).body.pairs;

  expect([before, board.insteadCount]).toEqual([0, 1]);
  expect([board.waiting[0].insteadOf, waiting[0].insteadOf]).toEqual(["unwilling", "unwilling"]);
});

test("whoever wishes no visit is asked of nobody, for what was missed before neither", async () => {
  const { elderId, first } = await begin();
  await missOne(elderId);
  const params = { elderId };
  const said = async () => [
    (await stage.call("GET /elders/:elderId", { params })).body.due.length,
    (await stage.call("GET /mine", { as: "first" })).body.pairs[0].nextOn,
    (await stage.call("GET /board")).body.overdue.map(({ helper }: any) => helper),
  ];
  const before = await said();

  await stage.call("PUT /elders/:elderId/wish", { params, body: { wish: "none" } });

  expect(before).toEqual([expect.any(Number), "2026-09-02", [first]]);
  expect(before[0]).toBeGreaterThan(0);
  expect(await said()).toEqual([0, null, []]);
});
