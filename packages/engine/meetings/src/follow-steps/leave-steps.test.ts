import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf, type Recorder } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
let recorder: Recorder;
let chainId: string;

/** The representatives sit over the matter, which has been through the three gates before their vote. */
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  const { app, bodyId, matterId } = council;
  const body = { placeId: council.community.placeId, kind: "cn.four_talks", title: "集体土地出租", matterId };
  chainId = (await app.call("POST /chains", { body })).body.id;
  await record("propose", "2026-09-01");
  await record("consult", "2026-09-02");
  await record("review", "2026-09-03");
  await app.call("POST /bodies/:bodyId/rules", { params: { bodyId }, body: { packId: "cn.villager_reps.2026", fromOn: "2026-09-03" } });
  const meetingId = await aMeeting(app, { bodyId, items: [{ matterId, minutes: 60 }], startsAt: "2026-09-09T15:00" });
  app.ports.setTime("2026-09-09T15:00");
  recorder = recorderOf(app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
});
afterEach(() => council.app.close());

const record = (step: string, doneOn: string, of = chainId) =>
  council.app.call("POST /chains/:chainId/steps", { params: { chainId: of }, body: { step, doneOn, note: "村委会二楼" } });
const chain = async () => (await council.app.call("GET /chains/:chainId", { params: { chainId } })).body;
const step = async (id: string) => (await chain()).steps.find((one: { id: string }) => one.id === id);
const effects = async (): Promise<string[]> => (await recorder.room()).body.decisions.map(({ effect }: { effect: string }) => effect);
const revoke = (motionId: string) => recorder.send({ kind: "revokeDecision", motionId, reason: "票数记反了" });

async function vote(yes = 16, text = "把集体土地出租三年"): Promise<string> {
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text })).body.outcomes[0].id;
  await recorder.send({ kind: "vote", motionId, attending: 16, yes, no: 16 - yes, abstain: 0 });
  return motionId;
}

test("a revoked vote is no step any more: it is the next one again with what was taken back and why, and the second vote is the step once", async () => {
  const motionId = await vote();
  const before = await step("decide");
  await revoke(motionId);
  const { takenBack, ...after } = await chain();
  const between = after.steps.find(({ id }: { id: string }) => id === "decide");
  await vote();

  expect([before.state, between.state, after.decisionId]).toEqual(["done", "next", null]);
  expect(takenBack).toMatchObject([{ doneOn: "2026-09-09", on: "2026-09-09", reason: "决定撤销：票数记反了" }]);
  expect((await step("decide")).state).toBe("done");
  await record("publish_decision", "2026-09-09");
  expect(await effects()).toEqual(["revoked", "effective"]);
});

test("when the second vote is lost the chain waits for a vote, and nothing has effect", async () => {
  const motionId = await vote();
  await record("publish_decision", "2026-09-09");
  await revoke(motionId);
  await vote(0);

  const shown = await chain();
  expect([shown.isEffective, shown.decisionId, (await step("decide")).on]).toEqual([false, null, null]);
  expect(await effects()).toEqual(["revoked"]);
});

test("of two votes the one that stands is the step when the later one is revoked", async () => {
  await vote(16, "把集体土地出租三年");
  const motionId = await vote(16, "租金每年每亩八百元");
  await revoke(motionId);

  const { decisions } = (await recorder.room()).body;
  expect([(await chain()).decisionId, (await step("decide")).state]).toEqual([decisions[0].id, "done"]);
  await record("publish_decision", "2026-09-09");
  expect(await effects()).toEqual(["effective", "revoked"]);
});

test("the last two missing steps that two people write down at once give the decision its effect", async () => {
  await council.app.call("POST /chains/:chainId/withdrawals", { params: { chainId }, body: { step: "review", reason: "日期写错" } });
  await vote();
  const row = await council.app.write("meetings", ({ services }) => services.chains.find(chainId));
  const held = council.app.write("meetings", async ({ services }) => {
    await services.chains.record(row, { step: "review", doneOn: "2026-09-04", note: "党员大会" });
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await new Promise((resolve) => setTimeout(resolve, 60));

  const [, published] = await Promise.all([held, record("publish_decision", "2026-09-09")]);

  expect([published.status, (await chain()).isEffective, await effects()]).toEqual([200, true, ["effective"]]);
});

test("steps that were stopped take nothing more from whoever read them before", async () => {
  const row = await council.app.write("meetings", ({ services }) => services.chains.find(chainId));
  await council.app.write("meetings", ({ services }) => services.chains.stop(row, "点错了"));

  const late = await council.app.write("meetings", ({ services }) =>
    services.chains.override(row, { step: "decide", reason: "x" }).catch((error: { code: string }) => error.code),
  );

  expect(late).toBe("meetings.chainStopped");
});
