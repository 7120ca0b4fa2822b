import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf, type Recorder } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { textOfBytes, textOfDocument } from "../test-documents.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let meetingId: string;
let recorder: Recorder;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, items: [{ title: "活动室开放时间", minutes: 10 }], startsAt: "2026-09-09T15:00" });
  const { people } = (await council.app.call("GET /meetings/:meetingId/room", { params: { meetingId } })).body;
  const away = people.find(({ name }: { name: string }) => name === "吴琴");
  await council.app.call("POST /meetings/:meetingId/invitees/:inviteeId/answer", { params: { meetingId, inviteeId: away.id }, body: { answer: "not_coming" } });
  council.app.ports.setTime("2026-09-09T15:00");
  recorder = recorderOf(council.app, meetingId);
  const others = people.filter(({ id, kind }: { id: string; kind: string }) => kind === "voting" && id !== away.id).slice(0, 16);
  for (const { id } of others) await recorder.send({ kind: "checkIn", inviteeId: id });
  await recorder.send({ kind: "open" });
  await recorder.send({ kind: "finishItem", itemId: (await recorder.room()).body.items[0].id });
  await recorder.send({ kind: "close" });
});
afterEach(() => council.app.close());

const post = (path: string, body?: object) => council.app.call(`POST /meetings/:meetingId/${path}`, { params: { meetingId }, ...(body && { body }) });
const paper = (name: string): Promise<string> => textOfDocument(council.app, `/api/meetings/meetings/${meetingId}/${name}.docx`);
const letters = async () => {
  const { kit } = council.app.app.platform.database;
  const rows = await kit.selectFrom("kit_outbox").select("payload").where("topic", "=", "meetings.mail").where("payload", "like", "%会议纪要%").execute();
  return rows.map(({ payload }) => JSON.parse(String(payload)));
};

test("the minutes go by mail to everybody who was asked, once, with the document; who has no address is named", async () => {
  const early = await post("minutes-letters");
  await post("minutes-confirmation");
  const sent = await post("minutes-letters");
  await post("minutes-letters");
  const out = await letters();
  const { people } = (await recorder.room()).body;

  expect([early.body.code, sent.status]).toEqual(["meetings.minutesOpen", 200]);
  expect(sent.body.mailed).toBeGreaterThan(0);
  expect(sent.body.mailed + sent.body.byHand.length).toBe(people.length);
  expect(out.length).toBe(sent.body.mailed);
  expect(out[0].file.name).toBe("会议纪要.docx");
  expect(textOfBytes(Buffer.from(out[0].file.base64, "base64"))).toContain("活动室开放时间");
});

test("minutes that were taken down, mended and let stand again on the same day go out once more, as they stand now", async () => {
  await post("minutes-confirmation");
  const first = (await post("minutes-letters")).body.mailed;
  const { id: noticeId } = (await post("public-notice", { fromOn: "2026-09-09", days: 7 })).body;
  council.app.ports.setTime("2026-09-09T17:00");
  await council.app.call("POST /public-notices/:noticeId/withdrawal", { params: { noticeId }, body: { reason: "人数写错了" } });
  await post("minutes-confirmation");
  const second = await post("minutes-letters");
  await post("minutes-letters");
  council.app.ports.setTime("2026-09-09T17:05");
  await post("minutes-reopening");
  await post("minutes-confirmation");
  await post("minutes-letters");

  expect([second.status, second.body.mailed]).toEqual([200, first]);
  expect((await letters()).length).toBe(3 * first);
});

test("who said they could not come was excused, who just stayed away was absent, and the papers keep the day on which they were let stand", async () => {
  await post("minutes-confirmation");
  council.app.ports.setTime("2026-10-20T09:00");
  const [minutes, record] = [await paper("minutes"), await paper("record")];

  for (const words of [minutes, record]) expect(words.slice(words.indexOf("请假"), words.indexOf("缺席"))).toContain("吴琴");
  expect(minutes).toContain("请假（1 人）");
  expect(minutes).toContain("缺席（4 人）");
  expect(minutes).toContain("2026年9月9日");
  expect(minutes).not.toContain("2026年10月20日");
});

test("minutes are up for as long as the rules ask, and the refusal says how long and by which rule", async () => {
  await post("minutes-confirmation");
  const short = await post("public-notice", { fromOn: "2026-09-09", days: 6 });
  const long = await post("public-notice", { fromOn: "2026-09-09", days: 7 });

  expect([short.status, short.body.code, short.body.field, short.body.params.days]).toEqual([422, "meetings.publicationShort", "body.days", 7]);
  expect(long.status).toBe(200);
});
