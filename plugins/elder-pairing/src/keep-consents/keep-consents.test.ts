import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { databaseFiles } from "../testing/database-files.js";
import { setTwoTowns, type TwoTowns } from "../testing/two-towns.js";

let stage: TwoTowns;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const line = { flags: "易跌倒、按时服药", ability: "失能", senses: "听力差得厉害", hazards: "院里有狗", consentForm: "书面", consentOn: "2026-08-20" };
const visit = { clientId: "v1", mode: "home", isSeen: true, condition: "attention", wrong: ["medicine", "water"], words: "金丝雀药", needs: [] };

async function begin(): Promise<string> {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村", line);
  await stage.run();
  await stage.agreeAll();
  return stage.elderId("周桂兰");
}
const withdraw = (elderId: string, scope: string) => stage.call("POST /elders/:elderId/consents/:scope/withdraw", { params: { elderId, scope } });
const give = (elderId: string, scope: string) => stage.call("POST /elders/:elderId/consents/:scope", { params: { elderId, scope }, body: { form: "spoken" } });
const show = async (elderId: string) => (await stage.call("GET /elders/:elderId", { params: { elderId } })).body;

test("whoever takes back the consent to notes on health has none left anywhere, none is written down again, and how often somebody comes stays", async () => {
  const elderId = await begin();
  const needs = [{ category: "medical", words: "金丝雀病", action: "on_spot" }];
  await stage.call("POST /elders/:elderId/visits", { params: { elderId }, body: { ...visit, needs } });
  const before = await show(elderId);

  const answer = await withdraw(elderId, "health");

  const after = await show(elderId);
  expect([answer.status, before.card.care]).toEqual([200, { living: "alone", ability: "disabled", flags: ["falls", "medicine"] }]);
  expect(after.card.care).toEqual({ living: "alone", ability: "unsaid", flags: [] });
  expect([after.card.notes, after.level]).toEqual([{ hazards: "院里有狗" }, before.level]);
  expect(await rows("elder_pairing_visit")).toMatchObject([{ spirits: null, findings: null }]);
  expect(await rows("elder_pairing_need")).toMatchObject([{ kind: null, words: null }]);
  await stage.call("POST /elders/:elderId/visits", { params: { elderId }, body: { ...visit, clientId: "v2", wrong: ["fell", "water"], words: "要修水管" } });
  const [, second] = await rows("elder_pairing_visit");
  const [found] = await stage.ask((ctx): Promise<string[]> => ctx.disclose([second.findings], "visit"));
  expect([second.spirits, JSON.parse(found!)]).toEqual([null, { wrong: ["water"], words: "要修水管" }]);
  await stage.call("POST /elders/:elderId/visits", { params: { elderId }, body: { ...visit, clientId: "v3", needs } });
  expect(await rows("elder_pairing_need")).toMatchObject([
    { kind: null, words: null },
    { kind: null, words: null },
  ]);
  // A fall still brings somebody within a day; that it was one is not noted.
  expect(await rows("elder_pairing_trigger")).toMatchObject([{ kind: "event", what: null }]);
  for (const file of await databaseFiles(stage)) expect(readFileSync(file).includes("金丝雀")).toBe(false);
});

test("the sheet they once agreed on brings nothing of it back; a consent of a later day does", async () => {
  const elderId = await begin();
  await withdraw(elderId, "health");

  await stage.bringElder(1, "周桂兰", "柳树坡村", { ...line, phone: "19900000031" });
  const old = (await show(elderId)).card.care;
  await stage.bringElder(1, "周桂兰", "柳树坡村", { ...line, consentOn: "2026-09-04" });

  expect(old).toEqual({ living: "alone", ability: "unsaid", flags: [] });
  expect((await show(elderId)).card.care.flags).toEqual(["falls", "medicine"]);
});

test("without the consent to visits none is planned, the wish cannot say otherwise, helpers stay; agreeing again plans them again", async () => {
  const elderId = await begin();
  await stage.call("PUT /elders/:elderId/wish", { params: { elderId }, body: { wish: "visit" } });
  const due = async () => (await rows("elder_pairing_due")).filter(({ state }) => state === "due").length;
  const planned = await due();

  await withdraw(elderId, "visits");
  const [without, helpers] = [await due(), await stage.helpersOf("周桂兰")];
  const refused = await stage.call("PUT /elders/:elderId/wish", { params: { elderId }, body: { wish: "phone" } });
  await stage.bringElder(1, "周桂兰", "柳树坡村", { ...line, wish: "上门" });
  const stays = (await show(elderId)).wish;
  const again = await give(elderId, "visits");

  expect(planned).toBeGreaterThan(0);
  expect([without, helpers.length, refused.body.code, stays]).toEqual([0, 2, "elder-pairing.visitsRefused", "none"]);
  expect([again.status, (await show(elderId)).wish]).toEqual([200, "visit"]);
  expect(await due()).toBeGreaterThan(0);
});

test("who never agreed and says no is kept as who took it back; a consent that is none is refused", async () => {
  const elderId = await begin();

  await withdraw(elderId, "posting");
  const unknown = await withdraw(elderId, "none");

  expect((await rows("elder_pairing_consent")).find(({ scope }) => scope === "posting")).toMatchObject({ withdrawnOn: "2026-09-03" });
  expect([unknown.status, unknown.body.code]).toEqual([404, "elder-pairing.scopeUnknown"]);
});
