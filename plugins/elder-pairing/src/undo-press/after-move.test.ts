import { aPerson } from "@lianxin/directory/testing";
import { afterEach, expect, test } from "vitest";
import { setTwoTowns, type TwoTowns } from "../testing/two-towns.js";

let stage: TwoTowns;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(`elder_pairing_${table}`).selectAll().orderBy("id").execute());
const call = (path: string, params: Record<string, string>, body = {}, as = "secretary") => stage.call(path, { as, params, body });

test("what is opened again of an elder who moved meanwhile is where they live now, and for who answers there to open and to end", async () => {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村");
  await stage.run();
  await stage.agreeAll();
  const elderId = await stage.elderId("周桂兰");
  for (const [account, village] of [
    ["old", "柳树坡村"],
    ["new", "石桥村"],
  ] as const) {
    const { id } = await stage.ask<{ id: string }>(({ db }) =>
      db.selectFrom("directory_v1_place").select("id").where("name", "=", village).executeTakeFirstOrThrow(),
    );
    await aPerson(stage.app, { fullName: `${village}网格长`, account, role: "grid_leader", rolePlaceId: id });
  }
  const ladderId = (await call("POST /elders/:elderId/ladders", { elderId })).body.id;
  await call("POST /ladders/:ladderId/close", { ladderId }, { state: "safe", outcome: "在菜地" });
  const need = { clientId: "v1", mode: "home", isSeen: true, condition: "normal", wrong: [], words: "", needs: [{ category: "repair", action: "on_spot" }] };
  await call("POST /elders/:elderId/visits", { elderId }, need);
  const [{ id: needId }] = await rows("need");

  await stage.bringElder(1, "周桂兰", "石桥村");
  const unsettle = (as: string) => call("POST /needs/:needId/unsettle", { needId }, { reason: "not_done" }, as);
  const reopen = (as: string) => call("POST /searches/:searchId/reopen", { searchId: ladderId }, { reason: "not_found" }, as);
  const statuses = [await unsettle("old"), await unsettle("new"), await reopen("old"), await reopen("new")].map(({ status }) => status);

  const here = await stage.pathOf("石桥村");
  expect(statuses).toEqual([404, 200, 404, 200]);
  expect([...(await rows("need")), ...(await rows("ladder"))].map(({ placePath }) => placePath)).toEqual([here, here]);
  expect((await call("POST /needs/:needId/close", { needId }, {}, "new")).status).toBe(200);
});
