import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setTwoTowns, type TwoTowns } from "../testing/two-towns.js";

let stage: TwoTowns;
afterEach(() => stage.app.close());

/** An elder of 柳树坡村 in the pairing; gives the first helper and the second. */
async function begin(): Promise<readonly [string, string]> {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村");
  await stage.run();
  await stage.agreeAll();
  const helpers = await stage.helpersOf("周桂兰");
  const of = (role: string) => helpers.find((one) => one.startsWith(role))!.slice(role.length + 1);
  return [of("primary"), of("backup")];
}
const leave = async (name: string, body: { readonly fromOn: string; readonly toOn: string }, as = "secretary") =>
  (await stage.call("POST /cadres/:cadreId/leave", { as, params: { cadreId: await stage.cadreId(name) }, body })).body;

test("a leave that began two days before it is written down says who comes from today on, and not the one who is away", async () => {
  const [first, second] = await begin();

  const { covered, elsewhere } = await leave(first, { fromOn: "2026-09-01", toOn: "2026-09-10" });

  expect([covered, elsewhere]).toEqual([[{ elder: "周桂兰", by: second }], 0]);
});

test("whoever plans in one township reads no name of an elder of another, only that there is one more", async () => {
  const [first, second] = await begin();
  const placeId: string = await stage.ask(
    async ({ db }) => (await db.selectFrom("directory_v1_place").select("id").where("name", "=", "柳河镇").executeTakeFirstOrThrow()).id,
  );
  await aPerson(stage.app, { fullName: "李书记", account: "here", role: "secretary", rolePlaceId: placeId });
  const [village, town] = [await stage.pathOf("石桥村"), await stage.pathOf("青石镇")];
  const here = await leave(first, { fromOn: "2026-09-03", toOn: "2026-09-10" }, "here");
  await stage.ask(({ db }) => db.updateTable("elder_pairing_pair").set({ placePath: village, townPath: town }).where("untilOn", "is", null).execute());

  const there = await leave(first, { fromOn: "2026-09-12", toOn: "2026-09-13" }, "here");

  expect(here).toMatchObject({ covered: [{ elder: "周桂兰", by: second }], elsewhere: 0 });
  expect(there).toMatchObject({ covered: [], elsewhere: 1 });
});

test("a transfer of today and one that is ahead say who comes to whom from that day on", async () => {
  const [first, second] = await begin();
  const transfer = async (day: string) =>
    (await stage.call("POST /cadres/:cadreId/transfer", { params: { cadreId: await stage.cadreId(first) }, body: { day, kind: "transferred" } })).body;
  const ahead = await transfer("2026-09-10");

  const atOnce = await transfer("2026-09-03");

  const covered = [{ elder: "周桂兰", by: second }];
  expect(ahead).toEqual({ fromOn: "2026-09-10", covered, elsewhere: 0 });
  expect(atOnce).toEqual({ fromOn: "2026-09-03", covered, elsewhere: 0 });
});
