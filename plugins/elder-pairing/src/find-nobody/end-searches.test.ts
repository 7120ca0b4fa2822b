import { afterEach, expect, test } from "vitest";
import { endOldSearches } from "../migrations/2026-12-03-1-end-searches.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

let stage: SmallStage;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const post = async (path: string, params: Record<string, string>, body = {}) => (await stage.call(`POST ${path}`, { params, body })).body;
/** An elder in care whom nobody answers for the door of: the elder and the search. */
async function begin(): Promise<{ readonly elderId: string; readonly ladderId: string }> {
  stage = await setSmallCounty([{ name: "周桂兰" }], [{ name: "刘敏" }, { name: "陈芳" }]);
  await stage.run();
  const elderId = await stage.elderId("周桂兰");
  return { elderId, ladderId: (await post("/elders/:elderId/ladders", { elderId })).id };
}

test.each([
  ["deceased", "/elders/:elderId/end", { state: "deceased" }],
  ["moved", "/elders/:elderId/end", { state: "moved" }],
  ["erased", "/elders/:elderId/erase", { name: "周桂兰" }],
])("the search for an elder who is %s ends with that, nothing is urgent any more, and no visit is planned of whoever is gone", async (state, path, body) => {
  const { elderId, ladderId } = await begin();
  const open = (await stage.call("GET /board")).body.ladders.length;

  await post(path, { elderId }, body);

  const said = [
    await post("/ladders/:ladderId/close", { ladderId }, { state: "emergency", outcome: "送医" }),
    await post("/elders/:elderId/ladders", { elderId }),
    await post("/elders/:elderId/triggers", { elderId }, { kind: "hospital" }),
  ].map(({ code }) => code);
  const visit = { clientId: "late", mode: "home", isSeen: true, condition: "urgent", wrong: ["fell"], needs: [] };
  const late = await post("/elders/:elderId/visits", { elderId }, visit);
  expect([open, (await stage.call("GET /board")).body.ladders, (await stage.call("GET /elders/:elderId", { params: { elderId } })).body.ladder]).toEqual([
    1,
    [],
    null,
  ]);
  expect(await rows("elder_pairing_ladder")).toMatchObject([{ state, closedAt: "2026-09-03T01:00:00.000Z" }]);
  expect(said).toEqual(["elder-pairing.ladderOver", "elder-pairing.elderLeft", "elder-pairing.elderLeft"]);
  // A paper of theirs may still come in, until they are erased.
  expect(late.id !== undefined).toBe(state !== "erased");
  expect([(await rows("elder_pairing_due")).filter(({ dueOn }) => dueOn > "2026-09-03"), await rows("elder_pairing_trigger")]).toEqual([[], []]);
});

test("a search that stood open for somebody who had left ends with the upgrade, one for somebody who is here goes on", async () => {
  const { ladderId } = await begin();
  const upgrade = () => stage.app.app.platform.database.disarmed(() => endOldSearches({ db: stage.app.app.platform.database.root } as never));
  const stateOf = async () => (await rows("elder_pairing_ladder")).find(({ id }) => id === ladderId).state;
  await upgrade();
  const here = await stateOf();
  await stage.ask(({ db }) => db.updateTable("elder_pairing_elder").set({ state: "moved" }).where("name", "=", "周桂兰").execute());

  await upgrade();

  expect([here, await stateOf()]).toEqual(["open", "moved"]);
});
