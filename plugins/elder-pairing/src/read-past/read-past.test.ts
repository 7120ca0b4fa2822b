import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
let elderId: string;
afterEach(() => stage.app.close());
const visit = (n: number, more: object = {}) =>
  stage.call("POST /elders/:elderId/visits", {
    params: { elderId },
    body: { clientId: `v${n}`, mode: "home", isSeen: true, condition: "attention", wrong: ["water"], words: `第${n}次`, needs: [], ...more },
  });
async function begin(): Promise<void> {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.agreeAll();
  elderId = await stage.elderId("周桂兰");
}
const readings = async (account: string): Promise<number> => {
  const { kit } = stage.app.app.platform.database;
  const rows = await kit
    .selectFrom("kit_access_log as log")
    .innerJoin("kit_access_subject as seen", "seen.accessId", "log.id")
    .select("log.id")
    .where("account", "=", account)
    .where("subject", "=", elderId)
    .execute();
  return rows.length;
};
/** The account of the first helper. */
async function helper(): Promise<string> {
  const [pair]: any[] = await stage.ask(({ db }) => db.selectFrom("elder_pairing_pair").select("cadreId").where("role", "=", "primary").execute());
  const personId = await aPerson(stage.app, { fullName: "帮扶人", account: "helper" });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: pair.cadreId }, body: { personId } });
  return "helper";
}

test("all visits can be read back page by page, each with what was found, how the children are in touch and how it was confirmed, and each reading is logged", async () => {
  await begin();
  for (let n = 1; n <= 23; n++) await visit(n, { ...(n === 23 && { childContact: "一周内", confirmedBy: "手印" }) });
  const as = await helper();

  const shown = (await stage.call("GET /elders/:elderId", { params: { elderId } })).body;
  const pages = [];
  for (const page of [0, 1, 2]) pages.push((await stage.call("GET /elders/:elderId/visits", { params: { elderId }, query: { page: String(page) } })).body);
  const before = await readings(as);
  const own = (await stage.call("GET /mine/elders/:elderId/visits", { as, params: { elderId } })).body;

  expect([shown.visits.length, shown.visitCount, shown.searchCount]).toEqual([5, 23, 0]);
  expect(pages.map(({ visits, count, pageSize }) => [visits.length, count, pageSize])).toEqual([
    [20, 23, 20],
    [3, 23, 20],
    [0, 23, 20],
  ]);
  const words = pages.flatMap(({ visits }) => visits.map((one: any) => one.words));
  expect(words.toSorted()).toEqual(Array.from({ length: 23 }, (_, i) => `第${i + 1}次`).sort());
  const last = pages.flatMap(({ visits }) => visits).find((one: any) => one.words === "第23次");
  expect(last).toMatchObject({ condition: "attention", wrong: ["water"], childContact: "一周内", confirmedBy: "手印" });
  expect([own.count, own.visits[0].condition, (await readings(as)) - before]).toEqual([23, "attention", 1]);
});

test("a search that is over can be read back step by step with how it ended; whoever may not open records sees the steps alone", async () => {
  await begin();
  const { id: ladderId } = (await stage.call("POST /elders/:elderId/ladders", { params: { elderId } })).body;
  stage.app.ports.setTime("2026-09-03T09:40");
  await stage.call("POST /ladders/:ladderId/steps", { params: { ladderId }, body: { step: "call_again", result: "answered" } });
  const open = (await stage.call("GET /elders/:elderId/searches", { params: { elderId } })).body;
  await stage.call("POST /ladders/:ladderId/close", { params: { ladderId }, body: { state: "safe", outcome: "在菜地里" } });
  await aPerson(stage.app, { fullName: "管名册的", account: "registrar", role: "administrator" });

  const over = (await stage.call("GET /elders/:elderId/searches", { params: { elderId } })).body;
  const closed = (await stage.call("GET /elders/:elderId/searches", { as: "registrar", params: { elderId } })).body;

  expect(open).toMatchObject({ searches: [], count: 0 });
  expect(over).toMatchObject({ count: 1, searches: [{ state: "safe", outcome: "在菜地里", closedAt: "2026-09-03T01:40:00.000Z" }] });
  expect(over.searches[0].steps.map(({ step, result }: any) => `${step} ${result}`)).toEqual(["call nobody", "call_again answered"]);
  expect(closed.searches).toMatchObject([{ state: "safe", outcome: null }]);
});
