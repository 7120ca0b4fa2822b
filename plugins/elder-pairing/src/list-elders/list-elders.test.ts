import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { elderListStates } from "./list-states.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const list = async (query: object) => (await stage.call("GET /elders", { query: query as never })).body;
const names = async (query: object): Promise<string[]> => (await list(query)).elders.map(({ name }: any) => name).sort();

test("elders are found by what waits for them, and whoever left only by asking for those who left", async () => {
  stage = await setSmallCounty(
    [{ name: "周桂兰" }, { name: "吴金花", village: "河口村" }, { name: "何秀珍" }, { name: "郑玉梅" }],
    [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }],
  );
  await stage.run();
  const params = { elderId: await stage.elderId("周桂兰") };
  const before = await names({ state: "waiting" });
  await stage.agreeAll();
  await stage.call("POST /elders/:elderId/ladders", { params });
  const needs = [{ category: "repair", action: "matter" }];
  await stage.call("POST /elders/:elderId/visits", {
    params: { elderId: await stage.elderId("吴金花") },
    body: { clientId: "v1", mode: "home", isSeen: true, condition: "normal", wrong: [], needs },
  });
  await stage.call("POST /elders/:elderId/consents/:scope", { params: { ...params, scope: "visits" }, body: { form: "spoken" } });
  await stage.call("POST /elders/:elderId/consents/:scope/withdraw", { params: { elderId: await stage.elderId("何秀珍"), scope: "posting" } });
  await stage.call("POST /elders/:elderId/triggers", { params: { elderId: await stage.elderId("何秀珍") }, body: { kind: "fall" } });
  const { primary } = Object.fromEntries(
    (await stage.call("GET /elders/:elderId/history", { params })).body.pairs.map(({ role, cadreId }: any) => [role, cadreId]),
  );
  await stage.call("POST /cadres/:cadreId/transfer", { params: { cadreId: primary }, body: { day: "2026-09-03", kind: "transferred" } });
  await stage.call("POST /elders/:elderId/end", { params: { elderId: await stage.elderId("郑玉梅") }, body: { state: "moved" } });
  stage.app.ports.setTime("2026-10-20T09:00");

  const found = Object.fromEntries(await Promise.all(elderListStates.map(async (state) => [state, await names({ state })] as const)));

  const { overdue } = (await stage.call("GET /board")).body;
  expect(found.late).toEqual(overdue.map(({ elder }: any) => elder).sort());
  expect(found.late).toContain("何秀珍");
  expect(before).toHaveLength(4);
  expect(found).toMatchObject({ nobody: [], ladder: ["周桂兰"], need: ["吴金花"], left: ["郑玉梅"] });
  expect(found.unasked).not.toContain("周桂兰");
  expect([found.waiting, found.handover].every((who) => who!.includes("周桂兰") && !who!.includes("郑玉梅"))).toBe(true);
  expect(await names({})).toEqual(["何秀珍", "吴金花", "周桂兰"]);
});

test("the list is turned page by page, by village, name and level", async () => {
  const many = Array.from({ length: 101 }, (_, i) => ({ name: `周${String.fromCodePoint(0x4e00 + i)}`, village: i === 100 ? "河口村" : "柳树坡村" }));
  stage = await setSmallCounty(many, [{ name: "刘敏" }]);
  const { papers } = (await stage.call("GET /tops")).body;
  const placeId = papers.find(({ name }: any) => name === "河口村").id;

  const [first, last] = [await list({}), await list({ from: 100 })];

  expect([first.elders.length, first.count, first.pageSize, last.elders.length]).toEqual([100, 101, 100, 1]);
  expect(first.elders.map(({ id }: any) => id)).not.toContain(last.elders[0].id);
  expect(await names({ placeId })).toEqual([many[100]!.name]);
  expect(await names({ placeId, name: many[0]!.name })).toEqual([]);
  expect(await names({ level: "green", placeId })).toEqual([]);
});
