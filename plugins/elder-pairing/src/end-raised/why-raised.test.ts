import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
let params: { readonly elderId: string };

/** The first helper of 周桂兰 signs in; a cold alert for the county, and a fall that somebody at the desk writes down. */
async function begin() {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  params = { elderId: await stage.elderId("周桂兰") };
  const { pairs } = (await stage.call("GET /elders/:elderId/history", { params })).body;
  const { cadreId, cadre } = pairs.find(({ role }: any) => role === "primary");
  const personId = await aPerson(stage.app, { fullName: cadre, account: "first" });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId }, body: { personId } });
  await stage.call("PUT /elders/:elderId/level", { params, body: { level: "yellow" } });
  await stage.call("POST /places/:placeId/alerts", { params: { placeId: stage.county.placeId }, body: { kind: "cold" } });
  await stage.call("POST /elders/:elderId/triggers", { params, body: { kind: "fall" } });
}
const onCard = async () => (await stage.call("GET /mine", { as: "first" })).body.pairs.find(({ id }: any) => id === params.elderId);
const onPage = async () => (await stage.call("GET /mine/elders/:elderId", { as: "first", params })).body;

test("a helper is told why to come sooner: the weather or what happened, until when, by which day, and what the level was before", async () => {
  await begin();
  await stage.agreeAll();

  const [card, page] = [await onCard(), await onPage()];

  const cold = { kind: "cold", onDay: "2026-09-03", untilOn: "2026-09-10", dueOn: "2026-09-04", levelBefore: "yellow" };
  const fall = { ...cold, untilOn: "2026-10-03" };
  expect([card.level, card.nextOn]).toEqual(["red", "2026-09-04"]);
  expect(card.raised).toMatchObject([cold, { ...fall, kind: "event" }]);
  expect(page.raised).toMatchObject([cold, { ...fall, kind: "fall" }]);
});

test("what happened stays sealed for a helper until both sides have agreed, and nothing is said of what has ended", async () => {
  await begin();
  const before = (await onPage()).raised;
  await stage.agreeAll();

  for (const { id } of before) await stage.call("POST /triggers/:triggerId/end", { params: { triggerId: id }, body: { reason: "over" } });

  expect(before.map(({ kind }: any) => kind)).toEqual(["cold", "event"]);
  expect([(await onCard()).raised, (await onPage()).raised]).toEqual([[], []]);
});
