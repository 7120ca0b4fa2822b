import { aPerson } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
let elderId: string;
let ladderId: string;
beforeEach(async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  elderId = await stage.elderId("周桂兰");
  await aPerson(stage.app, { fullName: "李建平", account: "lead", role: "grid_leader", channels: [{ kind: "phone", address: "19900000088" }] });
  ladderId = (await stage.call("POST /elders/:elderId/ladders", { params: { elderId } })).body.id;
  at("09:31");
});
afterEach(() => stage.app.close());

const at = (time: string): void => stage.app.ports.setTime(`2026-09-03T${time}`);
const post = async (path: string, params: Record<string, string>, body = {}): Promise<void> => {
  const answer = await stage.call(path, { as: "secretary", params, body });
  if (answer.status !== 200) throw new Error(answer.text);
};
const take = (step: string, result = "nobody") => post("POST /ladders/:ladderId/steps", { ladderId }, { step, result });
const close = (state: "safe" | "emergency") => post("POST /ladders/:ladderId/close", { ladderId }, { state, outcome: "在田里" });
const reopen = () => post("POST /searches/:searchId/reopen", { searchId: ladderId }, { reason: "not_found" });
const strike = async (name: string): Promise<void> => {
  const { steps } = (await stage.call("GET /elders/:elderId", { params: { elderId } })).body.ladder;
  await post("POST /ladders/:ladderId/steps/:stepId/strike", { ladderId, stepId: steps.find(({ step }: any) => step === name).id });
};
const news = { silent: "两次打电话没人接", goThere: "请马上上门看看", help: "已经求助", over: "找到了，平安", again: "还没有找到，还在找" };
/** What the team lead was told, in order. */
async function told(): Promise<string[]> {
  const rows: any[] = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("kind", "=", "sms").orderBy("id").execute();
  const texts = rows.map(({ payload }) => JSON.stringify(payload));
  return texts.flatMap((text) => Object.entries(news).flatMap(([key, words]) => (text.includes(words) ? [key] : [])));
}

test("who was told that the elder is safe hears that the search goes on, and how it ends", async () => {
  for (const step of ["call_again", "neighbour", "family"]) await take(step);
  await close("safe");

  await reopen();
  await close("safe");

  expect(await told()).toEqual(["silent", "goThere", "over", "again", "over"]);
});

test("who was told of help by the end alone hears that there was no end, and of the safe one; of a search that told nobody nobody hears", async () => {
  await close("safe");
  await reopen();
  const quiet = await told();
  await close("emergency");

  await reopen();
  await close("safe");
  await reopen();

  expect([quiet, await told()]).toEqual([[], ["help", "again", "over", "again"]]);
});

test.each([
  ["call_again", "silent"],
  ["emergency", "help"],
])("what the struck step %s told is taken back, and the safe end is told all the same", async (step, was) => {
  await take(step);
  at("09:40");

  await strike(step);
  await close("safe");

  expect(await told()).toEqual([was, "again", "over"]);
});

test("a struck step takes back no word a later one said, and one that told nothing takes back nothing", async () => {
  for (const step of ["call_again", "neighbour", "family"]) await take(step);
  at("09:40");

  await strike("call_again");
  await strike("neighbour");
  const meanwhile = await told();
  await strike("family");

  expect([meanwhile, await told()]).toEqual([
    ["silent", "goThere"],
    ["silent", "goThere", "again"],
  ]);
});
