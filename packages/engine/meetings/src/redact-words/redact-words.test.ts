import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

const phone = "19900001234";
let council: Council<Running>;
let meetingId: string;
let noticeId: string;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });
  council.app.ports.setTime("2026-09-09T15:00");
  const recorder = recorderOf(council.app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: `周末开放活动室，找老张 ${phone} 拿钥匙` })).body.outcomes[0].id;
  const decisionId = (await recorder.send({ kind: "vote", motionId, attending: 16, yes: 9, no: 7, abstain: 0 })).body.outcomes[0].id;
  await recorder.send({ kind: "openParts", decisionId, parts: [{ title: "配钥匙", standard: `老张（${phone}）拿到钥匙` }] });
  await recorder.send({ kind: "position", itemId, partyName: (await recorder.room()).body.people[0].partyName, stance: "for", words: `可以打 ${phone}` });
  const partId = (await recorder.room()).body.parts[0].id;
  await recorder.send({ kind: "deferPart", partId, reason: "等老张回来", reviewOn: "2026-10-13" });
  await recorder.send({ kind: "close" });
  await post("POST /meetings/:meetingId/texts", { itemId, kind: "explanation", words: `老张说随时打 ${phone}` });
  await post("POST /meetings/:meetingId/minutes-confirmation", {});
  noticeId = (await post("POST /meetings/:meetingId/public-notice", { fromOn: "2026-09-09", days: 7 })).body.id;
  await council.app.call("POST /public/notices/:noticeId/objections", { params: { noticeId }, body: { words: `${phone} 打不通` } });
});
afterEach(() => council.app.close());

const post = (path: string, body: object) => council.app.call(path, { params: { meetingId }, body });
const takeOut = (words: string, reason = "本人要求删除电话") => post("POST /meetings/:meetingId/redactions", { words, reason });
const page = async () => (await council.app.call("GET /public/notices/:noticeId", { params: { noticeId } })).text;

/** Every text of every row of every table of the three plugins. */
async function everything(): Promise<string> {
  const tables = {
    meetings: ["command", "motion", "decision", "text", "told", "public_notice", "objection", "agenda_item", "redaction"],
    commitments: ["part", "line", "entry"],
    matters: ["matter", "entry"],
  };
  const rows: unknown[] = [];
  for (const [plugin, names] of Object.entries(tables))
    for (const name of names) rows.push(await council.app.write(plugin, ({ db }) => db.selectFrom(`${plugin}_${name}`).selectAll().execute()));
  return JSON.stringify(rows);
}

test("before anything is taken out it is said where the words stand, and nothing is changed", async () => {
  const before = await everything();

  const { body } = await post("POST /meetings/:meetingId/word-search", { words: phone });

  expect(body.found).toEqual([
    { kind: "process", records: 3 },
    { kind: "decisions", records: 2 },
    { kind: "minutes", records: 2 },
    { kind: "notices", records: 1 },
    { kind: "objections", records: 1 },
    { kind: "parts", records: 1 },
  ]);
  expect(await everything()).toBe(before);
});

test("a number that was written down stands nowhere any more, and log and notice still prove themselves", async () => {
  await takeOut(phone);

  expect(await everything()).not.toContain(phone);
  expect(await page()).toContain("〔已删去〕");
  expect(await page()).not.toContain("199****1234");
  expect(await council.app.verify()).toEqual([]);
});

test("what is left is still watched: a change after it is noticed", async () => {
  await takeOut(phone);
  const { id, payload } = await council.app.db.selectFrom("meetings_command").selectAll().where("kind", "=", "move").executeTakeFirstOrThrow();
  await council.app.write("meetings", ({ db }) =>
    db
      .updateTable("meetings_command")
      .set({ payload: { ...payload, text: "别的" } })
      .where("id", "=", id)
      .execute(),
  );

  expect(await council.app.verify()).toEqual([`记下过的内容被改动过：会议过程 ${id}`]);
});

test("words gone without this way are noticed", async () => {
  const { id, payload } = await council.app.db.selectFrom("meetings_command").selectAll().where("kind", "=", "move").executeTakeFirstOrThrow();
  await council.app.write("meetings", ({ db }) =>
    db
      .updateTable("meetings_command")
      .set({ payload: { ...payload, text: "周末开放活动室，找老张 〔已删去〕 拿钥匙" } })
      .where("id", "=", id)
      .execute(),
  );

  expect(await council.app.verify()).toEqual([`记下过的内容被改动过：会议过程 ${id}`]);
});

test("who took something out, when and why stays, without the words; the notice says that it was done", async () => {
  await takeOut(phone);

  const { redactions } = (await council.app.call("GET /meetings/:meetingId/redactions", { params: { meetingId } })).body;
  const notice = (await council.app.call("GET /public/notices/:noticeId/state", { params: { noticeId } })).body;
  expect(redactions).toMatchObject([{ reason: "本人要求删除电话", records: 10, at: "2026-09-09T07:00:00.000Z" }]);
  expect(notice.takenOutAt).toEqual(["2026-09-09T07:00:00.000Z"]);
});

test("words that stand nowhere, and a reason that says them again, are refused", async () => {
  expect((await takeOut("19900009999")).body).toMatchObject({ code: "meetings.wordsNotFound", field: "body.words" });
  expect((await takeOut(phone, `删 ${phone}`)).body).toMatchObject({ code: "meetings.reasonHasWords", field: "body.reason" });
});

test("a word that is also a kind or a choice takes nothing out of what the program goes by", async () => {
  await takeOut("老张");
  const before = await council.app.db.selectFrom("meetings_command").select("kind").orderBy("position").execute();

  expect((await takeOut("position")).body).toMatchObject({ code: "meetings.wordsNotFound" });
  expect(before.map(({ kind }) => kind)).toContain("position");
  expect((await recorderOf(council.app, meetingId).room()).status).toBe(200);
});

test("a later meeting with the same work on its list is named where its own records have the words too, for who may publish there", async () => {
  const partId = (await recorderOf(council.app, meetingId).room()).body.parts[0].id;
  const later = await aMeeting(council.app, {
    bodyId: council.bodyId,
    items: [{ partId, minutes: 10 }],
    placeText: `老张家（${phone}）`,
    startsAt: "2026-10-14T15:00",
  });

  const { elsewhere } = (await post("POST /meetings/:meetingId/word-search", { words: phone })).body;
  await takeOut(phone);
  const after = (await post("POST /meetings/:meetingId/word-search", { words: phone })).body;

  expect(elsewhere.map(({ id }: { id: string }) => id)).toEqual([later]);
  expect([after.found, after.elsewhere.map(({ id }: { id: string }) => id)]).toEqual([[], [later]]);
});

test("notes of the steps a matter goes through are reached, and the audit never had the words", async () => {
  const { matterId, community } = council;
  const about = await aMeeting(council.app, { bodyId: council.bodyId, items: [{ matterId, minutes: 30 }], startsAt: "2026-10-21T15:00" });
  const chain = await council.app.call("POST /chains", { body: { placeId: community.placeId, kind: "cn.four_talks", title: "办食堂", matterId } });
  await council.app.call("POST /chains/:chainId/steps", {
    params: { chainId: chain.body.id },
    body: { step: "propose", doneOn: "2026-09-08", note: `电话问过老张 ${phone}` },
  });
  await council.app.call("POST /chains/:chainId/stop", { params: { chainId: chain.body.id }, body: { reason: `老张 ${phone} 不来了` } });

  const { body } = await council.app.call("POST /meetings/:meetingId/redactions", { params: { meetingId: about }, body: { words: phone, reason: "本人要求" } });

  expect(body.found).toEqual([{ kind: "decisions", records: 2 }]);
  expect(JSON.stringify(await council.app.audited())).not.toContain(phone);
});
