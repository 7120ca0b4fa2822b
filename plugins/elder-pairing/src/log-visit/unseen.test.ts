import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());

test("of whom nobody saw nothing is noted and no level rises, whatever a phone sends; what was said and is needed stays", async () => {
  stage = await setSmallCounty([{ name: "周桂兰", sex: "男" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.agreeAll();
  const params = { elderId: await stage.elderId("周桂兰") };
  const before = (await rows("elder_pairing_elder"))[0].level;
  const found = { mode: "home", isSeen: false, condition: "urgent", wrong: ["fell", "medicine"], childContact: "一周内", confirmedBy: "手印" };
  const said = { words: "邻居说去女儿家了", needs: [{ category: "repair", action: "on_spot" }] };

  const answer = await stage.call("POST /elders/:elderId/visits", { params, body: { clientId: "u1", ...found, ...said } });

  expect(answer.status).toBe(200);
  const { visits, level } = (await stage.call("GET /elders/:elderId", { params })).body;
  expect(visits).toMatchObject([{ isSeen: false, condition: "", wrong: [], childContact: null, confirmedBy: null, words: "邻居说去女儿家了" }]);
  expect([level, before, await rows("elder_pairing_trigger"), (await rows("elder_pairing_need")).length]).toEqual([before, level, [], 1]);
});
