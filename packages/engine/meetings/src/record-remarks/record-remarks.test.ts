import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recorderOf, type Recorder } from "../run-meeting/test-recorder.js";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aBody, aMeeting } from "../testing.js";

let council: Council<Running>;
let recorder: Recorder;
let [itemId, speaker] = ["", ""];

async function hold(template: string): Promise<void> {
  const parties = [
    { name: "社区", seats: [{ personId: council.people["王秀珍"]! }] },
    { name: "居民", seats: [{ personId: council.people["周兰"]! }] },
  ];
  const bodyId = await aBody(council.app, { parties, template, name: "院坝夜话" });
  const meetingId = await aMeeting(council.app, { bodyId, items: [{ title: "大家说", minutes: 60 }], startsAt: "2026-09-09T19:30" });
  council.app.ports.setTime("2026-09-09T19:30");
  recorder = recorderOf(council.app, meetingId);
  await recorder.comeIn(2);
  await recorder.send({ kind: "open" });
  const { items, people } = (await recorder.room()).body;
  [itemId, speaker] = [items[0].id, people.find(({ name }: { name: string }) => name === "周兰").id];
}
beforeEach(async () => void (council = await aCouncil(await startPlugin(server, { with: councilPlugins }))));
afterEach(() => council.app.close());

test("every remark of an evening talk is a matter with a day to answer by; the one answered on the spot is settled", async () => {
  await hold("evening_talk");
  await recorder.send({ kind: "remark", itemId, words: "楼道灯不亮", inviteeId: speaker });
  await recorder.send({ kind: "remark", itemId, words: "几点关门", answer: "晚上十点" });
  await recorder.send({ kind: "finishItem", itemId });

  const { body } = await recorder.send({ kind: "close" });
  const read = (matterId: string) => council.app.call("GET /matters/:matterId", { of: "matters", params: { matterId } });
  const [first, second] = await Promise.all(body.room.remarks.map((remark: { matter: { id: string } }) => read(remark.matter.id)));

  expect(body.room.remarks).toMatchObject([
    { words: "楼道灯不亮", inviteeId: speaker, answer: null, matter: { number: "2026-0002", replyBy: "2026-09-16" } },
    { words: "几点关门", inviteeId: null, answer: "晚上十点", matter: { number: "2026-0003" } },
  ]);
  expect([first!.body.state, first!.body.reporterName, second!.body.state]).toEqual(["proposed", "周兰", "resolved"]);
});

test("words taken out of an evening's records are gone from the matter a remark became, too", async () => {
  await hold("evening_talk");
  const { body } = await recorder.send({ kind: "remark", itemId, words: "找老张 19900001234" });
  const matterId = body.room.remarks[0].matter.id;

  const asked = await council.app.call("POST /matters/:matterId/word-search", { params: { matterId }, body: { words: "19900001234" } });
  const taken = await council.app.call("POST /meetings/:meetingId/redactions", {
    params: { meetingId: body.room.id },
    body: { words: "19900001234", reason: "本人要求" },
  });

  expect(asked.body).toMatchObject({ found: [{ kind: "matters", records: 1 }], elsewhere: [{ id: body.room.id }] });
  expect(taken.body.found).toEqual([
    { kind: "process", records: 1 },
    { kind: "matters", records: 1 },
  ]);
  expect((await council.app.call("GET /matters/:matterId", { of: "matters", params: { matterId } })).body.title).toBe("找老张 〔已删去〕");
  expect((await recorder.room()).body.remarks[0].words).toBe("找老张 〔已删去〕");
});

test("each remark keeps its own matter when an earlier one is split, and when something else is written down of that evening", async () => {
  await hold("evening_talk");
  const first = await recorder.send({ kind: "remark", itemId, words: "水沟又堵又滑" });
  const parts = { parts: [{ title: "水沟" }, { title: "坡路" }], reason: "两件事" };
  await council.app.call("POST /matters/:matterId/parts", { of: "matters", params: { matterId: first.body.room.remarks[0].matter.id }, body: parts });

  const { body } = await recorder.send({ kind: "remark", itemId, words: "楼道灯不亮" });

  expect(body.room.remarks).toMatchObject([
    { words: "水沟又堵又滑", matter: { number: "2026-0002" } },
    { words: "楼道灯不亮", matter: { number: "2026-0003" } },
  ]);
});

test("what was said before matters kept which remark they were is shown in its order", async () => {
  await hold("evening_talk");
  await recorder.send({ kind: "remark", itemId, words: "楼道灯不亮" });
  await recorder.send({ kind: "remark", itemId, words: "垃圾桶太少" });
  await council.app.write("matters", ({ db }) => db.updateTable("matters_matter").set({ remarkId: null }).execute());

  const { body } = await recorder.send({ kind: "remark", itemId, words: "几点关门" });

  expect(body.room.remarks.map((one: { words: string; matter: { number: string } }) => [one.words, one.matter.number])).toEqual([
    ["楼道灯不亮", "2026-0002"],
    ["垃圾桶太少", "2026-0003"],
    ["几点关门", "2026-0004"],
  ]);
});

test("in any other meeting a remark becomes no matter, and the refusal says what to do", async () => {
  await hold("deliberation_council");

  const { status, body } = await recorder.send({ kind: "remark", itemId, words: "楼道灯不亮" });

  expect([status, body.code, body.remedy]).toEqual([409, "meetings.notATalk", "夜话里说的每一句才逐句转办；别的会请记在各方意见里"]);
});

test("a speaker who is not on the list and an item that is not there are refused", async () => {
  await hold("evening_talk");

  const codes = [
    (await recorder.send({ kind: "remark", itemId, words: "灯", inviteeId: "nobody" })).body.code,
    (await recorder.send({ kind: "remark", itemId: "none", words: "灯" })).body.code,
  ];

  expect(codes).toEqual(["meetings.inviteeUnknown", "meetings.itemUnknown"]);
});
