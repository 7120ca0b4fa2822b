import { startPlugin } from "@lianxin/testing";
import { expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins } from "../test-council.js";
import { aMeeting } from "../testing.js";
import { sinceMoved } from "./fold-commands.js";
import { recorderOf } from "./test-recorder.js";

test("who had come before a meeting was moved to the evening is not there in the evening until they come again", async () => {
  const { app, bodyId } = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  const meetingId = await aMeeting(app, { bodyId, startsAt: "2026-09-09T15:00" });
  app.ports.setTime("2026-09-09T14:50");
  const recorder = recorderOf(app, meetingId);
  await recorder.comeIn(9);
  const before = (await recorder.room()).body.quorum.present;
  app.ports.setTime("2026-09-09T14:55");
  const body = { startsAt: "2026-09-09T19:00", placeText: "二楼", lateReason: "太热" };
  await app.call("POST /meetings/:meetingId/rescheduling", { params: { meetingId }, body });

  const moved = (await recorder.room()).body;
  app.ports.setTime("2026-09-09T18:50");
  await recorder.comeIn(16);
  const evening = (await recorder.room()).body;

  expect([before, moved.quorum.present, moved.people.some(({ isThere }: { isThere: boolean }) => isThere), evening.quorum.present]).toEqual([9, 0, false, 16]);
  expect([...new Set(evening.people.flatMap(({ cameAt }: { cameAt: string | null }) => cameAt ?? []))]).toEqual(["2026-09-09T10:50:00.000Z"]);
  await app.close();
});

test("of a log only what came at or after the move, and on the day or later, is left", () => {
  const commands = ["2026-09-08T07:00:00.000Z", "2026-09-09T06:59:59.999Z", "2026-09-09T07:00:00.000Z", "2026-09-09T07:00:00.001Z"].map((at) => ({ at }));
  const left = (movedAt: string | null) => sinceMoved(commands, { day: "2026-09-09", movedAt }, "Asia/Shanghai").length;

  expect([left(null), left("2026-09-09T07:00:00.000Z"), left("2026-09-09T07:00:00.001Z")]).toEqual([3, 2, 1]);
});
