import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { databaseFiles } from "../testing/database-files.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());

test("an elder who is erased still counts, and no readable copy of a visit, a need or a search for them is left", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }, { name: "吴金花" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const elderId = await stage.elderId("周桂兰");
  const canaries = ["金丝雀一", "金丝雀二", "金丝雀三"];
  const needs = [{ category: "repair", words: canaries[1]!, action: "on_spot" }];
  const visit = { clientId: "v1", mode: "home", isSeen: true, condition: "attention", wrong: ["fell"], words: canaries[0]!, needs };
  await stage.call("POST /elders/:elderId/visits", { params: { elderId }, body: visit });
  await stage.ask(async ({ db, newId }) => {
    const { placePath } = await db.selectFrom("elder_pairing_elder").select("placePath").where("id", "=", elderId).executeTakeFirstOrThrow();
    const search = {
      id: newId(),
      placePath,
      elderId,
      startedAt: "2026-09-03T01:00:00.000Z",
      startedBy: "x",
      state: "safe",
      outcome: canaries[2]!,
      closedAt: null,
    };
    await db.insertInto("elder_pairing_ladder").values(search).execute();
  });
  const sums = async () => {
    const { body } = await stage.call("GET /sums");
    return [body.needsRaised, body.needsClosed];
  };
  const before = await sums();

  const erased = await stage.call("POST /elders/:elderId/erase", { params: { elderId }, body: { name: "周桂兰" } });

  const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().execute());
  expect([erased.status, await sums(), before]).toEqual([200, [1, 1], [1, 1]]);
  expect((await rows("elder_pairing_pair")).filter((pair) => pair.elderId === elderId && pair.untilOn === null)).toEqual([]);
  expect((await rows("elder_pairing_visit"))[0]).toMatchObject({ elderId });
  const shown = await stage.call("GET /elders/:elderId", { params: { elderId } });
  expect(shown.text).not.toMatch(/周桂兰|金丝雀/);
  const sealed = await stage.ask(async ({ db, disclose }) => {
    const [{ findings, spirits }] = await db.selectFrom("elder_pairing_visit").select(["findings", "spirits"]).execute();
    return disclose([findings, spirits], "visit");
  });
  expect(sealed).toEqual(["", ""]);
  for (const file of await databaseFiles(stage)) for (const canary of canaries) expect(readFileSync(file).includes(canary)).toBe(false);
});

test("another plugin's people cannot be erased from here", async () => {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }]);

  await expect(stage.ask((ctx) => ctx.erase(stage.county.personId))).rejects.toThrow("cannot erase people it did not write down");
});
