import { afterEach, beforeEach, expect, test } from "vitest";
import { openDoor } from "../testing/open-door.js";
import { openHouse } from "../testing/open-house.js";
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

test("what is asked for while the child is there waits until it is home, is not done when taken back before, and no other child goes with it", async () => {
  await stage.app.close();
  const { stage: open, attendanceId, childId } = await openHouse();
  stage = open;
  await stage.aChild(2);
  const { code } = await stage.must("POST /attendances/:attendanceId/arrival", { as: "luo", params: { attendanceId } });
  const door = await openDoor(stage, childId);
  const shown = async () => (await list()).body.children.map(({ name, eraseAskedAt }: any) => [name, eraseAskedAt !== null]);

  const asked = await door.at(`/children/${childId}/erasure`);
  const waiting = [await shown(), (await door.at("/children")).children[0].sessions.map(({ isHere }: any) => isHere)];
  await door.at(`/children/${childId}/erasure-undone`);
  const back = await shown();
  const again = await stage.must("POST /children/:childId/erasure", { as: "luo", params: { childId } });
  const { collectors } = await stage.must("GET /attendances/:attendanceId/collectors", { as: "luo", params: { attendanceId } });
  await stage.must("POST /attendances/:attendanceId/hand-over", { as: "luo", params: { attendanceId }, body: { collectorId: collectors[0].id, code } });

  expect([asked, again]).toEqual([{ isErased: false }, { isErased: false }]);
  expect(waiting).toEqual([
    [
      ["孩子1", true],
      ["孩子2", false],
    ],
    [true, false, false, false, false],
  ]);
  expect(back).toEqual([
    ["孩子1", false],
    ["孩子2", false],
  ]);
  expect(await shown()).toEqual([["孩子2", false]]);
  expect((await door.at("/children")).children).toEqual([]);
});

test("this plugin erases nobody it did not write down itself", async () => {
  await expect(inside(({ erase }) => erase(stage.luo))).rejects.toThrow("did not write down");
});
