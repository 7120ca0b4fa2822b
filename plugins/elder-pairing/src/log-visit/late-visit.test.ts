import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());

test("a visit of a day on which one was helper still comes in after one has left; another day's does not, and nothing is read", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.agreeAll();
  const [elderId, cadreId] = [await stage.elderId("周桂兰"), await stage.cadreId("刘敏")];
  const personId = await aPerson(stage.app, { fullName: "刘敏", account: "min" });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId }, body: { personId } });
  await aPerson(stage.app, { fullName: "何志远", account: "stranger" });
  stage.app.ports.setTime("2026-09-15T09:00");
  await stage.call("POST /cadres/:cadreId/transfer", { params: { cadreId }, body: { day: "2026-09-15", kind: "transferred" } });
  const send = async (at: string, as = "min") => {
    const body = { clientId: `${as} ${at}`, at, mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [] };
    return (await stage.call("POST /mine/elders/:elderId/visits", { as, params: { elderId }, body })).body.code ?? "in";
  };
  const read = await stage.call("GET /mine/elders/:elderId", { as: "min", params: { elderId } });

  const said = [await send("2026-09-14T02:00:00.000Z"), await send("2026-09-15T00:30:00.000Z"), await send("2026-09-02T02:00:00.000Z")];
  said.push(await send("2026-09-14T02:00:00.000Z", "stranger"));

  const no = "elder-pairing.notYours";
  expect([said, read.body.code]).toEqual([["in", no, no, no], no]);
  const visits = await stage.ask<any[]>(({ db }) => db.selectFrom("elder_pairing_visit").selectAll().execute());
  expect(visits).toMatchObject([{ visitedOn: "2026-09-14", cadreId }]);
});
