import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { lowerLevels } from "../raise-level/raise-level.js";
import { planAhead, planNextMonth } from "./store-dues.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const visit = (clientId: string, more: object) => ({ clientId, mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [], ...more });

async function begin(at: string): Promise<{ readonly elderId: string }> {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }], { at });
  await stage.run();
  return { elderId: await stage.elderId("周桂兰") };
}

test("in a year whose holidays nobody loaded a fall, an emergency, an alert, a wish and a consent are written down all the same, and somebody is due by tomorrow", async () => {
  const params = await begin("2028-01-04T09:00");
  const soon = async () => (await rows("elder_pairing_due")).filter(({ dueOn, state }) => dueOn === "2028-01-05" && state === "due").length;

  const fell = await stage.call("POST /elders/:elderId/visits", { params, body: visit("v1", { wrong: ["fell"] }) });
  const afterFall = [fell.status, (await rows("elder_pairing_visit")).length, await soon()];
  const urgent = await stage.call("POST /elders/:elderId/visits", { params, body: visit("v2", { condition: "urgent" }) });
  const ladder = await stage.call("POST /elders/:elderId/ladders", { params });
  const closed = await stage.call("POST /ladders/:ladderId/close", { params: { ladderId: ladder.body.id }, body: { state: "emergency", outcome: "已送医" } });
  const alert = await stage.call("POST /places/:placeId/alerts", { params: { placeId: stage.county.placeId }, body: { kind: "cold" } });
  const [search] = await rows("elder_pairing_ladder");
  const level = await stage.call("PUT /elders/:elderId/level", { params, body: { level: "red" } });
  const taken = await stage.call("POST /elders/:elderId/consents/:scope/withdraw", { params: { ...params, scope: "visits" } });

  expect(afterFall).toEqual([200, 1, 1]);
  expect([urgent, closed, alert, level, taken].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(search.state).toBe("emergency");
  expect([(await rows("elder_pairing_elder"))[0].wish, await soon()]).toEqual(["none", 0]);
});

test("while next year's holidays are not loaded a matching is put in force, levels go back and this month is planned; next month's plan alone says what is missing", async () => {
  const params = await begin("2027-12-10T09:00");
  await stage.call("PUT /elders/:elderId/level", { params, body: { level: "green" } });
  await stage.call("POST /elders/:elderId/visits", { params, body: visit("v1", { condition: "urgent" }) });
  stage.app.ports.setTime("2027-12-27T00:15");

  await stage.ask(lowerLevels);
  await stage.ask(planAhead);
  const refused = await stage.ask(planNextMonth).catch((error: { code: string }) => error.code);
  const shown = await stage.call("POST /places/:placeId/pairing/preview", { params: { placeId: stage.county.placeId } });
  const run = await stage.call("POST /places/:placeId/pairing", { params: { placeId: stage.county.placeId }, body: { stamp: shown.body.stamp } });

  const [elder] = await rows("elder_pairing_elder");
  expect([elder.level, (await rows("elder_pairing_trigger"))[0].endedOn]).toEqual(["green", "2027-12-27"]);
  expect((await rows("elder_pairing_due")).some(({ month }) => month === "2027-12")).toBe(true);
  expect([refused, shown.status, run.status]).toEqual(["elder-pairing.holidaysMissing", 200, 200]);
});
