import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { households, pollOf } from "../cast-ballots/test-poll.js";
import { recorderOf, type Recorder } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let meetingId: string;
let decisionId: string;
let recorder: Recorder;
/** The council would spend the fund: its decision waits for the owners. */
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  const { app, bodyId, matterId } = council;
  meetingId = await aMeeting(app, { bodyId, items: [{ matterId, minutes: 60 }], startsAt: "2026-09-09T15:00" });
  app.ports.setTime("2026-09-09T15:00");
  recorder = recorderOf(app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "动用维修资金 8 万元重建挡土墙" })).body.outcomes[0].id;
  decisionId = (await recorder.send({ kind: "vote", motionId, attending: 16, yes: 16, no: 0, abstain: 0 })).body.room.decisions[0].id;
});
afterEach(() => council.app.close());

const waiting = async () =>
  (await council.app.call("GET /waiting-decisions")).body.decisions.map(({ id, kind }: { id: string; kind: string }) => [id === decisionId, kind]);
const divide = (as?: string) =>
  council.app.call("POST /decisions/:decisionId/parts", {
    params: { decisionId },
    body: { parts: [{ title: "重建挡土墙", standard: "验收单签字" }] },
    ...(as && { as }),
  });

async function ownersAgree(yes: number): Promise<void> {
  const { body } = await council.app.call("POST /decisions/:decisionId/polls", { params: { decisionId }, body: { closesOn: "2026-10-16" } });
  const poll = pollOf(council, body.id);
  await poll.put("roll", { units: households });
  await poll.post("opening");
  for (const [i, { id }] of (await poll.roll()).slice(0, 60).entries())
    await poll.post("ballots", { unitId: id, choice: i < yes ? "yes" : "no", way: "paper" });
  await poll.post("closing");
}

test("a decision that waits for the owners is asked about until their vote is begun, and once they agreed until its work is divided", async () => {
  await recorder.send({ kind: "close" });
  const first = await waiting();
  await ownersAgree(45);
  const agreed = await waiting();
  const shown = (await recorder.room()).body.decisions[0].isDividedLater;

  const divided = await divide();
  const { lines } = (await council.app.call("GET /ledger", { of: "commitments", query: { filter: "all" } })).body;

  expect(shown).toBe(true);
  expect([first, agreed, await waiting()]).toEqual([[[true, "vote"]], [[true, "divide"]], []]);
  expect([divided.status, lines.map(({ title }: { title: string }) => title)]).toEqual([200, ["重建挡土墙"]]);
});

test("in its room, before it has effect, and by who may not convene it is not divided here", async () => {
  const inSession = await divide();
  await recorder.send({ kind: "close" });
  const before = await divide();
  const stranger = await divide("hezhiyuan");

  expect([inSession.body.code, before.body.code, stranger.status]).toEqual(["meetings.divideInRoom", "meetings.decisionNotEffective", 403]);
});

test("what had effect at the table is not divided behind it", async () => {
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "周末开放活动室" })).body.outcomes[0].id;
  const { room } = (await recorder.send({ kind: "vote", motionId, attending: 16, yes: 16, no: 0, abstain: 0 })).body;
  const own = room.decisions.find(({ text }: { text: string }) => text === "周末开放活动室").id;
  await recorder.send({ kind: "close" });
  const parts = [{ title: "配钥匙", standard: "拿到钥匙" }];

  const { body } = await council.app.call("POST /decisions/:decisionId/parts", { params: { decisionId: own }, body: { parts } });
  const shown = (await recorder.room()).body.decisions.map(({ isDividedLater }: { isDividedLater: boolean }) => isDividedLater);

  expect([body.code, shown]).toEqual(["meetings.effectAtTable", [false, false]]);
});

test("the public list says what the owners said, and warns of them no more", async () => {
  await recorder.send({ kind: "close" });
  await ownersAgree(45);
  await council.app.call("POST /meetings/:meetingId/minutes-confirmation", { params: { meetingId }, body: {} });
  await council.app.call("POST /meetings/:meetingId/public-notice", { params: { meetingId }, body: { fromOn: "2026-09-09", days: 7 } });

  const [decision] = (await council.app.call("GET /public/decisions")).body.decisions;

  expect(decision).toMatchObject({ effect: "effective", vote: "9月9日（周三）票决通过：参加 60 户，赞成 45 户；参加 6500 ㎡，赞成 4880 ㎡。" });
});
