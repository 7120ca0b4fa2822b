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

const call = (path: string, params: Record<string, string> = {}, body?: object) => council.app.call(path, { params: { meetingId, ...params }, body });
const steps = async () => (await call("GET /meetings/:meetingId/next-steps")).body;

test("an announced meeting says what is left to do: the poster's day, who was told and mailed, who answered", async () => {
  expect(await steps()).toEqual({
    ...{ postBy: "2026-09-05", postedOn: null, postedWhere: null, isPostedLate: false },
    ...{ expected: 22, told: 0, mailed: 3, canMail: true, coming: 0, away: 0, expectedVotes: 21, need: 14 },
    ...{ trouble: [], placeId: council.community.placeId },
  });
});

test("a poster put up after its day is said to be late", async () => {
  council.app.ports.setTime("2026-09-06T09:00");
  await call("POST /meetings/:meetingId/posting", {}, { postedOn: "2026-09-06", postedWhere: "东门公告栏" });

  expect(await steps()).toMatchObject({ postedOn: "2026-09-06", postedWhere: "东门公告栏", isPostedLate: true });
});

test("those who cannot come are missing from the votes that can still come; who has no vote is not", async () => {
  const { people } = (await call("GET /meetings/:meetingId/call-list")).body as { people: { inviteeId: string; name: string }[] };
  const decline = (name: string) =>
    call("POST /meetings/:meetingId/invitees/:inviteeId/answer", { inviteeId: people.find((p) => p.name === name)!.inviteeId }, { answer: "not_coming" });
  await decline("周兰");
  await decline("吴琴");
  await decline("刘工");

  expect(await steps()).toMatchObject({ away: 3, expectedVotes: 19 });
});

const troubles = async () => (await steps()).trouble as string[];

test("a needed party that declined is said as what keeps the meeting from being held, and a repair can be asked for", async () => {
  const { people } = (await call("GET /meetings/:meetingId/call-list")).body as { people: { inviteeId: string; name: string }[] };
  const inviteeId = people.find(({ name }) => name === "王秀珍")!.inviteeId;

  await call("POST /meetings/:meetingId/invitees/:inviteeId/answer", { inviteeId }, { answer: "not_coming" });
  const { trouble, placeId } = await steps();
  const span = { fromOn: "2026-09-03", untilOn: "2026-09-30" };
  const { status } = await council.app.call("POST /plans", { body: { placeId, kind: "repair", ...span, seconds: 1 } });
  await council.app.app.tasks.settled();

  expect(trouble).toEqual(["“社区”没有人能到"]);
  expect(status).toBe(200);
});

test("a room that closes on the day is said too, and no longer once it is open again", async () => {
  await call("POST /meetings/:meetingId/rescheduling", {}, { startsAt: "2026-09-09T15:30", venueId: council.venueId, lateReason: "换会场" });
  const before = await troubles();
  const venue = { name: "二楼议事厅", kind: "meeting_room", seats: 40, equipment: [], openings: [], isClosed: false };
  const params = { venueId: council.venueId };

  await council.app.call("PUT /venues/:venueId", {
    of: "directory",
    params,
    body: { ...venue, version: 1, closures: [{ fromOn: "2026-09-09", toOn: "2026-09-09", reason: "装修" }] },
  });
  const closed = await troubles();
  await council.app.call("PUT /venues/:venueId", { of: "directory", params, body: { ...venue, version: 2, closures: [] } });

  expect([before, closed, await troubles()]).toEqual([[], ["那间那时关着，或已有人用"], []]);
});

test("a draft has no steps for anyone", async () => {
  const draftId = await aMeeting(council.app, { bodyId: council.bodyId });

  expect((await council.app.call("GET /meetings/:meetingId/next-steps", { params: { meetingId: draftId } })).status).toBe(404);
});

test("a house without a mail server counts nobody as written to, and names everybody as to be told by hand", async () => {
  await council.app.close();
  council = await aCouncil(await startPlugin(server, { with: councilPlugins, channels: [] }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });

  const { people } = (await call("GET /meetings/:meetingId/call-list")).body;
  const moved = await call("POST /meetings/:meetingId/rescheduling", {}, { startsAt: "2026-09-10T15:00", placeText: "二楼", lateReason: "换场地" });

  expect(await steps()).toMatchObject({ mailed: 0, canMail: false });
  expect(people.some(({ hasMail, isMailed }: { hasMail: boolean; isMailed: boolean }) => hasMail || isMailed)).toBe(false);
  expect([moved.status, moved.body.mailed]).toEqual([200, 0]);
});
