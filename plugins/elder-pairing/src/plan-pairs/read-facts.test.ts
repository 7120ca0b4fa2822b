import { afterEach, expect, test } from "vitest";
import { setTwoTowns, type TwoTowns } from "../testing/two-towns.js";
import { readFacts } from "./read-facts.js";

let stage: TwoTowns;
afterEach(() => stage.app.close());

test("a unit's quota counts what its cadres have in townships that are not looked at, and takes nobody's helper away before the next matching", async () => {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村");
  await stage.bringElder(2, "吴金花", "石桥村");
  await stage.run();
  await stage.agreeAll();
  const [here, there] = [await stage.pathOf("柳河镇"), await stage.pathOf("青石镇")];
  await stage.call("PUT /places/:placeId/quotas", { params: { placeId: stage.county.placeId }, body: { unit: "县财政局", most: 2 } });
  const quota = async (towns: readonly string[] | "all") => (await stage.ask((ctx) => readFacts(ctx, "2026-09-03", towns))).facts.quotas;

  expect([await quota("all"), await quota([here]), await quota([here, there])]).toEqual([2, 1, 2].map((most) => [{ unit: "县财政局", most }]));
  const before = [await stage.helpersOf("周桂兰"), await stage.helpersOf("吴金花")];
  await stage.call("PUT /places/:placeId/quotas", { params: { placeId: stage.county.placeId }, body: { unit: "县财政局", most: 1 } });
  // A repair that would have to choose: somebody new comes onto the register of one township.
  await stage.bringElder(3, "郑玉梅", "柳树坡村");
  expect([await stage.helpersOf("周桂兰"), await stage.helpersOf("吴金花")]).toEqual(before);
  expect((await stage.helpersOf("郑玉梅")).map((one) => one.split(" ")[0])).toEqual(["backup"]);
});
