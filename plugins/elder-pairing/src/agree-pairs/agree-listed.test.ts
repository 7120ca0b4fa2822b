import { afterEach, expect, test } from "vitest";
import { findUncovered } from "../cover-elders/find-uncovered.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
type Side = "cadre" | "elder";
const waiting = async (side: Side, more: object = {}) => (await stage.call("GET /waiting", { query: { side, ...more } as never })).body;
const namesOf = ({ pairs }: any): string[] => pairs.map(({ elder }: any) => elder).sort();
const say = async (path: string, side: Side, pairIds: readonly string[]) =>
  (await stage.call(path, { params: { placeId: stage.county.placeId }, body: { side, pairIds } })).body;
const agree = (side: Side, pairIds: readonly string[]) => say("POST /places/:placeId/agree", side, pairIds);
const takeBack = (side: Side, pairIds: readonly string[]) => say("POST /places/:placeId/agree/undo", side, pairIds);
const idsOf = ({ pairs }: any): string[] => pairs.map(({ pairId }: any) => pairId);
const helpers = async (name: string) =>
  (await stage.call("GET /elders/:elderId/helpers", { params: { elderId: await stage.elderId(name) }, query: { on: "2026-09-03" } })).body.helpers
    .map(({ role }: any) => role)
    .sort();

test("a signed list says of the pairs named that one side agreed; who is left out waits on, and both lists put a pair in force", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花", village: "河口村" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const all = await waiting("cadre");
  const first = all.pairs.filter(({ elder }: any) => elder === "周桂兰").map(({ pairId }: any) => pairId);

  const answers = [await agree("cadre", idsOf(all)), await agree("cadre", idsOf(all)), await agree("elder", first)];

  expect(all).toMatchObject({ count: 2, pairs: [{ cadreAgreed: false, elderAgreed: false }, {}] });
  expect(answers.map(({ pairIds }) => pairIds.length)).toEqual([2, 0, 1]);
  expect([namesOf(await waiting("cadre")), namesOf(await waiting("elder"))]).toEqual([[], ["吴金花"]]);
  expect([await helpers("周桂兰"), await helpers("吴金花")]).toEqual([["backup", "primary"], ["backup"]]);
});

test("what was written down by mistake is taken back that day: the pair waits again and the backup answers; the day after it stands", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const ids = idsOf(await waiting("cadre"));
  await agree("cadre", ids);
  await agree("elder", ids);
  const today = namesOf(await waiting("elder", { state: "today" }));

  const undone = await takeBack("elder", [ids[0]!]);
  const after = [await waiting("elder"), await waiting("elder", { state: "today" })].map(({ count }) => count);
  stage.app.ports.setTime("2026-09-04T09:00");
  const late = await takeBack("elder", ids);

  expect(today).toEqual(["吴金花", "周桂兰"]);
  expect([undone, after, late]).toEqual([{ count: 1 }, [1, 1], { count: 0 }]);
  expect((await waiting("elder", { state: "today" })).count).toBe(0);
  expect(await stage.ask(({ db }) => findUncovered(db, "2026-09-04"))).toEqual([]);
});

test("waiting pairs are found by a village and by a part of either name, page by page", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花", village: "河口村" }], [{ name: "刘敏" }, { name: "陈芳", village: "河口村" }]);
  await stage.run();
  const { papers } = (await stage.call("GET /tops")).body;
  const village = papers.find(({ name }: any) => name === "河口村").id;

  const found = await Promise.all([
    waiting("elder", { placeId: village }),
    waiting("elder", { name: "桂" }),
    waiting("elder", { name: "陈芳" }),
    waiting("elder", { name: "%" }),
    waiting("elder", { from: 1 }),
  ]);

  expect(found.map(namesOf)).toEqual([["吴金花"], ["周桂兰"], ["吴金花"], ["吴金花", "周桂兰"], expect.any(Array)]);
  expect(found[4]).toMatchObject({ count: 2, pageSize: 100, pairs: [{}] });
});
