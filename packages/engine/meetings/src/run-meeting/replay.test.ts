import { startPlugin, type Running } from "@lianxin/testing";
import { aPerson } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";
import { recorderOf, type Recorder } from "./test-recorder.js";

let council: Council<Running>;
let meetingId: string;
let recorder: Recorder;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });
  council.app.ports.setTime("2026-09-09T14:50");
  recorder = recorderOf(council.app, meetingId);
});
afterEach(() => council.app.close());

const people = async (): Promise<{ id: string; kind: string; isThere: boolean; cameAt: string | null }[]> => (await recorder.room()).body.people;
const sent = (sequence: number, command: object, at = "2026-09-09T06:55:00.000Z") => ({
  id: council.app.ports.newId(),
  device: "tablet",
  sequence,
  at,
  command,
});
const post = (commands: readonly object[], keepsRefused = false, as?: string) =>
  council.app.call("POST /meetings/:meetingId/commands", { params: { meetingId }, body: { commands, keepsRefused }, ...(as && { as }) });

test("the same command sent again is done once and answered as before", async () => {
  const [first] = await people();
  const command = sent(0, { kind: "checkIn", inviteeId: first!.id });

  const answers = [await post([command]), await post([command])];

  expect(answers.map(({ status, body }) => [status, body.outcomes[0].refusal])).toEqual([
    [200, null],
    [200, null],
  ]);
  expect((await people()).filter(({ isThere }) => isThere)).toHaveLength(1);
});

test("a recording made offline goes in as a whole: what could not be done stays listed with its reason", async () => {
  const voters = (await people()).filter(({ kind }) => kind === "voting");
  const come = voters.slice(0, 14).map(({ id }, i) => sent(i, { kind: "checkIn", inviteeId: id }));
  const again = sent(14, { kind: "checkIn", inviteeId: voters[0]!.id });
  const open = sent(15, { kind: "open" }, "2026-09-09T07:00:00.000Z");

  const { body } = await post([...come, again, open], true);

  expect(body.outcomes.filter((outcome: { refusal: unknown }) => outcome.refusal !== null)).toEqual([
    { id: again.id, refusal: { code: "meetings.alreadyThere", message: "这个人已经签到", params: {} } },
  ]);
  expect(body.room.state).toBe("in_session");
  const refused = await council.app.call("GET /meetings/:meetingId/refused-commands", { params: { meetingId } });
  expect(refused.body.commands).toMatchObject([{ id: again.id, device: "tablet", sequence: 14, kind: "checkIn", message: "这个人已经签到" }]);
});

test("what was promised, put off or looked for in a recording is judged by the day it was said on, though it comes in a week later", async () => {
  const { people: names, organizations } = council;
  const voters = (await people()).filter(({ kind }) => kind === "voting");
  const items: { id: string }[] = (await recorder.room()).body.items;
  let n = 0;
  const add = (command: object, minute = 0) => sent(n++, command, `2026-09-09T07:${String(minute).padStart(2, "0")}:00.000Z`);
  const move = add({ kind: "move", itemId: items[0]!.id, text: "先拆除清理" }, 1);
  const vote = add({ kind: "vote", motionId: move.id, attending: 14, yes: 14, no: 0, abstain: 0 }, 2);
  const parts = ["围挡提醒", "设计意见", "清运"].map((title) => ({ title, standard: "办好" }));
  const arrived = voters.slice(0, 14).map(({ id }) => add({ kind: "checkIn", inviteeId: id }));
  council.app.ports.setTime("2026-09-16T09:00");
  const first = [...arrived, add({ kind: "open" }), move, vote, add({ kind: "openParts", decisionId: vote.id, parts }, 3)];
  const { room } = (await post(first, true)).body;
  const [fence, opinion, clearing] = room.parts.map(({ id }: { id: string }) => id);
  const lead = { origin: "claimed", ownerOrganizationId: organizations.社区, ownerId: names["何志远"], supportingOrganizationIds: [] };

  const { body } = await post(
    [
      add({ kind: "claim", partId: fence, ...lead, dueOn: "2026-09-10" }, 4),
      add({ kind: "deferPart", partId: opinion, reason: "等住建局", reviewOn: "2026-09-15" }, 5),
      add({ kind: "seekOwner", partId: clearing, until: "2026-09-14", fallback: "street" }, 6),
      add({ kind: "close" }, 7),
    ],
    true,
  );

  expect(body.outcomes.map(({ refusal }: { refusal: unknown }) => refusal)).toEqual([null, null, null, null]);
  expect(body.room.state).toBe("minutes_draft");
});

test("without that, the first refusal throws and nothing of the request is kept", async () => {
  const [first] = await people();

  const { status, body } = await post([sent(0, { kind: "checkIn", inviteeId: first!.id }), sent(1, { kind: "open" })]);

  expect([status, body.code]).toEqual([409, "meetings.notQuorate"]);
  expect((await people()).some(({ isThere }) => isThere)).toBe(false);
});

test("a command of one meeting is not taken for another's", async () => {
  const [first] = await people();
  const command = sent(0, { kind: "checkIn", inviteeId: first!.id });
  await post([command]);
  const other = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-12T15:00" });

  const { body } = await council.app.call("POST /meetings/:meetingId/commands", { params: { meetingId: other }, body: { commands: [command] } });

  expect(body.code).toBe("meetings.commandElsewhere");
});

test("check-in is on the meeting's day, for people of the list, by those who may", async () => {
  const [first] = await people();
  await aPerson(council.app, { fullName: "钱小军", role: "grid_worker", account: "worker" });
  const codes = [
    (await post([sent(0, { kind: "checkIn", inviteeId: first!.id }, "2026-09-08T07:00:00.000Z")])).body.code,
    (await post([sent(1, { kind: "checkIn", inviteeId: "nobody" })])).body.code,
    (await post([sent(2, { kind: "leave", inviteeId: first!.id })])).body.code,
    (await post([sent(3, { kind: "open" })], false, "worker")).body.code,
    (await post([sent(4, { kind: "checkIn", inviteeId: first!.id })], false, "hezhiyuan")).body.code,
  ];

  expect(codes).toEqual(["meetings.tooEarly", "meetings.inviteeUnknown", "meetings.stateWrong", "meetings.commandNotAllowed", "kit.notAllowed"]);
});

test("too few came: the meeting is inquorate, decides nothing and can be called anew", async () => {
  await recorder.comeIn(5);

  const { body } = await recorder.send({ kind: "findInquorate" });
  const vote = await recorder.send({ kind: "close" });
  const anew = await council.app.call("POST /meetings/:meetingId/rescheduling", {
    params: { meetingId },
    body: { startsAt: "2026-09-14T15:00", placeText: "院里" },
  });

  expect([body.room.state, vote.body.code]).toEqual(["inquorate", "meetings.stateWrong"]);
  expect(anew.body).toMatchObject({ state: "noticed", postBy: "2026-09-10" });
});

test("who came when too few had come is in the record of that day and not there on the new one", async () => {
  await recorder.comeIn(13);
  const failed = await recorder.send({ kind: "findInquorate" });
  await council.app.call("POST /meetings/:meetingId/rescheduling", { params: { meetingId }, body: { startsAt: "2026-09-14T15:00", placeText: "院里" } });
  council.app.ports.setTime("2026-09-14T14:50");

  const thereAnew = (await people()).filter(({ isThere }) => isThere);
  await recorder.comeIn(1);
  const opened = await recorder.send({ kind: "open" });
  await recorder.comeIn(14);
  const openedLater = await recorder.send({ kind: "open" });

  expect(failed.body.room.people.filter(({ isThere }: { isThere: boolean }) => isThere)).toHaveLength(13);
  expect(thereAnew).toEqual([]);
  expect(opened.body.code).toBe("meetings.notQuorate");
  expect(openedLater.body.room.state).toBe("in_session");
});

test("a device whose clock is ahead writes nothing into the future: what it sent happened when it was received", async () => {
  const [first] = await people();

  const { body } = await post([sent(0, { kind: "checkIn", inviteeId: first!.id }, "2026-09-09T23:59:00.000Z")]);

  expect(body.room.people.find(({ id }: { id: string }) => id === first!.id).cameAt).toBe(council.app.ports.clock.now());
});

test("a part has the id its device made, so that who takes it can be in the same recording; an id that is taken is refused", async () => {
  const { people: names, organizations } = council;
  const voters = (await people()).filter(({ kind }) => kind === "voting");
  const items: { id: string }[] = (await recorder.room()).body.items;
  let n = 0;
  const add = (command: object) => sent(n++, command, "2026-09-09T07:00:00.000Z");
  const [move, partId] = [add({ kind: "move", itemId: items[0]!.id, text: "先拆除清理" }), council.app.ports.newId()];
  const vote = add({ kind: "vote", motionId: move.id, attending: 14, yes: 14, no: 0, abstain: 0 });
  const divide = (...ids: readonly string[]) =>
    add({ kind: "openParts", decisionId: vote.id, parts: ids.map((id) => ({ id, title: "清运", standard: "办好" })) });
  const lead = { origin: "claimed", ownerOrganizationId: organizations.社区, ownerId: names["何志远"], dueOn: "2026-09-20", supportingOrganizationIds: [] };
  const [again, twice, fresh] = [divide(partId), council.app.ports.newId(), council.app.ports.newId()];
  council.app.ports.setTime("2026-09-09T16:00");

  const come = voters.slice(0, 14).map(({ id }) => add({ kind: "checkIn", inviteeId: id }));
  const { body } = await post(
    [...come, add({ kind: "open" }), move, vote, divide(partId), add({ kind: "claim", partId, ...lead }), again, divide(twice, twice)],
    true,
  );
  const odd = await post([divide(fresh.slice(0, 8))]);

  const codes = body.outcomes.map(({ refusal }: { refusal: { code: string } | null }) => refusal?.code ?? null);
  expect(codes).toEqual([...Array(19).fill(null), "commitments.partIdTaken", "commitments.partIdTaken"]);
  expect(body.room.parts).toMatchObject([{ id: partId, title: "清运", owner: { person: "何志远" } }]);
  expect(odd.status).toBe(400);
});
