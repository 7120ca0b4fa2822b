import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf, type Recorder } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let meetingId: string;
let recorder: Recorder;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
});
afterEach(() => council.app.close());

const write = <T>(work: (ctx: any) => Promise<T>): Promise<T> => council.app.write("meetings", work);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Somebody's request that has written and does not commit yet; whoever comes next on PostgreSQL still reads what was before it. */
async function whileHeld<T>(work: (ctx: any) => Promise<unknown>, other: () => Promise<T>): Promise<T> {
  let hasWritten: (value?: unknown) => void;
  const written = new Promise((resolve) => (hasWritten = resolve));
  const held = write(async (ctx) => {
    await work(ctx);
    hasWritten();
    await pause(800);
  });
  await Promise.race([written, held]);
  const [, answer] = await Promise.all([held, other()]);
  return answer;
}
const call = (path: string, params: Record<string, string>, body?: object) => council.app.call(path, { params, ...(body && { body }) });
const read = (): Promise<{ id: string; state: string }> => write(({ services }) => services.meetings.find(meetingId));
const codeOf = async (work: (services: any) => Promise<unknown>): Promise<[string, string] | "done"> =>
  write(({ services }) => work(services)).then(
    () => "done" as const,
    (error: { code: string; params: { state: string } }) => [error.code, error.params.state],
  );

/** Announced for 09-09 15:00, sixteen are there. */
async function checkedIn(items: readonly object[] = [{ title: "活动室开放时间", minutes: 10 }]): Promise<void> {
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId, items: items as never, startsAt: "2026-09-09T15:00" });
  council.app.ports.setTime("2026-09-09T15:00");
  recorder = recorderOf(council.app, meetingId);
  await recorder.comeIn(16);
}
async function decided(text: string): Promise<{ decisionId: string; motionId: string }> {
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text })).body.outcomes[0].id;
  const decisionId = (await recorder.send({ kind: "vote", motionId, attending: 16, yes: 16, no: 0, abstain: 0 })).body.outcomes[0].id;
  return { decisionId, motionId };
}
async function closed(): Promise<void> {
  await checkedIn();
  await decided("周末也开放活动室");
  await recorder.send({ kind: "close" });
}

test("a meeting that was opened meanwhile is neither called off nor moved by whoever read it before, and not announced twice", async () => {
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId });
  const draft = await read();
  const slot = { startsAt: "2026-09-09T15:00", placeText: "二楼" };
  await write(({ services }) => services.notices.chooseSlot(draft, slot));
  await write(({ services }) => services.notices.publish(draft, { lateReason: "急" }));
  const again = await codeOf((services) => services.notices.publish(draft, { lateReason: "急" }));
  const noticed = await read();
  council.app.ports.setTime("2026-09-09T15:00");
  recorder = recorderOf(council.app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });

  const refused = [
    await codeOf((services) => services.notices.cancel(noticed, "下雨")),
    await codeOf((services) => services.notices.reschedule(noticed, { ...slot, startsAt: "2026-09-10T15:00" })),
    await codeOf((services) => services.drafts.changeAgenda(draft, [{ title: "别的", minutes: 5 }])),
  ];

  expect(again).toEqual(["meetings.stateWrong", "已通知"]);
  expect(refused).toEqual(Array(3).fill(["meetings.stateWrong", "开会中"]));
  expect((await read()).state).toBe("in_session");
});

test("minutes are put up once, and not while they are mended again", async () => {
  await closed();
  const draft = await read();
  await write(({ services }) => services.minutes.confirm(draft));
  const confirmed = await read();
  await write(({ services }) => services.minutes.reopen(confirmed));
  const mended = await codeOf((services) => services.minutes.post(confirmed, { fromOn: "2026-09-09", days: 7 }));
  await write(({ services }) => services.minutes.confirm(draft));
  const ends = await Promise.all([1, 2].map(() => codeOf((services) => services.minutes.post(confirmed, { fromOn: "2026-09-09", days: 7 }))));

  expect(mended).toEqual(["meetings.stateWrong", "纪要待确认"]);
  expect([ends.filter((end) => end === "done").length, ends.find((end) => end !== "done")]).toEqual([1, ["meetings.stateWrong", "已公示"]]);
});

test("of two who change an agenda at once the second one's is there, and nothing twice", async () => {
  meetingId = await aMeeting(council.app, { bodyId: council.bodyId });
  const meeting = await read();
  const change = (title: string) => [{ title, minutes: 5 }];

  const { status } = await whileHeld(
    ({ services }) => services.drafts.changeAgenda(meeting, change("一")),
    () => council.app.call("PUT /meetings/:meetingId/agenda", { params: { meetingId }, body: { items: change("二") } }),
  );

  const items = await write(({ db }) => db.selectFrom("meetings_agenda_item").select("title").where("meetingId", "=", meetingId).execute());
  expect([status, items]).toEqual([200, [{ title: "二" }]]);
});

test("a notice that is taken down as its window ends stays down", async () => {
  await closed();
  await write(async ({ services }) => services.minutes.confirm(await services.meetings.find(meetingId)));
  const { id } = (await call("POST /meetings/:meetingId/public-notice", { meetingId }, { fromOn: "2026-09-09", days: 7 })).body;
  const notice = await write(({ services }) => services.minutes.find(id));
  council.app.ports.setTime("2026-09-17T00:10");
  const job = server.jobs.find(({ id: jobId }) => jobId === "settle-notices")!;

  await whileHeld(
    ({ services }) => services.objections.withdraw(notice, "人数写错了"),
    () => council.app.write("meetings", (ctx) => job.run(ctx)),
  );

  const { state } = await write<{ state: string }>(({ services }) => services.minutes.find(id));
  expect([state, (await read()).state]).toEqual(["withdrawn", "minutes_draft"]);
});

test("there is one owners' vote on a decision, and none on one that is revoked as it is prepared", async () => {
  await checkedIn([{ matterId: council.matterId, minutes: 60 }]);
  const { decisionId, motionId } = await decided("动用维修资金 8 万元重建挡土墙");
  const add = () => call("POST /decisions/:decisionId/polls", { decisionId }, { closesOn: "2026-10-16" });

  const second = await whileHeld(({ services }) => services.polls.addForDecision(decisionId, "2026-10-16"), add);
  const [poll] = await write<{ id: string }[]>(({ db }) => db.selectFrom("meetings_poll").select("id").where("decisionId", "=", decisionId).execute());
  await write(async ({ services }) => services.polls.withdraw(await services.polls.find(poll!.id), "重来"));
  const meeting = await read();
  const sent = { id: council.app.ports.newId(), device: "chair", sequence: 1, at: council.app.ports.clock.now() };
  const late = await whileHeld(
    ({ services }) => services.room.apply(meeting, [{ ...sent, command: { kind: "revokeDecision", motionId, reason: "不该定" } }], false, async () => true),
    add,
  );

  expect([second.body.code, late.body.code]).toEqual(["meetings.pollTwice", "meetings.notWaiting"]);
});
