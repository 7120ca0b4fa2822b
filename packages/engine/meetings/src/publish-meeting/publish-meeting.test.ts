import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, mailOf, type Council } from "../test-council.js";

let council: Council<Running>;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins, config: { organizerMail: "office@example.org" } }));
});
afterEach(() => council.app.close());

const at = { startsAt: "2026-09-09T15:00" };
async function draft(): Promise<string> {
  const { app, bodyId, matterId } = council;
  const { body } = await app.call("POST /bodies/:bodyId/meetings", {
    params: { bodyId },
    body: {
      title: "莲心议事会",
      items: [
        { matterId, minutes: 60 },
        { title: "停车位调整通报", minutes: 20 },
      ],
    },
  });
  return body.id;
}
const call = (path: string, meetingId: string, body: object = {}, as?: string) => council.app.call(path, { params: { meetingId }, body, ...(as && { as }) });
const letters = () =>
  council.app.app.platform.database.kit
    .selectFrom("kit_outbox")
    .select(["payload", "dedupeKey"])
    .where("kind", "=", "mail")
    .where("topic", "=", "meetings.mail")
    .orderBy("id")
    .execute();
const icsOf = (payload: string): string => (JSON.parse(payload).calendar.ics as string).replace(/\r\n[ \t]/g, "");

async function announced(): Promise<string> {
  const meetingId = await draft();
  await call("PUT /meetings/:meetingId/slot", meetingId, { ...at, venueId: council.venueId });
  await call("POST /meetings/:meetingId/publication", meetingId);
  return meetingId;
}

test("a draft tells nobody, and the preparation counts seats, quorum and minutes", async () => {
  const meetingId = await draft();

  const { body } = await council.app.call("GET /meetings/:meetingId/preparation", { params: { meetingId } });
  const seen = await council.app.call("GET /meetings/:meetingId/room", { params: { meetingId } });

  expect(body).toMatchObject({ members: 21, need: 14, isVerified: false, isLocal: true, totalMinutes: 80, number: null, state: "draft" });
  expect(body.people.filter((p: { kind: string }) => p.kind === "non_voting").map((p: { name: string }) => p.name)).toEqual(["刘工"]);
  expect([await letters(), seen.status]).toEqual([[], 404]);
});

test("announcing gives the number, the last day for the poster and the calendar entries, and schedules the matter", async () => {
  const meetingId = await draft();
  const chosen = await call("PUT /meetings/:meetingId/slot", meetingId, { ...at, venueId: council.venueId });

  const { body } = await call("POST /meetings/:meetingId/publication", meetingId);

  expect(chosen.body).toMatchObject({
    startsAt: "2026-09-09T07:00:00.000Z",
    endsAt: "2026-09-09T08:30:00.000Z",
    postBy: "2026-09-05",
    isLate: false,
    venueName: "二楼议事厅",
  });
  expect(body).toMatchObject({ number: "〔2026〕第 9 次", state: "noticed", postBy: "2026-09-05", mailed: 3 });
  const matter = await council.app.call("GET /matters/:matterId", { of: "matters", params: { matterId: council.matterId } });
  expect(matter.body.state).toBe("scheduled");
});

test("whoever raised what is on the agenda is told when and where it is talked about, and again when the meeting moves", async () => {
  const meetingId = await announced();
  await call("POST /meetings/:meetingId/rescheduling", meetingId, { startsAt: "2026-09-10T15:00", venueId: council.venueId });

  const { kit } = council.app.app.platform.database;
  const rows = await kit.selectFrom("kit_outbox").select("payload").where("kind", "=", "mail").where("topic", "=", "matters.mail").orderBy("id").execute();
  const texts = rows.map(({ payload }) => (JSON.parse(payload) as { text: string }).text);

  expect(texts.filter((text) => text.includes("现在是：已列入会议") || text.includes("9月"))).toHaveLength(2);
  expect(texts.at(-2)).toMatch(/说明：2026年9月9日（星期三）下午3:00—4:30，二楼议事厅/);
  expect(texts.at(-1)).toMatch(/说明：2026年9月10日（星期四）下午3:00—4:30，二楼议事厅/);
});

test("each letter asks one person, names no other, and keeps its UID while SEQUENCE rises; a cancelled one withdraws", async () => {
  const meetingId = await announced();
  await call("POST /meetings/:meetingId/rescheduling", meetingId, { startsAt: "2026-09-10T15:00", venueId: council.venueId });
  await call("POST /meetings/:meetingId/cancellation", meetingId, { reason: "下暴雨" });

  const sent = (await letters()).map(({ payload }) => icsOf(payload));

  const field = (ics: string, name: string) => ics.match(new RegExp(`^${name}[^:]*:(.*)$`, "m"))?.[1]?.trim();
  expect(sent.map((ics) => [field(ics, "METHOD"), field(ics, "SEQUENCE")].join())).toEqual([
    ...Array(3).fill("REQUEST,0"),
    ...Array(3).fill("REQUEST,1"),
    ...Array(3).fill("CANCEL,2"),
  ]);
  expect(new Set(sent.map((ics) => field(ics, "UID")))).toEqual(new Set([`${meetingId}@lianxin`]));
  expect(sent[0]).toContain("20260909T150000");
  expect(sent[0]!.match(/member\d@example\.org/gi)).toEqual([mailOf(0)]);
  expect(new Set((await letters()).map(({ dedupeKey }) => dedupeKey)).size).toBe(9);
});

test("the poster, the group's text and one SMS say when, where and what", async () => {
  const meetingId = await announced();

  const poster = await council.app.call("GET /meetings/:meetingId/poster", { params: { meetingId } });
  const { body } = await council.app.call("GET /meetings/:meetingId/notices", { params: { meetingId } });

  expect([poster.status, String(poster.headers["content-type"])]).toEqual([200, "text/html; charset=utf-8"]);
  expect(poster.text).toContain("2026年9月9日（星期三）下午3:00—4:30");
  expect(body.groupText).toContain("议题1：小区东侧挡土墙坍毁约 12 米");
  expect(body.smsLength).toBeLessThanOrEqual(70);
  expect(body.sms).toContain("9月9日(周三)15:00在二楼议事厅开会");
});

test("a notice that would be late is refused with its day, and goes with a reason", async () => {
  council.app.ports.setTime("2026-09-06T09:00");
  const meetingId = await draft();
  await call("PUT /meetings/:meetingId/slot", meetingId, { ...at, venueId: council.venueId });

  const refused = await call("POST /meetings/:meetingId/publication", meetingId);
  const reasoned = await call("POST /meetings/:meetingId/publication", meetingId, { lateReason: "挡土墙有再次坍塌的危险" });

  expect([refused.status, refused.body.code, refused.body.message]).toEqual([409, "meetings.noticeLate", "公告已经来不及（最迟 9月5日（周六） 贴出）"]);
  expect(reasoned.status).toBe(200);
});

test("without time, twice, or in the past a meeting is not announced", async () => {
  const meetingId = await draft();

  const codes = [
    (await call("POST /meetings/:meetingId/publication", meetingId)).body.code,
    (await call("PUT /meetings/:meetingId/slot", meetingId, { startsAt: "2026-09-02T15:00", placeText: "院里" })).body.code,
    (await call("PUT /meetings/:meetingId/slot", meetingId, { startsAt: "2026-02-30T15:00", placeText: "院里" })).body.code,
    (await call("PUT /meetings/:meetingId/slot", meetingId, at)).body.code,
  ];
  const again = await announced();

  expect(codes).toEqual(["meetings.timeNeeded", "meetings.timePast", "meetings.dayUnknown", "meetings.placeNeeded"]);
  expect((await call("POST /meetings/:meetingId/publication", again)).body.code).toBe("meetings.stateWrong");
});

test("who lacks the permission cannot convene, and drafts are not listed for them", async () => {
  const meetingId = await draft();

  const [refused, drafts] = [
    await call("POST /meetings/:meetingId/publication", meetingId, {}, "hezhiyuan"),
    await council.app.call("GET /drafts", { as: "hezhiyuan" }),
  ];

  expect([refused.status, drafts.status]).toEqual([403, 403]);
});

test("calling a meeting off brings its matter back to the backlog with the reason", async () => {
  const meetingId = await announced();

  const { body } = await call("POST /meetings/:meetingId/cancellation", meetingId, { reason: "下暴雨" });

  expect(body).toEqual({ mailed: 3 });
  expect((await council.app.call("GET /matters/:matterId", { of: "matters", params: { matterId: council.matterId } })).body.state).toBe("deferred");
});

test("only who has not answered is asked once more, once a day, and without a second calendar entry", async () => {
  const meetingId = await announced();
  await council.app.call("POST /meetings/:meetingId/own-answer", { as: "hezhiyuan", params: { meetingId }, body: { answer: "coming" } });
  const letters = () =>
    council.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("kind", "=", "mail").where("topic", "=", "meetings.mail").execute();
  const before = (await letters()).length;

  const first = await call("POST /meetings/:meetingId/reminders", meetingId);
  const sent = (await letters()).slice(before);
  const again = await call("POST /meetings/:meetingId/reminders", meetingId);
  const stranger = await call("POST /meetings/:meetingId/reminders", meetingId, {}, "hezhiyuan");

  expect([first.body, again.status, (await letters()).length - before, stranger.status]).toEqual([{ mailed: 2, unanswered: 21 }, 200, 2, 403]);
  expect(JSON.stringify(sent)).toContain("请回一声能不能来");
  expect(JSON.stringify(sent)).not.toContain("BEGIN:VEVENT");
});
