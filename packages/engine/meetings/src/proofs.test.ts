import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf } from "./run-meeting/test-recorder.js";
import server from "./server.js";
import { aCouncil, councilPlugins, type Council } from "./test-council.js";
import { aMeeting } from "./testing.js";

let council: Council<Running>;
let noticeId: string;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  const meetingId = await aMeeting(council.app, { bodyId: council.bodyId, startsAt: "2026-09-09T15:00" });
  council.app.ports.setTime("2026-09-09T15:00");
  const recorder = recorderOf(council.app, meetingId);
  await recorder.comeIn(16);
  await recorder.send({ kind: "open" });
  const itemId = (await recorder.room()).body.items[0].id;
  const motionId = (await recorder.send({ kind: "move", itemId, text: "周末也开放活动室" })).body.outcomes[0].id;
  await recorder.send({ kind: "vote", motionId, attending: 16, yes: 9, no: 7, abstain: 0 });
  await recorder.send({ kind: "close" });
  const post = (path: string, body: object) => council.app.call(path, { params: { meetingId }, body });
  await post("POST /meetings/:meetingId/minutes-confirmation", {});
  noticeId = (await post("POST /meetings/:meetingId/public-notice", { fromOn: "2026-09-09", days: 7 })).body.id;
});
afterEach(() => council.app.close());

const change = <T>(work: (db: Running["db"]) => Promise<T>): Promise<T> => council.app.write("meetings", ({ db }) => work(db));
const theVote = async () => council.app.db.selectFrom("meetings_command").selectAll().where("kind", "=", "vote").executeTakeFirstOrThrow();

test("what was done in a meeting and what was put up is as it was kept, whatever happened to its states since", async () => {
  await council.app.call("POST /public-notices/:noticeId/withdrawal", { params: { noticeId }, body: { reason: "日期写错" } });

  expect(await council.app.verify()).toEqual([]);
});

test("a vote that somebody changed in the database is named", async () => {
  const { id, payload } = await theVote();
  await change((db) =>
    db
      .updateTable("meetings_command")
      .set({ payload: { ...payload, yes: 7, no: 9 } })
      .where("id", "=", id)
      .execute(),
  );

  expect(await council.app.verify()).toEqual([`记下过的内容被改动过：会议过程 ${id}`]);
});

test("a command that was taken out of the log is missed, and one that was put in is noticed", async () => {
  const vote = await theVote();
  await change((db) => db.deleteFrom("meetings_command").where("id", "=", vote.id).execute());
  const [missed] = await council.app.verify();
  await change((db) =>
    db
      .insertInto("meetings_command")
      .values([vote, { ...vote, id: council.app.ports.newId(), position: 99 }])
      .execute(),
  );

  expect(missed).toBe(`记下过的内容不见了：会议过程 ${vote.id}`);
  expect(await council.app.verify()).toEqual(["有内容没有留过凭据，可能是后来塞进去的：会议过程 1 条"]);
});

test("a page that was rewritten together with its hash is noticed all the same", async () => {
  await change((db) => db.updateTable("meetings_public_notice").set({ page: "改过的", hash: "也改了" }).execute());

  expect(await council.app.verify()).toEqual([`记下过的内容被改动过：公示 ${noticeId}`]);
});
