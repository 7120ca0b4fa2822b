import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { planAhead } from "../plan-visits/store-dues.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { urgeVisits } from "../urge-visits/urge-visits.js";

let stage: SmallStage;
let elderId: string;
afterEach(() => stage.app.close());

const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(`elder_pairing_${table}`).selectAll().orderBy("id").execute());
const call = (path: string, params: Record<string, string>, body = {}, as = "secretary") => stage.call(path, { as, params, body });
const codeOf = async (answer: ReturnType<typeof call>): Promise<string> => (({ status, body }) => `${status} ${body.code ?? ""}`.trim())(await answer);
const elder = async () => (await call("GET /elders/:elderId", { elderId })).body;
const at = (time: string): void => stage.app.ports.setTime(time);
const audited = async (): Promise<string> => JSON.stringify(await stage.app.audited());

/** One elder in care, and the account of her first helper. */
async function begin(): Promise<void> {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.agreeAll();
  elderId = await stage.elderId("周桂兰");
  await call("PUT /elders/:elderId/level", { elderId }, { level: "yellow" });
  await stage.ask((ctx) => planAhead(ctx));
  const [pair] = (await rows("pair")).filter(({ role }) => role === "primary");
  const personId = await aPerson(stage.app, { fullName: "帮扶人", account: "helper" });
  await call("PUT /cadres/:cadreId/person", { cadreId: pair.cadreId }, { personId });
}
const search = async (): Promise<string> => (await call("POST /elders/:elderId/ladders", { elderId })).body.id;
const step = (ladderId: string, name: string, result = "nobody", as = "secretary") =>
  call(as === "helper" ? "POST /mine/ladders/:ladderId/steps" : "POST /ladders/:ladderId/steps", { ladderId }, { step: name, result }, as);
const close = (ladderId: string, state = "safe") => call("POST /ladders/:ladderId/close", { ladderId }, { state, outcome: "在菜地" });
const reopen = (searchId: string, as = "secretary") =>
  call(as === "helper" ? "POST /mine/searches/:searchId/reopen" : "POST /searches/:searchId/reopen", { searchId }, { reason: "not_found" }, as);
/** What an elder's page says, without ids and times. */
const standing = async () => {
  const { level, levelReason, ladder, searchCount } = await elder();
  const dues = (await rows("due")).map(({ month, level: of, mode, state, cause }) => [month, of, mode, state, cause].join(" "));
  return { level, levelReason, searchCount, steps: ladder?.steps.map((one: any) => one.step), next: ladder?.next?.step, dues: dues.sort() };
};

test.each(["secretary", "helper"])(
  "a search that was ended as an emergency by mistake goes on where it stood for the %s, and what its end raised goes back",
  async (as) => {
    await begin();
    const ladderId = await search();
    const before = await standing();
    await close(ladderId, "emergency");
    const between = await elder();

    const answer = await reopen(between.reopenId, as);

    expect([between.level, between.reopenId, answer.status]).toEqual(["red", ladderId, 200]);
    expect(await standing()).toEqual(before);
    expect((await rows("ladder")).map(({ state, outcome, closedAt }) => [state, outcome, closedAt])).toEqual([["open", null, null]]);
    expect((await rows("trigger")).map(({ endReason }) => endReason)).toEqual(["wrong"]);
    expect([(await elder()).reopenId, await audited()]).toEqual([null, expect.stringMatching(/ladder\.reopen.*not_found/)]);
  },
);

test("a search goes on once, on the day it was ended, and not beside another or of who left", async () => {
  await begin();
  const first = await search();
  await close(first);
  at("2026-09-04T00:10");
  const late = [await codeOf(reopen(first)), (await elder()).reopenId];
  const second = await search();
  await close(second);
  const third = await search();
  const beside = await codeOf(reopen(second));
  await close(third);
  await call("POST /elders/:elderId/end", { elderId }, { state: "moved" });
  const gone = [await codeOf(reopen(third)), await codeOf(reopen("nobody"))];
  await call("POST /elders/:elderId/restore", { elderId });

  expect([late, beside, gone]).toEqual([
    ["409 elder-pairing.searchLate", null],
    "409 elder-pairing.ladderOpen",
    ["409 elder-pairing.elderLeft", "404 elder-pairing.searchUnknown"],
  ]);
  expect([await codeOf(reopen(third)), await codeOf(reopen(third))]).toEqual(["200", "409 elder-pairing.ladderOpen"]);
});

test.each(["secretary", "helper"])(
  "a step pressed wrongly is struck by the %s: the others stand, it is taken anew, and it can still be read as struck",
  async (as) => {
    await begin();
    const ladderId = await search();
    at("2026-09-03T09:40");
    for (const name of ["call_again", "neighbour", "family"]) await step(ladderId, name, "nobody", as);
    const steps = (await elder()).ladder.steps;
    const id = steps.find((one: any) => one.step === "neighbour").id;
    const strike = () =>
      call(
        as === "helper" ? "POST /mine/ladders/:ladderId/steps/:stepId/strike" : "POST /ladders/:ladderId/steps/:stepId/strike",
        { ladderId, stepId: id },
        {},
        as,
      );

    const first = await codeOf(strike());
    const struck = await standing();
    const again = [await codeOf(strike()), await codeOf(step(ladderId, "grid")), await codeOf(step(ladderId, "neighbour", "answered"))];
    const next = (await standing()).next;
    await close(ladderId);

    expect([first, struck.steps, struck.next]).toEqual(["200", ["call", "call_again", "family"], "neighbour"]);
    expect([again, next]).toEqual([["404 elder-pairing.stepUnknown", "409 elder-pairing.stepNotYet", "200"], "grid"]);
    const [{ steps: past }] = (await call("GET /elders/:elderId/searches", { elderId })).body.searches;
    expect(past.map((one: any) => `${one.step} ${one.result} ${one.isStruck}`)).toEqual([
      "call nobody false",
      "call_again nobody false",
      "neighbour nobody true",
      "family nobody false",
      "neighbour answered false",
    ]);
    expect([await codeOf(strike()), await audited()]).toEqual(["409 elder-pairing.ladderOver", expect.stringContaining("ladder.strike")]);
  },
);

test("a search begun by a slip and struck is no time nobody answered; two that were are", async () => {
  await begin();
  const slip = await search();
  const [{ id: stepId }] = (await elder()).ladder.steps;
  await call("POST /ladders/:ladderId/steps/:stepId/strike", { ladderId: slip, stepId });
  const begun = (await standing()).next;
  await close(slip);
  await close(await search());
  const once = (await rows("trigger")).length;

  await close(await search());

  expect([begun, once, (await rows("trigger")).length]).toEqual(["call", 0, 1]);
});

test("a need that was said to be settled and is not is open again, is no problem solved, and is settled and rated anew", async () => {
  await begin();
  const needs = [{ category: "repair", action: "on_spot" }];
  await call("POST /elders/:elderId/visits", { elderId }, { clientId: "v1", mode: "home", isSeen: true, condition: "normal", wrong: [], needs });
  const [{ id: needId }] = await rows("need");
  const rate = (rating: string) => call("POST /needs/:needId/rating", { needId }, { rating, via: "self" });
  await rate("good");
  const unsettle = () => codeOf(call("POST /needs/:needId/unsettle", { needId }, { reason: "not_done" }));
  const sums = async () => (({ needsRaised, needsClosed }) => [needsRaised, needsClosed])((await call("GET /sums", {})).body);
  const before = await sums();

  const first = await unsettle();

  expect([before, first, await sums()]).toEqual([[1, 1], "200", [1, 0]]);
  expect((await rows("need")).map(({ closedOn, rating, ratedVia }) => [closedOn, rating, ratedVia])).toEqual([[null, null, null]]);
  expect([await unsettle(), await codeOf(rate("good"))]).toEqual(["409 elder-pairing.needUnsettled", "409 elder-pairing.needOpen"]);
  expect([await codeOf(call("POST /needs/:needId/close", { needId })), await codeOf(rate("fair")), await sums()]).toEqual(["200", "200", [1, 1]]);
  expect(await audited()).toMatch(/need\.unsettle.*not_done/);
});

test("a need whose matter was returned and that was settled by hand too soon is open again, and is settled by hand", async () => {
  await begin();
  const needs = [{ category: "repair", action: "matter" }];
  await call("POST /elders/:elderId/visits", { elderId }, { clientId: "v1", mode: "home", isSeen: true, condition: "normal", wrong: [], needs });
  await stage.app.write("matters", ({ db }: any) => db.updateTable("matters_matter").set({ state: "returned" }).execute());
  const [{ id: needId }] = await rows("need");
  const settle = () => codeOf(call("POST /needs/:needId/close", { needId }));
  const settled = await settle();

  const unsettled = await codeOf(call("POST /needs/:needId/unsettle", { needId }, { reason: "slip" }));

  const [{ mayClose, closedOn }] = (await call("GET /elders/:elderId/needs", { elderId })).body.needs;
  expect([settled, unsettled, closedOn, mayClose, await settle()]).toEqual(["200", "200", null, true, "200"]);
});

test("a signature is taken back until all three have signed, afterwards on its own day, and the sheet waits again", async () => {
  await begin();
  const helper = (await rows("pair")).find(({ role }) => role === "primary").cadreId;
  const other = (await Promise.all(["刘敏", "陈芳"].map((name) => stage.cadreId(name)))).find((id) => id !== helper)!;
  await call("POST /elders/:elderId/pairs", { elderId }, { cadreId: other });
  const [{ id: handoverId }] = await rows("handover");
  const sign = (signer: string, more = {}) => call("POST /handovers/:handoverId/sign", { handoverId }, { signer, ...more });
  const unsign = (signer: string) => codeOf(call("POST /handovers/:handoverId/unsign", { handoverId }, { signer, reason: "not_signed" }));
  const sheet = async () => (await call("GET /elders/:elderId/history", { elderId })).body.handovers[0];
  const none = await unsign("elder");
  await sign("elder", { forReason: "cannot" });
  at("2026-09-05T09:00");

  const early = [await unsign("elder"), (await rows("handover"))[0].signedFor];
  for (const signer of ["outgoing", "incoming"]) await sign(signer);
  at("2026-09-06T09:00");
  const done = (await sign("elder")).body.isDone;
  const free = (await sheet()).mayUnsign;
  const late = [await unsign("outgoing"), await unsign("elder")];
  const waits = await sheet();
  await sign("elder");
  at("2026-09-07T09:00");

  expect([none, early]).toEqual(["409 elder-pairing.notSigned", ["200", {}]]);
  expect([done, free, late]).toEqual([true, ["elder"], ["409 elder-pairing.signedLate", "200"]]);
  expect([waits.doneOn, waits.elder, waits.mayUnsign]).toEqual([null, false, ["outgoing", "incoming"]]);
  expect([await unsign("elder"), (await sheet()).mayUnsign]).toEqual(["409 elder-pairing.signedLate", []]);
  expect(await audited()).toMatch(/handover\.unsign.*not_signed/);
});

test("what was put off by mistake is asked for again; lifted the same day it was not put off, on a later day it was", async () => {
  await begin();
  await stage.ask(async ({ db, newId }) => {
    await db.deleteFrom("elder_pairing_due").execute();
    const due = { id: newId(), placePath: "/", elderId, dueOn: "2026-09-02", month: "2026-09", level: "yellow", mode: "visit", state: "due" };
    await db.insertInto("elder_pairing_due").values(due).execute();
  });
  const putOff = () => call("POST /elders/:elderId/snooze", { elderId }, { until: "2026-09-11", reason: "away" });
  const lift = () => call("POST /elders/:elderId/snooze/lift", { elderId });
  const urged = async () => (await stage.ask((ctx) => urgeVisits(ctx))).helper;
  const none = await codeOf(lift());
  await putOff();
  const quiet = [await urged(), (await elder()).snoozedUntil];

  const lifted = (await lift()).body;

  expect([none, quiet, lifted]).toEqual(["409 elder-pairing.snoozeNone", [0, "2026-09-11"], { count: 1 }]);
  expect([await urged(), (await elder()).snoozedUntil, (await rows("due"))[0].snoozes]).toEqual([1, null, 0]);
  await putOff();
  at("2026-09-04T09:00");
  await lift();
  expect((await rows("due"))[0].snoozes).toBe(1);
  expect(await audited()).toContain("snooze.lift");
});
