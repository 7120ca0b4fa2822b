import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const ordinary = { mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [] };

/** 王福生, who lives with the family, and the helper 刘敏 with an account, both agreed; gives the elder's id. */
async function begin(): Promise<string> {
  stage = await setSmallCounty([{ name: "王福生", sex: "男" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.agreeAll();
  const personId = await aPerson(stage.app, { fullName: "刘敏", account: "min" });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: await stage.cadreId("刘敏") }, body: { personId } });
  return stage.elderId("王福生");
}
const write = async (elderId: string, body: object) =>
  (await stage.call("POST /mine/elders/:elderId/visits", { as: "min", params: { elderId }, body: { ...ordinary, ...body } })).body;
const own = async (elderId: string) => (await stage.call("GET /mine/elders/:elderId", { as: "min", params: { elderId } })).body;

test("a visit answers with the next day alone where it raised nothing, and a fall with the new level and the day to go by, also when it is sent again", async () => {
  const elderId = await begin();
  const plain = (await write(elderId, { clientId: "v1" })).follows;
  const { due } = await own(elderId);

  const fell = await write(elderId, { clientId: "v2", wrong: ["fell"] });
  const again = await write(elderId, { clientId: "v2", wrong: ["fell"] });

  expect(plain).toEqual({ nextOn: due.find(({ dueOn }: any) => dueOn >= "2026-09-03")?.dueOn ?? null, raisedTo: null, goBy: null });
  expect(fell.follows).toEqual({ nextOn: "2026-09-04", raisedTo: "red", goBy: "2026-09-04" });
  expect(again).toEqual(fell);
});

test("of who wishes no visit no day is promised, and whoever is their helper no more is told nothing", async () => {
  const elderId = await begin();
  await stage.call("PUT /elders/:elderId/wish", { params: { elderId }, body: { wish: "none" } });
  const wished = (await write(elderId, { clientId: "v1", wrong: ["fell"] })).follows;
  await stage.ask(({ db }) =>
    db.updateTable("elder_pairing_pair").set({ untilOn: "2026-09-03", fromOn: "2026-09-01" }).where("elderId", "=", elderId).execute(),
  );

  const late = await write(elderId, { clientId: "v2", at: "2026-09-02T02:00:00.000Z" });

  expect(wished).toEqual({ nextOn: null, raisedTo: "red", goBy: null });
  expect([typeof late.id, late.follows]).toEqual(["string", null]);
});
