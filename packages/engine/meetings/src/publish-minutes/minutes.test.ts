import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf, type Recorder } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { textOfDocument } from "../test-documents.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let meetingId: string;
let recorder: Recorder;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, items: [{ matterId: council.matterId, minutes: 60 }], startsAt: "2026-09-09T15:00" });
  council.app.ports.setTime("2026-09-09T15:00");
  recorder = recorderOf(council.app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "先拆除清理" })).body.outcomes[0].id;
  const decisionId = (await recorder.send({ kind: "vote", motionId, attending: 16, yes: 14, no: 1, abstain: 1 })).body.outcomes[0].id;
  const parts = (await recorder.send({ kind: "openParts", decisionId, parts: [{ title: "拆除与清运", standard: "过磅单齐全" }] })).body.room.parts;
  const { organizations, people } = council;
  await recorder.send({
    kind: "claim",
    partId: parts[0].id,
    origin: "claimed",
    ownerOrganizationId: organizations.物业,
    ownerId: people["吴琴"],
    dueOn: "2026-09-20",
    supportingOrganizationIds: [organizations.社区],
  });
});
afterEach(() => council.app.close());

const call = (path: string, more: { query?: Record<string, string | number>; body?: object; as?: string | null; params?: Record<string, string> } = {}) =>
  council.app.call(path, { ...more, params: { meetingId, ...more.params } });
const write = (words: string, more: object = {}) => call("POST /meetings/:meetingId/texts", { body: { kind: "explanation", words, ...more } });
const inflated = (path: string): Promise<string> => textOfDocument(council.app, `/api/meetings/meetings/${meetingId}/${path}`);

test("the minutes are a document with attendance, the vote and its arithmetic, and who owns what until when", async () => {
  const itemId = (await recorder.room()).body.items[0].id;
  await write("暴雨后墙体坍毁约 12 米。", { itemId });
  await recorder.send({ kind: "position", itemId, partyName: "居民代表", stance: "for", words: "早拆早安心" });
  council.app.ports.setTime("2026-09-09T15:40");
  await recorder.goOut(1);
  council.app.ports.setTime("2026-09-09T16:20");
  await recorder.send({ kind: "close" });

  const [minutes, record, official] = [await inflated("minutes.docx"), await inflated("record.docx"), await inflated("minutes.docx?layout=gbt9704")];

  for (const words of [
    "〔2026〕第 9 期",
    "暴雨后墙体坍毁约 12 米",
    "应到 21 人，实到 16 人；赞成 14 票，反对 1 票，弃权 1 票",
    "14×2 &gt; 16，通过",
    "和平苑物业",
    "吴琴",
    "2026年9月20日",
    "民法典第278条",
    "居民代表（赞成）：早拆早安心",
  ])
    expect(
      [minutes, official].every((paper) => paper.includes(words)),
      words,
    ).toBe(true);
  for (const words of [
    ...["会议记录", "1王秀珍社区代表15:00—16:20", "16梁美珍居民代表代表15:00—15:40", "居民代表（赞成）：早拆早安心", "暴雨后墙体坍毁约 12 米"],
    "1. 拆除与清运：由和平苑物业吴琴认领，2026年9月20日前办好。销号标准：过磅单齐全。配合：光明路社区居委会。",
    "以上记录当场读过，与会议情况相符。",
  ])
    expect(record).toContain(words);
  expect(minutes).not.toContain("以上记录当场读过");
  expect([minutes, record, official].map((paper) => paper.includes("14 票赞成"))).toEqual([false, false, false]);
});

test("the draft of the minutes tells the vote and the owners by itself, and only what people write can be changed", async () => {
  const before = (await call("GET /meetings/:meetingId/minutes-draft")).body;
  await recorder.send({ kind: "position", itemId: before.items[0].id, partyName: "物业", stance: "for", words: "月底前清完" });
  await write("物业已备好车", { itemId: before.items[0].id, kind: "opinion" });
  await recorder.send({ kind: "close" });

  const { body } = await call("GET /meetings/:meetingId/minutes-draft");
  await call("POST /meetings/:meetingId/minutes-confirmation");

  expect(before).toMatchObject({ isClosed: false, isOpen: true, items: [{ generated: [] }] });
  expect(body).toMatchObject({ isClosed: true, isOpen: true, leftovers: [] });
  expect(body.items[0].generated).toEqual([
    "物业（赞成）：月底前清完",
    "先拆除清理：14 票赞成、1 票反对、1 票弃权。14×2 > 16，通过。",
    "提示：其中该由业主大会决定的部分，要业主大会表决（民法典第278条）。",
    "拆除与清运：和平苑物业 吴琴，9月20日（周日） 前",
  ]);
  expect((await call("GET /meetings/:meetingId/minutes-draft")).body.isOpen).toBe(false);
});

test("minutes that stand are opened again to be mended, and not once they are up", async () => {
  await recorder.send({ kind: "close" });
  await call("POST /meetings/:meetingId/minutes-confirmation");
  const { body } = await call("POST /meetings/:meetingId/minutes-reopening");
  const mended = await write("漏写的一句");
  await call("POST /meetings/:meetingId/minutes-confirmation");
  await call("POST /meetings/:meetingId/public-notice", { body: { fromOn: "2026-09-09", days: 7 } });

  expect([body.state, mended.status]).toEqual(["minutes_draft", 200]);
  expect((await call("POST /meetings/:meetingId/minutes-reopening")).body.code).toBe("meetings.stateWrong");
});

test("a notice for a day to come is known to its meeting and can be taken back before anybody sees it", async () => {
  await recorder.send({ kind: "close" });
  await call("POST /meetings/:meetingId/minutes-confirmation");
  const { id } = (await call("POST /meetings/:meetingId/public-notice", { body: { fromOn: "2026-09-11", days: 7 } })).body;
  const before = (await recorder.room()).body.notice;

  const { status } = await call("POST /public-notices/:noticeId/withdrawal", { params: { noticeId: id }, body: { reason: "还要改" } });

  expect(before).toEqual({ id, fromOn: "2026-09-11" });
  expect([status, (await recorder.room()).body.notice, (await recorder.room()).body.state]).toEqual([200, null, "minutes_draft"]);
});

test("before the meeting is closed there are no minutes", async () => {
  expect((await call("GET /meetings/:meetingId/minutes.docx")).body.code).toBe("meetings.noMinutesYet");
});

test("two people who write over the same version at once have both their changes in one text, and the layers stay underneath", async () => {
  const { body } = await write("墙塌了\n没有伤人");
  const [one, two] = await Promise.all([
    write("墙塌了 12 米\n没有伤人", { replacesId: body.id }),
    write("墙塌了\n没有伤人\n板房砸坏一间", { replacesId: body.id }),
  ]);

  const { texts } = (await call("GET /meetings/:meetingId/texts")).body;
  const layers = await council.app.write<unknown[]>("meetings", ({ db }) =>
    db.selectFrom("meetings_text").selectAll().where("meetingId", "=", meetingId).execute(),
  );

  expect([one.body.isMerged, two.body.isMerged].sort()).toEqual([false, true]);
  expect(texts.map((text: { words: string }) => text.words)).toEqual(["墙塌了 12 米\n没有伤人\n板房砸坏一间"]);
  expect(layers).toHaveLength(3);
});

test("where two people wrote the same line differently both writings stand, and the second one is told", async () => {
  const { body } = await write("第一稿");
  await write("书记改的", { replacesId: body.id });

  const { body: second } = await write("记录人改的", { replacesId: body.id });
  const { texts } = (await call("GET /meetings/:meetingId/texts")).body;

  expect(second).toMatchObject({ isMerged: true, clashes: 1, words: "记录人改的\n书记改的" });
  expect(texts).toMatchObject([{ id: second.id, words: "记录人改的\n书记改的" }]);
});

test("a text under the wrong item is emptied and leaves the papers; one that was never written is refused", async () => {
  const { body } = await write("写错地方了");
  await write("", { replacesId: body.id });

  expect((await call("GET /meetings/:meetingId/texts")).body.texts).toEqual([]);
  expect((await write("  ")).body).toMatchObject({ code: "meetings.textNeeded", field: "body.words" });
});

test("a text is written over one of its own kind and item, and over no other", async () => {
  const { body } = await write("第一稿");

  expect((await write("意见", { kind: "opinion", replacesId: body.id })).body.code).toBe("meetings.textUnknown");
});

test("the public version is frozen with its hash, for anyone, without names of those who came and without phones", async () => {
  await write("有事找何志远 19900001000", { itemId: (await recorder.room()).body.items[0].id });
  await recorder.send({ kind: "close" });
  const early = await call("POST /meetings/:meetingId/public-notice", { body: { fromOn: "2026-09-11", days: 7 } });
  await call("POST /meetings/:meetingId/minutes-confirmation");

  const { body } = await call("POST /meetings/:meetingId/public-notice", { body: { fromOn: "2026-09-11", days: 7 } });
  const before = await call("GET /public/notices/:noticeId", { as: null, params: { noticeId: body.id } });
  council.app.ports.setTime("2026-09-11T08:00");
  const page = await call("GET /public/notices/:noticeId", { as: null, params: { noticeId: body.id } });
  const list = await call("GET /public/notices", { as: null });

  expect([early.body.code, before.status, page.status]).toEqual(["meetings.stateWrong", 404, 200]);
  expect(page.text).toContain("2026年9月11日至2026年9月18日");
  expect(page.text).toContain("出席 16 人");
  expect(page.text).toContain("其中该由业主大会决定的部分，要业主大会表决（民法典第278条）");
  expect(page.text).not.toMatch(/1990000\d{4}|周兰|张桂英/);
  expect(list.body.notices).toMatchObject([{ id: body.id, fromOn: "2026-09-11", toOn: "2026-09-18", hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
});

test("the public ledger names the decision, its arithmetic, the unit and the due date, and no person", async () => {
  await recorder.send({ kind: "close" });
  await call("POST /meetings/:meetingId/minutes-confirmation");
  await call("POST /meetings/:meetingId/public-notice", { body: { fromOn: "2026-09-09", days: 7 } });

  const answer = await call("GET /public/decisions", { as: null });

  expect(answer.body.decisions).toMatchObject([
    {
      text: "先拆除清理",
      arithmetic: "14×2 > 16",
      counts: { yes: 14, no: 1, abstain: 1 },
      number: "〔2026〕第 9 次",
      parts: [{ title: "拆除与清运", lead: "和平苑物业", dueOn: "2026-09-20" }],
    },
  ]);
  expect(answer.text).not.toContain("吴琴");
});

test("sign-in sheet, ballots, tally sheet, claim slip and due dates come as pages and a calendar", async () => {
  const { parts, motions } = (await recorder.room()).body;

  const pages = [
    await call("GET /meetings/:meetingId/sign-in-sheet"),
    await call("GET /meetings/:meetingId/ballots", { query: { motionId: motions[0].id } }),
    await call("GET /meetings/:meetingId/tally-sheet"),
    await call("GET /meetings/:meetingId/parts/:partId/claim-slip", { params: { partId: parts[0].id } }),
    await call("GET /meetings/:meetingId/due-dates.ics"),
  ];

  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const [signIn, ballots, tally, slip, dates] = pages.map(({ text }) => text);
  expect([signIn!.match(/<tr>/g)!.length > 22, ballots!.split("表决事项：").length - 1, tally!.includes("11×2 &gt; 21"), slip!.includes("任务认领书")]).toEqual(
    [true, 21, true, true],
  );
  expect(dates!.replace(/\r\n[ \t]/g, "")).toContain("到期：拆除与清运（和平苑物业）");
});

test("the ledger's slip of what was promised names the meeting as the meeting's own slip does, and not what was decided", async () => {
  const { partId, commitmentId } = (await council.app.call("GET /ledger", { of: "commitments", query: { filter: "all" } })).body.lines[0];
  const ledgers = await council.app.call("GET /commitments/:commitmentId/slip", { of: "commitments", params: { commitmentId } });
  const own = await call("GET /meetings/:meetingId/parts/:partId/claim-slip", { params: { partId } });
  const meetingOf = ({ text }: { readonly text: string }) => /<th>会议<\/th>\s*<td class="left">(.*?)<\/td>/.exec(text)?.[1];

  expect(meetingOf(ledgers)).toContain("〔2026〕第 9 次");
  expect(meetingOf(ledgers)).toBe(meetingOf(own));
});
