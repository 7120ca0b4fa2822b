import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const texts = async (): Promise<string[]> => {
  const rows: any[] = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("kind", "=", "sms").orderBy("id").execute();
  return rows.map(({ payload }) => JSON.stringify(payload)).filter((one) => one.includes("联系不上") || one.includes("有一位老人"));
};
let ladderId: string;
let elderId: string;
const take = (step: string, result = "nobody", as = "secretary") =>
  stage.call("POST /ladders/:ladderId/steps", { as, params: { ladderId }, body: { step, result } });
async function begin(): Promise<void> {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  elderId = await stage.elderId("周桂兰");
  await aPerson(stage.app, { fullName: "李建平", account: "lead", role: "grid_leader", channels: [{ kind: "phone", address: "19900000088" }] });
  ladderId = (await stage.call("POST /elders/:elderId/ladders", { params: { elderId } })).body.id;
}

test("the team lead hears by text of two calls in vain, that nobody but them can go there, and that the elder is found; with the village and never a name", async () => {
  await begin();
  const after: number[] = [(await texts()).length];
  stage.app.ports.setTime("2026-09-03T09:31");
  for (const step of ["call_again", "neighbour", "family"]) {
    await take(step);
    after.push((await texts()).length);
  }
  await take("grid", "on_the_way");
  await stage.call("POST /ladders/:ladderId/close", { params: { ladderId }, body: { state: "safe", outcome: "在田里" } });
  const all = await texts();

  expect([after, all.length]).toEqual([[0, 1, 1, 2], 3]);
  expect(all[0]).toContain("柳树坡村有一位老人两次打电话没人接");
  expect(all[1]).toContain("请马上上门看看");
  expect(all[2]).toContain("找到了，平安");
  expect(all.join()).not.toMatch(/周桂兰|在田里/);
});

test("the search says who is told and their number; a call that was answered tells nobody, and who presses a step is not told of it", async () => {
  await begin();
  stage.app.ports.setTime("2026-09-03T09:31");
  const { leads } = (await stage.call("GET /elders/:elderId", { params: { elderId } })).body.ladder;

  await take("call_again", "answered");
  await take("emergency", "on_the_way", "lead");

  expect(leads).toEqual([{ name: "李建平", phone: "19900000088", way: "sms" }]);
  expect(await texts()).toEqual([]);
});

test("the search says by which way a letter reaches whoever answers for the place, that none does, and that who reads it is sent none", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  elderId = await stage.elderId("周桂兰");
  await aPerson(stage.app, { fullName: "李建平", account: "lead", role: "grid_leader", channels: [{ kind: "mail", address: "lead@example.org" }] });
  await aPerson(stage.app, { fullName: "赵春梅", account: "other", role: "grid_leader" });
  await stage.call("POST /elders/:elderId/ladders", { params: { elderId } });
  const ways = async (as: string) =>
    (await stage.call("GET /elders/:elderId", { as, params: { elderId } })).body.ladder.leads.map((one: any) => `${one.name} ${one.way}`).sort();

  expect(await ways("secretary")).toEqual(["李建平 mail", "赵春梅 none"]);
  expect(await ways("lead")).toEqual(["李建平 self", "赵春梅 none"]);
});
