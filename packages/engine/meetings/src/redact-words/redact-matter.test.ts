import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aCommunity, aPerson } from "@lianxin/directory/testing";
import { recorderOf } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins } from "../test-council.js";
import { aMeeting } from "../testing.js";

const phone = "19900001234";
let app: Running;
let placeId: string;
let matterId: string;
beforeEach(async () => {
  app = await startPlugin(server, { with: councilPlugins });
  placeId = (await aCommunity(app)).placeId;
  app.signInAs("secretary");
  matterId = (
    await app.call("POST /matters", { of: "matters", body: { placeId, title: `楼道灯坏了，打 ${phone}`, detail: `老张 ${phone} 有钥匙`, reporter: "self" } })
  ).body.id;
  await inMatters("POST /matters/:matterId/screening-begun", {});
  const answers = { isPublic: true, isLawful: true, isOurLevel: true, isConcrete: true, isNew: true, areSidesKnown: true, usesMaintenanceFund: false };
  await inMatters("POST /matters/:matterId/screenings", { outcome: "accepted", answers, reason: `问过 ${phone}` });
  await about("POST /matters/:matterId/promises", { title: "换灯", standard: `灯亮，老张 ${phone} 看过` });
});
afterEach(() => app.close());

const about = (path: string, body?: object) => app.call(path, { params: { matterId }, ...(body && { body }) });
const inMatters = (path: string, body?: object) => app.call(path, { of: "matters", params: { matterId }, ...(body && { body }) });
const takeOut = (words: string, reason = "本人要求删除电话") => about("POST /matters/:matterId/redactions", { words, reason });

/** Every text of every row in which what was said of the matter is kept. */
async function everything(): Promise<string> {
  const tables = {
    meetings: ["chain", "chain_step", "matter_redaction"],
    commitments: ["part", "line", "entry"],
    matters: ["matter", "entry", "screening"],
  };
  const rows: unknown[] = [];
  for (const [plugin, names] of Object.entries(tables))
    for (const name of names) rows.push(await app.write(plugin, ({ db }) => db.selectFrom(`${plugin}_${name}`).selectAll().execute()));
  return JSON.stringify(rows);
}

test("of a matter no meeting ever dealt with it is said where the words stand, and nothing is changed", async () => {
  const before = await everything();

  const { body } = await about("POST /matters/:matterId/word-search", { words: phone });

  expect(body).toEqual({
    found: [
      { kind: "matters", records: 3 },
      { kind: "parts", records: 1 },
    ],
    elsewhere: [],
  });
  expect(await everything()).toBe(before);
});

test("a number in a matter, its screening, its steps and the work for it stands nowhere any more, and the audit proves itself and never had it", async () => {
  const chain = await app.call("POST /chains", { body: { placeId, kind: "cn.four_talks", title: `找 ${phone} 装灯`, matterId } });
  await app.call("POST /chains/:chainId/steps", {
    params: { chainId: chain.body.id },
    body: { step: "propose", doneOn: "2026-09-01", note: `电话问过 ${phone}` },
  });

  const { body } = await takeOut(phone);

  expect(body.found).toContainEqual({ kind: "steps", records: 2 });
  expect(await everything()).not.toContain(phone);
  expect((await inMatters("GET /matters/:matterId")).body.title).toBe("楼道灯坏了，打 〔已删去〕");
  expect(JSON.stringify(await app.audited())).not.toContain(phone);
  expect(await app.verify()).toEqual([]);
});

test("who took something out of a matter, when and why stays, without the words", async () => {
  await takeOut(phone);

  const { redactions } = (await about("GET /matters/:matterId/redactions")).body;

  expect(redactions).toMatchObject([{ reason: "本人要求删除电话", records: 4, by: "王秀珍" }]);
});

test("words that stand nowhere in a matter, and a reason that says them again, are refused", async () => {
  expect((await takeOut("19900009999")).body).toMatchObject({ code: "meetings.wordsNotInMatter", field: "body.words" });
  expect((await takeOut(phone, `删 ${phone}`)).body).toMatchObject({ code: "meetings.reasonHasWords", field: "body.reason" });
});

test("who may not publish there takes nothing out of a matter", async () => {
  await aPerson(app, { fullName: "李建平", placeId, role: "grid_leader", account: "grid" });

  expect((await app.call("POST /matters/:matterId/redactions", { params: { matterId }, body: { words: phone, reason: "随便" }, as: "grid" })).status).toBe(403);
  expect((await app.call("POST /matters/:matterId/redactions", { params: { matterId: "none" }, body: { words: phone, reason: "随便" } })).status).toBe(404);
});

test("a meeting that dealt with a matter is named where its own records have the words", async () => {
  await app.close();
  const council = await aCouncil((app = await startPlugin(server, { with: councilPlugins })));
  matterId = council.matterId;
  const meetingId = await aMeeting(app, { bodyId: council.bodyId, items: [{ matterId, minutes: 30 }], startsAt: "2026-09-09T15:00" });
  app.ports.setTime("2026-09-09T15:00");
  const recorder = recorderOf(app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  await recorder.send({ kind: "move", itemId: (await recorder.room()).body.items[0].id, text: `找老张 ${phone} 修墙` });

  const { body } = await about("POST /matters/:matterId/word-search", { words: phone });

  expect(body.found).toEqual([]);
  expect(body.elsewhere.map(({ id }: { id: string }) => id)).toEqual([meetingId]);
});
