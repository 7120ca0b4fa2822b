import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";
import { urgeVisits } from "./urge-visits.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const letters = async (): Promise<string[]> => {
  const rows = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").select("payload").execute();
  return rows.map(({ payload }) => payload).filter((payload) => payload.includes("不合适"));
};
/** The morning's work of a day; gives the letters about who was found anew, of all mornings so far. */
async function morning(day: string): Promise<string[]> {
  stage.app.ports.setTime(`${day}T08:30`);
  await stage.ask((ctx) => urgeVisits(ctx));
  return letters();
}

test("a helper's no from the phone is told to the team lead the next morning, once, without a name, and another no again", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }, { name: "李霞" }]);
  await stage.run();
  await aPerson(stage.app, { fullName: "李建平", account: "leader", role: "grid_leader", channels: [{ kind: "phone", address: "19900000088" }] });
  const elderId = await stage.elderId("周桂兰");
  const sayNo = async () => {
    const { pairs } = (await stage.call("GET /elders/:elderId/history", { params: { elderId } })).body;
    const { cadreId, cadre } = pairs.find((one: any) => one.role === "primary" && one.untilOn === null);
    const personId = await aPerson(stage.app, { fullName: cadre, account: `helper ${cadre}` });
    await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId }, body: { personId } });
    return (await stage.call("POST /mine/elders/:elderId/decline", { as: `helper ${cadre}`, params: { elderId }, body: { reason: "busy" } })).status;
  };
  const first = [await sayNo(), (await letters()).length];

  const told = [(await morning("2026-09-04")).length, (await morning("2026-09-07")).length];
  const second = await sayNo();
  const again = await morning("2026-09-08");

  expect([first, told, second, again.length]).toEqual([[200, 0], [1, 1], 200, 2]);
  expect(again.join("")).toContain("1 对结对，因为有人说不合适");
  expect(again.join("")).not.toContain("周桂兰");
});

test("a no before a long holiday is told on the first working morning after it", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  await aPerson(stage.app, { fullName: "李建平", account: "leader", role: "grid_leader", channels: [{ kind: "phone", address: "19900000088" }] });
  const elderId = await stage.elderId("周桂兰");
  const { cadreId, cadre } = (await stage.call("GET /elders/:elderId/history", { params: { elderId } })).body.pairs.find(({ role }: any) => role === "primary");
  const personId = await aPerson(stage.app, { fullName: cadre, account: "helper" });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId }, body: { personId } });
  stage.app.ports.setTime("2026-09-30T15:00");
  const { status } = await stage.call("POST /mine/elders/:elderId/decline", { as: "helper", params: { elderId }, body: { reason: "busy" } });

  expect([status, (await morning("2026-10-08")).length]).toEqual([200, 1]);
});

test("elders whose helper moves only because of somebody else's no are counted neither in the letter nor on the board, and not marked", async () => {
  stage = await setSmallCounty(
    ["周桂兰", "吴金花", "何秀珍", "郑玉梅"].map((name) => ({ name })),
    [{ name: "刘敏" }, { name: "陈芳" }],
  );
  await stage.run();
  await aPerson(stage.app, { fullName: "李建平", account: "leader", role: "grid_leader", channels: [{ kind: "phone", address: "19900000088" }] });
  await stage.call("POST /elders/:elderId/decline", { params: { elderId: await stage.elderId("周桂兰") }, body: { by: "cadre", reason: "busy" } });
  const begun: any[] = await stage.ask(({ db }) =>
    db
      .selectFrom("elder_pairing_pair")
      .select("id")
      .where("role", "=", "primary")
      .where("untilOn", "is", null)
      .where("startReason", "=", "unwilling")
      .execute(),
  );

  const { insteadCount, waiting } = (await stage.call("GET /board")).body;
  const { pairs } = (await stage.call("GET /waiting")).body;
  const told = await morning("2026-09-04");

  expect([begun.length, insteadCount, told.length]).toEqual([2, 1, 1]);
  for (const rows of [waiting, pairs])
    expect(rows.filter(({ insteadOf }: any) => insteadOf !== null).map(({ elder, insteadOf }: any) => [elder, insteadOf])).toEqual([["周桂兰", "unwilling"]]);
  expect(pairs[0].elder).toBe("周桂兰");
  expect(told.join("")).toContain("1 对结对，因为有人说不合适");
});
