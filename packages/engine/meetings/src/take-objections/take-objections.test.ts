import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let noticeId: string;

/** The minutes of 09-09 are up from 09-11 to 09-18; it is the first day, 09:00. */
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  const meetingId = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });
  at("2026-09-09T15:00");
  const recorder = recorderOf(council.app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "周末也开放活动室" })).body.outcomes[0].id;
  await recorder.send({ kind: "vote", motionId, attending: 16, yes: 16, no: 0, abstain: 0 });
  await recorder.send({ kind: "close" });
  at("2026-09-11T09:00");
  await call("POST /meetings/:meetingId/minutes-confirmation", { meetingId }, {});
  noticeId = (await call("POST /meetings/:meetingId/public-notice", { meetingId }, { fromOn: "2026-09-11", days: 7 })).body.id;
});
afterEach(() => council.app.close());

const at = (time: string) => council.app.ports.setTime(time);
const call = (path: string, params: Record<string, string>, body?: object, as: string | null = "secretary") =>
  council.app.call(path, { params, as, ...(body && { body }) });
const object = (words = "太吵", more: object = {}) => call("POST /public/notices/:noticeId/objections", { noticeId }, { words, ...more }, null);
const show = async (as: string | null = "secretary") => (await call("GET /public/notices/:noticeId/state", { noticeId }, undefined, as)).body;
const answer = (objectionId: string, isUpheld = false) => call("POST /objections/:objectionId/answer", { objectionId }, { answer: "晚上九点关门", isUpheld });
const settle = () => council.app.write("meetings", (ctx) => server.jobs.find(({ id }) => id === "settle-notices")!.run(ctx));

test("anybody objects while a notice is up, with or without a name, and only who answers reads it", async () => {
  const [named, unnamed] = [await object("晚上太吵", { name: "周兰" }), await object("没问过我们")];

  const [forOffice, forAnybody] = [await show(), await show(null)];

  expect([named.status, unnamed.status]).toEqual([200, 200]);
  expect(forOffice).toMatchObject({ state: "objected", mayAnswer: true, toOn: "2026-09-18" });
  expect(forOffice.objections.map(({ words, name, state }: Record<string, string>) => [words, name, state])).toEqual([
    ["晚上太吵", "周兰", "received"],
    ["没问过我们", null, "received"],
  ]);
  expect([forAnybody.state, forAnybody.mayAnswer, forAnybody.objections]).toEqual(["objected", false, []]);
  expect((await call("GET /objected-notices", {})).body.notices).toMatchObject([{ id: noticeId }]);
});

test("a notice stands when its window is over and every objection has its answer, not before", async () => {
  await object();
  at("2026-09-19T00:10");
  await settle();
  const waiting = (await show()).state;
  const [{ id }] = (await show()).objections;
  const answered = await answer(id);
  const again = await answer(id, true);
  const cleared = (await show()).state;
  await settle();

  expect([waiting, answered.status, again.body.code, cleared]).toEqual(["objected", 200, "meetings.objectionAnswered", "up"]);
  expect(await show()).toMatchObject({ state: "settled", objections: [{ answer: "晚上九点关门", answeredBy: "王秀珍" }] });
});

test("an upheld objection keeps a notice from ever standing: it is taken down, the minutes are mended and put up anew", async () => {
  const { meetingId } = (await council.app.db.selectFrom("meetings_public_notice").selectAll().executeTakeFirstOrThrow()) as { meetingId: string };
  await object("晚上太吵");
  const [{ id }] = (await show()).objections;
  await answer(id, true);
  at("2026-09-19T00:10");
  await settle();
  const faulted = [(await show()).state, (await call("GET /objected-notices", {})).body.notices];
  await call("POST /public-notices/:noticeId/withdrawal", { noticeId }, { reason: "采纳意见，改为晚上七点关门" });

  const unread = await call("POST /meetings/:meetingId/public-notice", { meetingId }, { fromOn: "2026-09-19", days: 7 });
  await call("POST /meetings/:meetingId/minutes-confirmation", { meetingId }, {});
  const anew = await call("POST /meetings/:meetingId/public-notice", { meetingId }, { fromOn: "2026-09-19", days: 7 });
  const posted = (await call("GET /public/decisions", {}, undefined, null)).body.decisions;

  expect(faulted).toEqual(["faulted", [{ id: noticeId, title: expect.any(String), toOn: "2026-09-18", isFaulted: true }]]);
  expect([unread.body.code, anew.status, posted.length]).toEqual(["meetings.stateWrong", 200, 1]);
  expect(await council.app.verify()).toEqual([]);
});

test("the last day of the window is still in it, the day after is not, and an empty objection is none", async () => {
  at("2026-09-18T23:50");
  const [late, empty] = [await object(), await object("  ")];
  at("2026-09-19T00:01");
  const over = await object();

  expect([late.status, empty.status]).toEqual([200, 400]);
  expect([over.status, over.body.code, over.body.message, over.body.remedy]).toEqual([
    409,
    "meetings.windowOver",
    "公示期 2026-09-18 已满",
    "请直接向社区反映，或另记一件事",
  ]);
});

test("what is taken down says when and why, is in no list of decisions, and takes no more objections; its page stays kept", async () => {
  const before = (await call("GET /public/decisions", {}, undefined, null)).body.decisions.length;
  const stranger = await call("POST /public-notices/:noticeId/withdrawal", { noticeId }, { reason: "不想要了" }, "hezhiyuan");
  const { status } = await call("POST /public-notices/:noticeId/withdrawal", { noticeId }, { reason: "日期写错，重新公示" });

  const page = await call("GET /public/notices/:noticeId", { noticeId }, undefined, null);
  const after = (await call("GET /public/decisions", {}, undefined, null)).body.decisions.length;
  const kept = await council.app.write<{ page: string }[]>("meetings", ({ db }) => db.selectFrom("meetings_public_notice").select("page").execute());

  expect([stranger.status, status, before, after]).toEqual([403, 200, 1, 0]);
  expect([page.status, page.body.message]).toEqual([410, "这份公示已于 9月11日（周五） 撤下，理由：日期写错，重新公示"]);
  expect([(await object()).body.code, kept[0]!.page.includes("周末也开放活动室")]).toEqual(["meetings.noticeWrong", true]);
});

test("the check-up finds a page that is not the one that was put up", async () => {
  const changed = () => council.app.write<readonly string[]>("meetings", (ctx) => server.checkups.find(({ id }) => id === "notices-unchanged")!.run(ctx));
  const before = await changed();

  await council.app.write("meetings", ({ db }) => db.updateTable("meetings_public_notice").set({ page: "改过的" }).execute());

  expect([before, await changed()]).toEqual([[], [noticeId]]);
});
