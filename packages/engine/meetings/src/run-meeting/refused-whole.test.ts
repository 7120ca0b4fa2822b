import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";
import { recorderOf, type Recorder } from "./test-recorder.js";

let council: Council<Running>;
let recorder: Recorder;
let meetingId: string;
let sequence = 1000;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  const { app, matterId, bodyId } = council;
  await app.call("POST /matters/:matterId/escalation", { of: "matters", params: { matterId }, body: { referTo: "县住建局", reason: "要拨款" } });
  for (const { event, payload } of await app.published())
    for (const listener of server.listeners.filter((one) => one.event === event))
      await app.write("meetings", (ctx) => listener.handle(payload, ctx, { eventId: event }));
  meetingId = await aMeeting(app, { bodyId, items: [{ matterId, minutes: 60 }], startsAt: "2026-09-09T15:00" });
  app.ports.setTime("2026-09-09T15:00");
  recorder = recorderOf(app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
});
afterEach(() => council.app.close());

const line = (): Promise<{ id: string } | undefined> =>
  council.app.write("meetings", ({ use }) => use.commitments.findUnfinished({ kind: "meetings.escalation", id: council.matterId }));
const item = async () => (await recorder.room()).body.items[0];
const move = async () => (await recorder.send({ kind: "move", itemId: (await item()).id, text: "先拆除清理" })).body.outcomes[0].id;
const tally = { attending: 16, yes: 16, no: 0, abstain: 0 };
const led = () => ({
  ...{ kind: "claim", origin: "claimed", ownerOrganizationId: council.organizations["物业"], ownerId: council.people["吴琴"] },
  ...{ supportingOrganizationIds: [], dueOn: "2026-09-20" },
});
const reportDone = (partId: string): Promise<unknown> =>
  council.app.write("commitments", async ({ services }) => services.commitments.move(await services.parts.holderOf(partId), "submit", {}));

/** What was recorded without a network, as the page sends it; the refusals by their codes, null for what was done. */
async function replay(...commands: readonly Record<string, unknown>[]): Promise<(string | null)[]> {
  const { ports, call } = council.app;
  const sent = commands.map((command) => ({ id: ports.newId(), device: "offline", sequence: sequence++, at: ports.clock.now(), command }));
  const { body } = await call("POST /meetings/:meetingId/commands", { params: { meetingId }, body: { commands: sent, keepsRefused: true } });
  return body.outcomes.map(({ refusal }: { refusal: { code: string } | null }) => refusal?.code ?? null);
}

/** Everything that anybody could see of it. */
async function standing(): Promise<unknown> {
  const { items, motions, decisions, parts } = (await recorder.room()).body;
  const events = (await council.app.published()).map(({ event }) => event);
  const deeds = (await council.app.audited()).flatMap(({ action }) => (action === "meetings.keepCommand" ? [] : [action]));
  return { items, motions, decisions, parts, events, deeds, line: await line() };
}

test("a part whose report waits for its check is not dropped, and the line that went on as it stays joined to it", async () => {
  const motionId = await move();
  const decisionId = (await recorder.send({ kind: "vote", motionId, ...tally })).body.outcomes[0].id;
  await recorder.send({ kind: "openParts", decisionId, parts: [{ title: "拆除", standard: "过磅单" }] });
  const partId = (await recorder.room()).body.parts.find(({ title }: { title: string }) => title === "拆除").id;
  await recorder.send({ ...led(), partId });
  await reportDone(partId);
  const before = await standing();

  const outcomes = await replay({ kind: "dropPart", partId, reason: "写错了" });

  expect([outcomes, await standing()]).toEqual([["commitments.stateWrong"], before]);
});

test("a claim whose matter cannot be decided leaves nobody leading the line", async () => {
  const { id: partId } = (await line())!;
  await council.app.write("matters", ({ services, db }) => services && db.updateTable("matters_matter").set({ state: "withdrawn" }).execute());
  const before = await standing();

  const outcomes = await replay({ ...led(), partId, standard: "验收单" });

  expect([outcomes, await standing()]).toEqual([["matters.stateWrong"], before]);
});

test.each([
  ["deferPart", { reason: "等拨款", reviewOn: "2026-09-20" }],
  ["seekOwner", { until: "2026-09-20", fallback: "street" }],
])("%s is refused while a motion on its item waits, so that the vote on it is a decision", async (kind, said) => {
  const { id: partId } = (await line())!;
  const motionId = await move();

  const outcomes = await replay({ kind, partId, ...said }, { kind: "vote", motionId, ...tally });

  const { motions, decisions, items } = (await recorder.room()).body;
  expect(outcomes).toEqual(["meetings.motionOpen", null]);
  expect([motions[0].state, decisions.length, items[0].state]).toEqual(["adopted", 1, "decided"]);
});

test("a line that is reported done is checked by itself when the decision on its matter is divided, and the parts are there once", async () => {
  const { id: partId } = (await line())!;
  await council.app.write("commitments", ({ services }) =>
    services.parts.commit(partId, { ...led(), kind: undefined, conditions: null, verifierId: null, standard: "验收单" }),
  );
  await reportDone(partId);
  const motionId = await move();
  const decisionId = (await recorder.send({ kind: "vote", motionId, ...tally })).body.outcomes[0].id;

  const outcomes = await replay({ kind: "openParts", decisionId, parts: [{ title: "拆除", standard: "过磅单" }] });

  const titles = (await recorder.room()).body.parts.map(({ title }: { title: string }) => title);
  expect([outcomes, (await line())?.id]).toEqual([[null], partId]);
  expect(titles.filter((title: string) => title === "拆除")).toHaveLength(1);
});
