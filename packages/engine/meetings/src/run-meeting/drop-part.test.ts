import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";
import { recorderOf } from "./test-recorder.js";

let council: Council<Running>;
beforeEach(async () => void (council = await aCouncil(await startPlugin(server, { with: councilPlugins }))));
afterEach(() => council.app.close());

/** The meeting's plugin hears of the matter. */
async function hear(): Promise<void> {
  const events = await council.app.published();
  for (const { event, payload } of events)
    for (const listener of server.listeners.filter((one) => one.event === event))
      await council.app.write("meetings", (ctx) => listener.handle(payload, ctx, { eventId: event }));
}

test("a line of the ledger that went on as the part is open again when the part is dropped, and goes on as the next one", async () => {
  const { app, bodyId, matterId } = council;
  await app.call("POST /matters/:matterId/escalation", { of: "matters", params: { matterId }, body: { referTo: "县住建局", reason: "要拨款" } });
  await hear();
  const line = (): Promise<{ id: string } | undefined> =>
    app.write("meetings", ({ use }) => use.commitments.findUnfinished({ kind: "meetings.escalation", id: matterId }));
  const before = await line();
  const meetingId = await aMeeting(app, { bodyId, items: [{ matterId, minutes: 60 }], startsAt: "2026-09-09T15:00" });
  app.ports.setTime("2026-09-09T15:00");
  const recorder = recorderOf(app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "先拆除清理" })).body.outcomes[0].id;
  const decisionId = (await recorder.send({ kind: "vote", motionId, attending: 16, yes: 16, no: 0, abstain: 0 })).body.outcomes[0].id;
  const openPart = () => recorder.send({ kind: "openParts", decisionId, parts: [{ title: "拆除", standard: "过磅单" }] });
  await openPart();
  const joined = await line();
  const part = (await recorder.room()).body.parts.find(({ title }: { title: string }) => title === "拆除");

  await recorder.send({ kind: "dropPart", partId: part.id, reason: "写错了" });
  const open = await line();
  await openPart();

  expect([before !== undefined, joined, open?.id === before?.id, await line()]).toEqual([true, undefined, true, undefined]);
});
