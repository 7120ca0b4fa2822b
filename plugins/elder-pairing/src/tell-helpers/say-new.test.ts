import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { tellNewPairs } from "./tell-helpers.js";

let stage: SmallStage;
afterEach(() => stage.app.close());

test("a text names only what somebody is new in, and asks for no yes that was written down already", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.agreeAll();

  await stage.ask((ctx) => tellNewPairs(ctx));

  const rows: any[] = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("kind", "=", "sms").execute();
  const all = rows.map(({ payload }) => JSON.stringify(payload)).join();
  expect(rows.length).toBe(2);
  expect(all).toMatch(/您新当 1 位老人的 A 角。请打开看看：/);
  expect(all).toMatch(/您新当 1 位老人的 B 角。请打开看看：/);
  expect(all).not.toMatch(/ 0 位|我愿意/);
});
