import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const visits = async (): Promise<any[]> => stage.ask(({ db }) => db.selectFrom("elder_pairing_visit").selectAll().orderBy("createdAt").orderBy("id").execute());
const ordinary = { mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [] };
let entries = 0;

/** The helper's phone and the desk, with the clock at 09:00 in the county, 01:00 UTC. */
async function begin() {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await stage.agreeAll();
  const elderId = await stage.elderId("周桂兰");
  const [pair] = await stage.ask(({ db }): Promise<any[]> => db.selectFrom("elder_pairing_pair").selectAll().where("role", "=", "primary").execute());
  const personId = await aPerson(stage.app, { fullName: "帮扶人", account: "helper" });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: pair.cadreId }, body: { personId } });
  const body = (at: string) => ({ ...ordinary, clientId: `m${entries++}`, at });
  return {
    helper: (at: string) => stage.call("POST /mine/elders/:elderId/visits", { as: "helper", params: { elderId }, body: body(at) }),
    desk: (at: string) => stage.call("POST /elders/:elderId/visits", { params: { elderId }, body: body(at) }),
  };
}

test.each(["00000000000000000000", "昨天下午三点多去的，老人在家，一切都好啊", "2026-09-03T08:30:00.0", "2026-02-30T08:30:00.000Z"])(
  "%s is no moment and is refused with its field, from the phone and at the desk",
  async (at) => {
    const { helper, desk } = await begin();
    for (const answer of [await helper(at), await desk(at)])
      expect(answer).toMatchObject({ status: 422, body: { code: "elder-pairing.dayInvalid", field: "body.at" } });
    expect(await visits()).toEqual([]);
  },
);

test("a moment is the same in whatever offset it is written, and is stored as UTC", async () => {
  const { helper } = await begin();
  expect((await helper("2026-09-03T08:30:00+08:00")).status).toBe(200);
  expect((await helper("2026-09-02T23:50:00+08:00")).status).toBe(200);
  expect((await visits()).map(({ visitedAt, visitedOn }) => `${visitedAt} ${visitedOn}`).sort()).toEqual([
    "2026-09-02T15:50:00.000Z 2026-09-02",
    "2026-09-03T00:30:00.000Z 2026-09-03",
  ]);
});

test("a phone whose clock is some minutes ahead writes a visit of now; one that is an hour ahead is told to look at its clock", async () => {
  const { helper } = await begin();
  expect((await helper("2026-09-03T01:00:02.000Z")).status).toBe(200);
  expect((await helper("2026-09-03T01:05:00.000Z")).status).toBe(200);
  expect((await helper("2026-09-03T02:00:00.000Z")).body.code).toBe("elder-pairing.visitAhead");
  expect((await visits()).map(({ visitedAt }) => visitedAt)).toEqual(Array(2).fill("2026-09-03T01:00:00.000Z"));
});
