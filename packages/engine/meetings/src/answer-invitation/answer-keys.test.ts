import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let meetingId: string;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });
});
afterEach(() => council.app.close());

/** The keys in the letters of the outbox, by the order of those who are asked. */
async function keys(): Promise<string[]> {
  const rows = await council.app.app.platform.database.kit
    .selectFrom("kit_outbox")
    .select("payload")
    .where("topic", "=", "meetings.mail")
    .orderBy("id")
    .execute();
  return rows.flatMap(({ payload }) => /http:\/\/localhost\/meetings\/answer\?key=([0-9a-f]{64})\b/.exec(payload)?.[1] ?? []);
}
const answer = (key: string, given: string) => council.app.call("POST /invitations/answer", { as: null, body: { key, answer: given } });
const see = (key: string) => council.app.call("GET /invitations/:key", { as: null, params: { key } });

test("each letter has a key of its own, and who holds it answers for its person without an account", async () => {
  const [first, second, third] = await keys();

  const { status } = await answer(first!, "not_coming");

  expect([status, new Set([first, second, third]).size]).toEqual([200, 3]);
  expect([(await see(first!)).body.rsvp, (await see(second!)).body.rsvp]).toEqual(["not_coming", "unanswered"]);
  const room = await council.app.call("GET /meetings/:meetingId/room", { params: { meetingId } });
  expect(room.body.people.filter((p: { rsvp: string }) => p.rsvp === "not_coming").map((p: { name: string }) => p.name)).toEqual(["何志远"]);
});

test("the invitation behind a key tells the meeting and names nobody", async () => {
  const { body, text } = await see((await keys())[0]!);

  expect(body).toEqual({
    ...{ title: "莲心议事会", number: "〔2026〕第 9 次", state: "noticed", rsvp: "unanswered", venueName: "二楼议事室", items: ["通报上月的事"] },
    ...{ startsAt: "2026-09-09T07:00:00.000Z", endsAt: "2026-09-09T08:30:00.000Z" },
  });
  expect(text).not.toMatch(/何志远|王秀珍|1990000/);
});

test("only the hash of a key is kept, and a key nobody was sent opens nothing", async () => {
  const [key] = await keys();
  const stored = await council.app.db.selectFrom("meetings_answer_key").select("id").execute();

  expect(stored).toHaveLength(3);
  expect(stored.some(({ id }) => id === key || key!.includes(String(id)))).toBe(false);
  expect([(await see("0".repeat(64))).status, (await answer("0".repeat(64), "coming")).status]).toEqual([404, 404]);
});

test("a letter sent after a change asks anew; the earlier key still answers for the same person", async () => {
  const [old] = await keys();
  await answer(old!, "coming");
  await council.app.call("POST /meetings/:meetingId/rescheduling", { params: { meetingId }, body: { startsAt: "2026-09-16T15:00", placeText: "院里" } });
  const asked = (await see(old!)).body;

  await answer((await keys())[3]!, "not_coming");

  expect([asked.rsvp, asked.startsAt, (await see(old!)).body.rsvp]).toEqual(["unanswered", "2026-09-16T07:00:00.000Z", "not_coming"]);
});

test("once a meeting is called off its key takes no answer, and its letter carries none", async () => {
  const [key] = await keys();
  await council.app.call("POST /meetings/:meetingId/cancellation", { params: { meetingId }, body: { reason: "下暴雨" } });

  const { body } = await answer(key!, "coming");

  expect([body.code, (await keys()).length]).toEqual(["meetings.stateWrong", 3]);
});
