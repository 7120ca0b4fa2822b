import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());
const inside = <T>(work: (ctx: any) => Promise<T>): Promise<T> => stage.app.write("children-activities", work);
const list = async (as = "luo") => stage.call("GET /homes/:homeId/children", { as, params: { homeId: stage.homeId } });

test("a guardian's erasure leaves no readable copy in any table, and the database itself refuses to open what is left", async () => {
  const childId = await stage.aChild(1, { name: "周小禾", guardian: { name: "周桂兰", phone: "19900000777", relation: "奶奶" } });

  await stage.must("POST /children/:childId/erasure", { as: "luo", params: { childId } });
  const row = await inside(({ db }) => db.selectFrom("children_activities_child").selectAll().where("id", "=", childId).executeTakeFirstOrThrow());
  const opened = await inside(({ disclose }) => disclose([(row as any).name, (row as any).bornIn], "keep"));
  const guardian = await inside(({ db }) => db.selectFrom("children_activities_guardian").selectAll().executeTakeFirstOrThrow());

  expect([opened, (row as any).ageBand, (row as any).deletedAt !== null, (guardian as any).phoneIndex]).toEqual([["", ""], "", true, null]);
  expect((await list()).body.children).toEqual([]);
  expect(await stage.call("PATCH /children/:childId", { as: "luo", params: { childId }, body: { name: "又来" } })).toMatchObject({ status: 404 });
});

test("this plugin erases nobody it did not write down itself", async () => {
  await expect(inside(({ erase }) => erase(stage.luo))).rejects.toThrow("did not write down");
});
