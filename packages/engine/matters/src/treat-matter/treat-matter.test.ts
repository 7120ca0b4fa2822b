import directory from "@lianxin/directory/server";
import { aCommunity, aPerson, type SetUp } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Matters } from "../matters.js";
import server from "../server.js";
import { aMatter } from "../testing.js";

let app: Running;
let community: SetUp;
let personId: string;
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-03T09:00" });
  community = await aCommunity(app);
  personId = await aPerson(app, { channels: [{ kind: "mail", address: "he@example.org" }] });
});
afterEach(() => app.close());

const ask = <T>(question: (matters: Matters) => Promise<T>) => app.write("matters", (ctx) => question(ctx.services.others));

/** What letters to whoever raised it say of the stage, in the order they were written. */
const letters = async () => {
  const rows = await app.app.platform.database.kit.selectFrom("kit_outbox").select("payload").where("topic", "=", "matters.mail").orderBy("id").execute();
  return rows.map(({ payload }) => (JSON.parse(String(payload)) as { text: string }).text.trim().split("\n").slice(3).join("\n"));
};

test("an agenda is made of accepted and deferred matters at a place, oldest first", async () => {
  const [first, second] = [
    await aMatter(app, { personId, isAccepted: true, title: "挡土墙" }),
    await aMatter(app, { personId, isAccepted: true, title: "停车" }),
  ];
  await aMatter(app, { personId, title: "还没有审查" });

  const waiting = await ask((matters) => matters.waitingForMeeting(community.path));
  const elsewhere = await ask((matters) => matters.waitingForMeeting("/elsewhere/"));

  expect(waiting.map((card) => [card.id, card.title, card.state])).toEqual([
    [first.id, "挡土墙", "accepted"],
    [second.id, "停车", "accepted"],
  ]);
  expect(elsewhere).toEqual([]);
});

test("a matter goes onto an agenda, is discussed and decided, and each step is in its record", async () => {
  const { id } = await aMatter(app, { personId, isAccepted: true });

  await ask((matters) => matters.schedule([id], "m1"));
  await ask((matters) => matters.decide(id, "d1", "m1"));

  expect(await ask((matters) => matters.findMatter(id))).toMatchObject({ state: "decided", number: "2026-0001", reportedBy: personId });
  const page = await app.call("GET /matters/:matterId", { as: "secretary", params: { matterId: id } });
  expect(page.body).toMatchObject({ decisionId: "d1", meetingId: "m1" });
  expect(page.body.timeline.map((entry: { move: string }) => entry.move)).toEqual(["raise", "accept", "schedule", "discuss", "decide"]);
  expect(await app.published()).toContainEqual({ event: "matters.decided", payload: { matterId: id, decisionId: "d1", meetingId: "m1" } });
});

test("whoever raised it is written to when the decision on it takes effect, waits again, or is refused", async () => {
  const { id } = await aMatter(app, { personId, isAccepted: true });
  await ask((matters) => matters.schedule([id], "m1"));
  await ask((matters) => matters.decide(id, "d1", "m1", "业主大会表决"));
  await ask((matters) => matters.setAwaited(id, null));
  await ask((matters) => matters.setAwaited(id, "走完这几步：公示"));

  await ask((matters) => matters.refuse(id, "业主大会没有同意"));
  await ask((matters) => matters.refuse(id, "再说一遍"));

  const { timeline, state } = (await app.call("GET /matters/:matterId", { as: "secretary", params: { matterId: id } })).body;
  expect([state, ...timeline.slice(-4).map((entry: { move: string; note: string | null }) => [entry.move, entry.note])]).toEqual([
    "deferred",
    ["decide", null],
    ["effective", null],
    ["awaiting", null],
    ["refuse", "业主大会没有同意"],
  ]);
  expect((await letters()).slice(-4)).toEqual([
    "会上已经议定，还要等业主大会表决，之后才能办。",
    "会上已经议定，正在落实。",
    "会上已经议定，还要等走完这几步：公示，之后才能办。",
    "会上还没有定下来，下次再商量。\n说明：业主大会没有同意",
  ]);
});

test("what was not settled comes back to the backlog with its reason, and can be scheduled again", async () => {
  const { id } = await aMatter(app, { personId, isAccepted: true });
  await ask((matters) => matters.schedule([id], "m1"));

  await expect(ask((matters) => matters.defer(id, "m1", " "))).rejects.toMatchObject({ code: "matters.reasonNeeded" });
  await ask((matters) => matters.defer(id, "m1", "等住建局的意见"));

  expect(await ask((matters) => matters.waitingForMeeting(community.path))).toMatchObject([{ id, state: "deferred" }]);
  await ask((matters) => matters.schedule([id], "m2"));
  expect(await ask((matters) => matters.findMatter(id))).toMatchObject({ state: "scheduled" });
});

test("a matter nobody screened cannot be put on an agenda, and then none of the others is", async () => {
  const [accepted, raw] = [await aMatter(app, { personId, isAccepted: true }), await aMatter(app, { personId })];

  await expect(ask((matters) => matters.schedule([accepted.id, raw.id], "m1"))).rejects.toMatchObject({ code: "matters.stateWrong" });

  expect(await ask((matters) => matters.findMatter(accepted.id))).toMatchObject({ state: "accepted" });
  await expect(ask((matters) => matters.schedule(["nothing"], "m1"))).rejects.toMatchObject({ code: "matters.matterUnknown" });
});

test("others read matters without names of people", async () => {
  await aMatter(app, { personId });

  const rows = await app.write<object[]>("matters", (ctx) => ctx.db.selectFrom("matters_v1_matter").selectAll().execute());

  expect(rows.map((row) => Object.keys(row).sort())).toEqual([["decisionId", "id", "meetingId", "number", "placePath", "raisedOn", "state", "title"]]);
});
