import { aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
});
afterEach(() => council.app.close());

const call = (path: string, params: Record<string, string>, body: object = {}) => council.app.call(path, { params, body });
const roomOf = async (meetingId: string) => (await recorderOf(council.app, meetingId).room()).body;
const votersOf = async (meetingId: string): Promise<string[]> =>
  (await roomOf(meetingId)).people.filter(({ kind }: { kind: string }) => kind === "voting").map(({ name }: { name: string }) => name);

test("who votes is who holds a seat on the meeting's day: seats that changed while it was prepared are taken over when it is announced", async () => {
  const { bodyId, app } = council;
  const draft = await call("POST /bodies/:bodyId/meetings", { bodyId }, { items: [{ title: "活动室", minutes: 10 }] });
  const meetingId = draft.body.id;
  await app.write("meetings", async ({ db, clock }) => {
    const seats = await db.selectFrom("meetings_seat").select(["id", "personId"]).where("bodyId", "=", bodyId).execute();
    const wu = seats.find((seat: { personId: string }) => seat.personId === council.people["吴琴"])!;
    await db.updateTable("meetings_seat").set({ toOn: clock.today() }).where("id", "=", wu.id).execute();
  });
  const guest = await aPerson(app, { fullName: "列席的" });
  await call("POST /meetings/:meetingId/guests", { meetingId }, { personId: guest, kind: "non_voting", partyName: "街道" });
  await call("PUT /meetings/:meetingId/slot", { meetingId }, { startsAt: "2026-09-09T15:00", venueId: council.venueId });
  const published = await call("POST /meetings/:meetingId/publication", { meetingId });

  expect(published.status).toBe(200);
  const voters = await votersOf(meetingId);
  expect([voters.length, voters.includes("吴琴")]).toEqual([20, false]);
  expect((await roomOf(meetingId)).people.at(-1)).toMatchObject({ name: "列席的", kind: "non_voting" });
});

test("a meeting at which somebody had checked in can be moved, and nobody is there on the new day until they come", async () => {
  const meetingId = await aMeeting(council.app, { bodyId: council.bodyId, items: [{ title: "活动室", minutes: 10 }], startsAt: "2026-09-09T15:00" });
  const recorder = recorderOf(council.app, meetingId);
  council.app.ports.setTime("2026-09-09T08:00");
  await recorder.comeIn(1);
  const moved = await call("POST /meetings/:meetingId/rescheduling", { meetingId }, { startsAt: "2026-09-16T15:00", placeText: "二楼", lateReason: "停电" });
  const there = (await roomOf(meetingId)).people.filter(({ isThere }: { isThere: boolean }) => isThere);
  council.app.ports.setTime("2026-09-16T15:00");
  await recorder.comeIn(14);

  expect([moved.status, there, (await recorder.send({ kind: "open" })).status]).toEqual([200, [], 200]);
});
