import { aPerson } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newDue } from "../plan-visits/plan-month.js";
import { planAhead } from "../plan-visits/store-dues.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
let elderId: string;
beforeEach(async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.agreeAll();
  await stage.ask((ctx) => planAhead(ctx));
  elderId = await stage.elderId("周桂兰");
  const [pair] = (await rows("pair")).filter(({ role }) => role === "primary");
  const personId = await aPerson(stage.app, { fullName: "帮扶人", account: "helper" });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: pair.cadreId }, body: { personId } });
});
afterEach(() => stage.app.close());

const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(`elder_pairing_${table}`).selectAll().orderBy("id").execute());
const ordinary = { mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [] };
const visit = async (clientId: string, more: object = {}): Promise<string> => {
  const answer = await stage.call("POST /mine/elders/:elderId/visits", { as: "helper", params: { elderId }, body: { clientId, ...ordinary, ...more } });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.id;
};
const undo = (visitId: string, as = "helper", reason = "wrong_elder") =>
  stage.call("POST /mine/visits/:visitId/undo", { as, params: { visitId }, body: { reason } });
/** What is due, without the days, which are planned anew. */
const dues = async () =>
  (await rows("due")).map(({ month, level, mode, state, cause, visitId }) => [month, level, mode, state, cause, visitId].join(" ")).sort();
const standing = async () => {
  const [{ level, levelReason }] = await rows("elder");
  return { level, levelReason, dues: await dues(), counts: (await rows("standing")).map((row) => [row.level, row.fromOn, row.untilOn].join(" ")) };
};

test("a visit with a fall, a day agreed on and needs, taken back, leaves everything as if it had not been written, with why in the record of deeds", async () => {
  const before = await standing();
  const needs = ["on_spot", "matter"].map((action) => ({ category: "repair", words: "灯坏了", action }));
  const id = await visit("v1", { wrong: ["fell"], words: "摔了一跤", nextOn: "2026-09-25", needs });
  const between = await standing();

  const answer = await undo(id);

  expect([between.level, between.dues.some((due) => due.includes("urgent")), between.dues.some((due) => due.includes("agreed"))]).toEqual(["red", true, true]);
  expect([answer.status, answer.body]).toEqual([200, { kept: 0 }]);
  expect(await standing()).toEqual(before);
  expect([await rows("visit"), await rows("need")]).toEqual([[], []]);
  const matters: any[] = await stage.app.write("matters", ({ db }: any) => db.selectFrom("matters_matter").select("state").execute());
  expect(matters).toEqual([{ state: "withdrawn" }]);
  expect(JSON.stringify(await stage.app.audited())).toMatch(/visit\.undo.*wrong_elder/);
});

test("an ordinary visit taken back leaves its day waiting, and one written down twice settles it all the same", async () => {
  const days = async () => (await rows("due")).map(({ dueOn, state, doneOn }) => [dueOn, state, doneOn].join(" "));
  const before = await days();
  const first = await visit("v1");
  const second = await visit("v2");

  await undo(first, "helper", "twice");
  const settled = (await rows("due")).filter(({ state }) => state === "done").map(({ visitId, doneOn }) => [visitId, doneOn]);
  await undo(second);

  expect(settled).toEqual([[second, "2026-09-03"]]);
  expect(await days()).toEqual(before);
});

test("what was overdue before it is overdue again, as missed where its month is over", async () => {
  await stage.ask(async ({ db, newId }) => {
    await db.deleteFrom("elder_pairing_due").execute();
    const due = { ...newDue, id: newId(), placePath: "/", elderId, dueOn: "2026-08-12", month: "2026-08", level: "yellow", mode: "visit", state: "missed" };
    await db.insertInto("elder_pairing_due").values(due).execute();
  });
  const id = await visit("v1");
  const settled = (await rows("due")).map(({ state }) => state);

  await undo(id);

  expect([settled, (await rows("due")).map(({ dueOn, state }) => `${dueOn} ${state}`)]).toEqual([["done"], ["2026-08-12 missed"]]);
});

test("what happened to the elder besides keeps the level up, and somebody comes tomorrow still", async () => {
  await stage.call("POST /elders/:elderId/triggers", { params: { elderId }, body: { kind: "hospital" } });
  const id = await visit("v1", { mode: "phone", wrong: ["fell"] });

  await undo(id);

  expect((await rows("elder"))[0].level).toBe("red");
  expect((await rows("due")).filter(({ cause }) => cause === "urgent").map(({ dueOn, state }) => `${dueOn} ${state}`)).toEqual(["2026-09-04 due"]);
});

test("needs that somebody has touched stay, the elder's word or the matter under way, and how many is said", async () => {
  const needs = ["on_spot", "matter", "on_spot"].map((action) => ({ category: "repair", action }));
  const id = await visit("v1", { needs });
  const spot = (await rows("need")).find(({ action }) => action === "on_spot");
  await stage.call("POST /needs/:needId/rating", { params: { needId: spot.id }, body: { rating: "good", via: "telephone" } });
  await stage.app.write("matters", ({ db }: any) => db.updateTable("matters_matter").set({ state: "screening" }).execute());

  const answer = await undo(id);

  expect(answer.body).toEqual({ kept: 2 });
  expect((await rows("need")).map(({ action, visitId, rating }) => [action, visitId, rating].join(" ")).sort()).toEqual(["matter  ", "on_spot  good"]);
});

test("a need that is open again because it was not settled stays, rated before or not; one settled on the spot goes", async () => {
  const needs = ["灯坏了", "门坏了", "窗坏了"].map((words) => ({ category: "repair", words, action: "on_spot" }));
  const id = await visit("v1", { needs });
  const [rated, other] = await rows("need");
  await stage.call("POST /needs/:needId/rating", { params: { needId: rated.id }, body: { rating: "good", via: "telephone" } });
  for (const { id: needId } of [rated, other]) await stage.call("POST /needs/:needId/unsettle", { params: { needId }, body: { reason: "not_done" } });

  const answer = await undo(id);

  expect(answer.body).toEqual({ kept: 2 });
  expect((await rows("need")).map((need) => [need.id, need.visitId, need.closedOn])).toEqual([rated, other].map((need) => [need.id, null, null]));
});

test("only whoever wrote it down takes it back, on the same day, once, and while the elder is here; the page offers it to nobody else", async () => {
  const id = await visit("v1");
  const offered = [
    (await stage.call("GET /mine/elders/:elderId", { as: "helper", params: { elderId } })).body.visits[0].mayUndo,
    (await stage.call("GET /elders/:elderId", { params: { elderId } })).body.visits[0].mayUndo,
  ];
  const code = async (as = "helper") => (({ status, body }) => [status, body.code])(await undo(id, as));
  const other = await code("secretary");
  await stage.call("POST /elders/:elderId/end", { params: { elderId }, body: { state: "moved" } });
  const gone = await code();
  await stage.call("POST /elders/:elderId/restore", { params: { elderId } });
  stage.app.ports.setTime("2026-09-04T00:10");
  const late = await code();
  stage.app.ports.setTime("2026-09-03T23:50");

  expect(offered).toEqual([true, false]);
  expect([other, gone, late]).toEqual([
    [404, "elder-pairing.visitUnknown"],
    [409, "elder-pairing.elderLeft"],
    [409, "elder-pairing.undoLate"],
  ]);
  expect([(await undo(id)).status, await code()]).toEqual([200, [404, "elder-pairing.visitUnknown"]]);
});
