import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { setStage, type Stage } from "../testing/stage.js";

const source = { kind: "meetings.decision", id: "needs", meetingId: "m2", title: "党建联盟调度会" };
let stage: Stage;
let parts: readonly string[];
beforeEach(async () => {
  stage = await setStage({ at: "2026-09-09T10:00" });
  const needs = Array.from({ length: 18 }, (_, i) => ({ title: `需求 ${i + 1}`, standard: "办好", placePath: stage.community.path }));
  parts = await stage.ask((commitments) => commitments.openParts(source, needs));
});
afterEach(() => stage.app.close());

const claim = (partId: string) =>
  stage.ask((commitments) =>
    commitments.commit(partId, {
      ...{ origin: "claimed", ownerOrganizationId: stage.property, ownerId: stage.wu, supportingOrganizationIds: [] },
      ...{ dueOn: "2026-12-20", conditions: null, verifierId: null },
    }),
  );
const seek = (partId: string, until = "2026-09-30") => stage.post("/parts/:partId/search", { partId }, { until, fallback: "street" });
const coverage = () => stage.ask((commitments) => commitments.coverageOf("m2"));
const runJob = () => stage.app.write("commitments", (ctx) => server.jobs.find(({ id }) => id === "end-days")!.run(ctx));

test("of 18 needs 12 are claimed; the six gaps hold the meeting up until each is looked for with a day and a way on, and stay on top", async () => {
  for (const partId of parts.slice(0, 12)) await claim(partId);
  const before = await coverage();
  for (const partId of parts.slice(12)) expect((await seek(partId)).status).toBe(200);

  const [after, ledger] = [await coverage(), (await stage.app.call("GET /ledger", { as: "secretary", query: { filter: "all" } })).body];

  expect([before.isCovered, before.ledCount, before.gaps.map(({ title }) => title)]).toEqual([false, 12, [13, 14, 15, 16, 17, 18].map((n) => `需求 ${n}`)]);
  expect([after.isCovered, after.gaps, after.searched.length]).toEqual([true, [], 6]);
  expect(after.searched[0]!.search).toEqual({ until: "2026-09-30", fallback: "street", isOver: false });
  expect(ledger.counts).toMatchObject({ all: 18, gap: 6 });
  expect(ledger.lines.slice(0, 6).map((line: { light: string; seekUntil: string }) => [line.light, line.seekUntil])).toEqual(
    Array(6).fill(["gap", "2026-09-30"]),
  );
});

test("a search ends once after its last day, however often and late the job runs, and says what happens now", async () => {
  for (const partId of parts.slice(0, 2)) await seek(partId);
  await claim(parts[1]!);
  stage.app.ports.setTime("2026-09-30T12:00");
  await runJob();
  const early = await stage.app.published();
  for (const day of ["2026-10-09", "2026-10-10"]) {
    stage.app.ports.setTime(`${day}T09:00`);
    await runJob();
  }

  const ended = (await stage.app.published()).filter(({ event }) => event === "commitments.searchEnded");
  expect(early.filter(({ event }) => event === "commitments.searchEnded")).toEqual([]);
  expect(ended.map(({ payload }) => payload)).toEqual([{ partId: parts[0], fallback: "street" }]);
  expect((await stage.show(parts[0]!)).timeline.slice(-3)).toMatchObject([
    { move: "seekOver", note: "报街道", byName: null },
    { move: "remind", note: "street_by_hand:superior", byName: null },
    { move: "remind", note: "search_over_by_hand:secretary", byName: null },
  ]);
});

test("whoever goes on with a part that nobody took gets one letter: the secretary, with what the meeting said should happen now", async () => {
  const me = (await stage.app.call("GET /api/session", { as: "secretary" })).body.person.id;
  await stage.app.write("directory", (ctx) => ctx.services.channels.add(me, { kind: "mail", address: "secretary@example.org", isPreferred: true }));
  await stage.post("/parts/:partId/search", { partId: parts[0]! }, { until: "2026-09-30", fallback: "assign" });
  for (const time of ["2026-09-30T09:00", "2026-10-08T09:00", "2026-10-09T09:00"]) {
    stage.app.ports.setTime(time);
    await runJob();
  }

  const letters = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").select("payload").where("topic", "=", "commitments.mail").execute();

  expect(letters.length).toBe(1);
  expect(letters[0]!.payload).toContain("还没有人认领：需求 1");
  expect(letters[0]!.payload).toContain("按会上定的办：由书记交办");
});

test("what was put off is taken up again on its day, once, and its owner and the secretary are told why it had been put off", async () => {
  await claim(parts[0]!);
  for (const partId of parts.slice(0, 2)) await stage.post("/parts/:partId/deferral", { partId }, { reason: "等住建局的预算", reviewOn: "2026-11-03" });
  const lights = async () => {
    const { lines } = (await stage.app.call("GET /ledger", { as: "secretary", query: { filter: "all" } })).body;
    return parts.slice(0, 2).map((id) => lines.find((line: { partId: string }) => line.partId === id).light);
  };
  const told: string[][] = [];
  for (const time of ["2026-11-02T12:00", "2026-11-03T00:10", "2026-11-03T00:20"]) {
    stage.app.ports.setTime(time);
    await runJob();
    told.push(await lights());
  }

  expect(told).toEqual([
    ["hold", "hold"],
    ["todo", "gap"],
    ["todo", "gap"],
  ]);
  expect((await stage.show(parts[1]!)).timeline.filter(({ move }: { move: string }) => move === "resume")).toMatchObject([
    { note: "到了再议的日子", byName: null },
  ]);
});

test("what was closed out while it was put off stays closed on its day, and keeps nothing else from being taken up", async () => {
  const commitmentId = await claim(parts[0]!);
  for (const [i, partId] of parts.slice(0, 2).entries())
    await stage.post("/parts/:partId/deferral", { partId }, { reason: "等住建局的预算", reviewOn: `2026-11-0${3 + i}` });
  await stage.post("/commitments/:commitmentId/completion", { commitmentId }, { words: "提前办好了" }, "wu");
  await stage.post("/commitments/:commitmentId/checks", { commitmentId }, { isPassed: true, ways: ["on_site"] });
  await stage.post("/commitments/:commitmentId/close-out", { commitmentId }, {});
  stage.app.ports.setTime("2026-11-05T09:00");
  await runJob();

  const { lines } = (await stage.app.call("GET /ledger", { as: "secretary", query: { filter: "all" } })).body;
  const lights = parts.slice(0, 2).map((partId) => lines.find((line: { partId: string }) => line.partId === partId).light);
  expect(lights).toEqual(["done", "gap"]);
});

test("a part that is led is not looked for, nor is one looked for until yesterday", async () => {
  await claim(parts[0]!);

  expect((await seek(parts[0]!)).body.code).toBe("commitments.partTaken");
  expect((await seek(parts[1]!, "2026-09-09")).body.code).toBe("commitments.reviewInPast");
});

test("a third deferral needs a note of the chair", async () => {
  const defer = (more: object = {}) =>
    stage.post("/parts/:partId/deferral", { partId: parts[0]! }, { reason: "暂不具备条件", reviewOn: "2026-11-03", ...more });

  const codes = [await defer(), await defer(), await defer(), await defer({ chairNote: "等上级批复" })].map(({ body }) => body.code ?? "put off");

  expect(codes).toEqual(["put off", "put off", "commitments.deferredOften", "put off"]);
  expect((await coverage()).deferred[0]).toMatchObject({ deferCount: 3, deferred: { reviewOn: "2026-11-03" } });
  expect((await stage.show(parts[0]!)).timeline.at(-1).note).toContain("等上级批复");
});

test("what was put off or looked for until a day that is over is a gap again at the next meeting, until somebody says anew what becomes of it", async () => {
  for (const partId of parts.slice(0, 15)) await claim(partId);
  await seek(parts[15]!, "2026-09-30");
  await seek(parts[16]!, "2026-10-20");
  await stage.post("/parts/:partId/deferral", { partId: parts[17]! }, { reason: "暂不具备条件", reviewOn: "2026-10-10" });
  const titles = async () => {
    const { isCovered, gaps, searched, deferred } = await coverage();
    return [isCovered, ...[gaps, searched, deferred].map((cards) => cards.map(({ title }) => title))];
  };

  const told = [];
  for (const day of ["2026-09-30", "2026-10-01", "2026-10-09", "2026-10-10", "2026-10-21"]) {
    stage.app.ports.setTime(`${day}T09:00`);
    told.push(await titles());
  }
  await seek(parts[15]!, "2026-11-30");
  await seek(parts[16]!, "2026-11-30");
  await stage.post("/parts/:partId/deferral", { partId: parts[17]! }, { reason: "仍不具备条件", reviewOn: "2026-11-30" });

  expect(told).toEqual([
    [true, [], ["需求 16", "需求 17"], ["需求 18"]],
    [false, ["需求 16"], ["需求 17"], ["需求 18"]],
    [false, ["需求 16"], ["需求 17"], ["需求 18"]],
    [false, ["需求 16", "需求 18"], ["需求 17"], []],
    [false, ["需求 16", "需求 17", "需求 18"], [], []],
  ]);
  expect(await titles()).toEqual([true, [], ["需求 16", "需求 17"], ["需求 18"]]);
});
