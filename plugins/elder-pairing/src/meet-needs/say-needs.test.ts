import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
let elderId: string;
afterEach(() => stage.app.close());
const asked = [
  { category: "repair", words: "金丝雀漏雨", action: "matter", mayTell: true },
  { category: "medical", words: "金丝雀看病", action: "matter" },
  { category: "medical", words: "金丝雀配药", action: "matter", mayTell: true },
  { category: "supplies", words: "金丝雀米", action: "on_spot", mayTell: true },
];
async function begin(): Promise<void> {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  elderId = await stage.elderId("周桂兰");
  await stage.call("POST /elders/:elderId/visits", {
    params: { elderId },
    body: { clientId: "v1", mode: "home", isSeen: true, condition: "normal", wrong: [], needs: asked },
  });
}
const matters = async (): Promise<string[]> => {
  const rows: any[] = await stage.app.write("matters", ({ db }) => db.selectFrom("matters_matter").select(["title", "detail"]).orderBy("number").execute());
  return rows.map(({ title, detail }) => `${title} ${detail}`);
};
const needs = async (as = "secretary") => (await stage.call("GET /elders/:elderId/needs", { as, params: { elderId } })).body.needs;

test("a visit notes several needs in the elder's words, read by who may; a matter has them where the elder agreed, and is named by no kind of health where not", async () => {
  await begin();
  await aPerson(stage.app, { fullName: "管名册的", account: "registrar", role: "administrator" });

  const [told, closed] = [await needs(), await needs("registrar")];

  expect(told.map(({ category, words }: any) => `${category} ${words}`).sort()).toEqual(asked.map(({ category, words }) => `${category} ${words}`).sort());
  expect(closed.map(({ category, words, matterId }: any) => [category, words, matterId])).toEqual(asked.map(() => ["", null, null]));
  expect(await matters()).toEqual(["老人需要帮助：维修 金丝雀漏雨", "老人需要帮助：一件要办的事 null", "老人需要帮助：看病 金丝雀配药"]);
  expect(JSON.stringify(await stage.app.audited())).not.toMatch(/medical|repair|金丝雀/);
});

test.each([
  ["an elder who takes back the consent to notes on health", "POST /elders/:elderId/consents/:scope/withdraw", {}, ["repair", "supplies"], "金丝雀漏雨"],
  ["an elder who is erased", "POST /elders/:elderId/erase", { name: "周桂兰" }, [], undefined],
])("%s is spoken of in no matter any more; how many needs there were stays", async (_, path, body, left, stays) => {
  await begin();

  const answer = await stage.call(path, { params: { elderId, scope: "health" }, body });

  const said = (await matters()).join();
  expect([answer.status, said.includes("金丝雀配药"), said.match(/金丝雀漏雨/)?.[0]]).toEqual([200, false, stays]);
  expect(
    (await needs())
      .map(({ category }: any) => category)
      .filter(Boolean)
      .sort(),
  ).toEqual(left);
  expect((await stage.call("GET /sums")).body).toMatchObject({ needsRaised: 4, needsClosed: 1 });
});

test("what an elder asked for at a visit written down later counts for the day and the year of the visit", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }], { at: "2027-01-04T09:00" });
  await stage.run();
  const params = { elderId: await stage.elderId("周桂兰") };
  const needs = [{ category: "repair", action: "on_spot" }];
  const body = { clientId: "paper", at: "2026-12-29T02:00:00.000Z", mode: "home", isSeen: true, condition: "normal", wrong: [], needs };

  await stage.call("POST /elders/:elderId/visits", { params, body });

  const sums = async (month: string) =>
    (({ needsRaised, needsClosed }) => [needsRaised, needsClosed])((await stage.call("GET /sums", { query: { month } })).body);
  expect([await sums("2026-12"), await sums("2027-01")]).toEqual([
    [1, 1],
    [0, 0],
  ]);
});
