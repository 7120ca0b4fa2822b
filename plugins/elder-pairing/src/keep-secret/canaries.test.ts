import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { aPerson } from "@lianxin/directory/testing";
import { databaseFiles } from "../testing/database-files.js";
import { urgeVisits } from "../urge-visits/urge-visits.js";
import { plantCanaries, type Ground, type Planted } from "./plant-canaries.js";

let planted: Planted;
afterEach(() => planted.stage.app.close());

/** Every row of every table as it lies in the database, the platform's own (audit, outbox, kept answers) included. */
const everything = (): Promise<string> => {
  const { database } = planted.stage.app.app.platform;
  return database.disarmed(async () => {
    const tables = (await database.root.introspection.getTables()).filter(({ isView }) => !isView);
    const rows = await Promise.all(tables.map(({ name }) => database.root.selectFrom(name).selectAll().execute()));
    return JSON.stringify(rows);
  });
};
const found = (text: string | Buffer, words: readonly string[]): string[] => words.filter((word) => text.includes(word));
const open = ({ ids }: Ground, as: string) => planted.stage.call("GET /elders/:elderId", { as, params: ids });

test("what was planted in each sealed column is read by who may, and stands nowhere in the file, its log, a backup, the server's log, the audit or a letter", async () => {
  planted = await plantCanaries();
  const { stage, here, there, log } = planted;
  stage.app.ports.setTime("2026-09-14T08:30");
  await stage.ask((ctx) => urgeVisits(ctx));
  const birds = [...here.canaries, ...there.canaries];
  const { body } = await open(here, "secretary");

  expect(found(JSON.stringify(body), here.canaries).length).toBeGreaterThan(7);
  expect(found(JSON.stringify(body), here.marks)).toEqual(['"condition":"attention"', '"living":"alone"']);
  const text = await everything();
  // Also words of closed sets, which stand in many rows: how somebody lives, is, and what kind of help they need.
  const closed = ["living", '"attention"', '"medical"', "empty_nest", "hospital"];
  expect(found(text, [...birds, ...closed])).toEqual([]);
  const files = await databaseFiles(stage);
  for (const file of files) expect([file, found(readFileSync(file), [...birds, "living", "attention", "medical", "hospital"])]).toEqual([file, []]);
  // The same searches do find what stands open.
  expect(found(text, [here.elder, "/elders/:elderId"])).toEqual([here.elder, "/elders/:elderId"]);
  expect(files.length === 0 || files.some((file) => readFileSync(file).includes(here.elder))).toBe(true);
  expect(log.some((line) => line.includes("/elders/:elderId"))).toBe(true);
  expect(found(log.join("\n"), [...birds, here.elder, there.elder])).toEqual([]);
  const letters = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").select(["kind", "payload"]).execute();
  expect(letters.some(({ kind }) => kind === "sms")).toBe(true);
  expect(found(letters.map(({ payload }) => payload).join("\n"), [here.elder, there.elder])).toEqual([]);
});

test("who is erased in the directory is erased here: figures stay, and no name, no key, no line of a cadre and no file says who it was", async () => {
  planted = await plantCanaries();
  const { stage, here } = planted;
  const personId = await aPerson(stage.app, { fullName: here.elder });
  await stage.call("PUT /elders/:elderId/person", { params: here.ids, body: { personId } });
  await stage.ask(({ db }) =>
    db
      .updateTable("elder_pairing_cadre")
      .set({ kin: JSON.stringify({ parents: [], knows: [here.elder] }) })
      .where("id", "=", here.ids.cadreId)
      .execute(),
  );
  const sums = async () => {
    const { needsRaised, needsClosed, towns } = (await stage.call("GET /sums")).body;
    return [needsRaised, needsClosed, towns[0].visited];
  };
  const visits = async (): Promise<number> => (await stage.ask<any[]>(({ db }) => db.selectFrom("elder_pairing_visit").select("id").execute())).length;
  const [before, count] = [await sums(), await visits()];

  await stage.call("POST /people/:personId/erasure", { of: "directory", params: { personId }, body: { name: here.elder } });
  const { erasedListener } = await import("../keep-people/erased.listener.js");
  await stage.ask((ctx) => erasedListener.handle({ personId }, ctx, { eventId: "erased" }));

  const after = await open(here, "secretary");
  expect(after.body).toMatchObject({ name: "（已抹去）", birthYear: 0, card: { care: null, contacts: [{ name: "", phone: "" }] } });
  expect([await sums(), await visits()]).toEqual([before, count]);
  expect(found(await everything(), [here.elder, ...here.canaries])).toEqual([]);
  for (const file of await databaseFiles(stage)) expect([file, found(readFileSync(file), [...here.canaries])]).toEqual([file, []]);
  const kin = await stage.ask(async ({ db, disclose }) => {
    const rows: any[] = await db.selectFrom("elder_pairing_cadre").select("kin").execute();
    return disclose(
      rows.map((row) => row.kin),
      "erasing",
    );
  });
  expect(found(kin.join("\n"), [here.elder])).toEqual([]);
});

test("a cadre who is erased is nobody in the elders' history, and somebody else answers the same day", async () => {
  planted = await plantCanaries();
  const { stage, here } = planted;
  const name = (await stage.call("GET /cadres")).body.cadres.find(({ id }: any) => id === here.ids.cadreId).name;

  const refused = await stage.call("POST /cadres/:cadreId/erase", { params: here.ids, body: { name: "别人" } });
  const erased = await stage.call("POST /cadres/:cadreId/erase", { params: here.ids, body: { name } });

  expect([refused.body.code, erased.status]).toEqual(["elder-pairing.nameWrong", 200]);
  const { pairs } = (await stage.call("GET /elders/:elderId/history", { params: here.ids })).body;
  expect(pairs.map(({ cadre }: any) => cadre)).toContain("（已抹去）");
  expect(found(await everything(), [name])).toEqual([]);
  const { helpers } = (await stage.call("GET /elders/:elderId/helpers", { params: here.ids, query: { on: "2026-09-03" } })).body;
  expect(helpers.length).toBeGreaterThan(0);
});
