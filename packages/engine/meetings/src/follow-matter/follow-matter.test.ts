import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";

let council: Council<Running>;
let app: Running;
let heard = 0;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
  app = council.app;
  heard = 0;
});
afterEach(() => app.close());

async function hear(): Promise<void> {
  const events = await app.published();
  for (const { event, payload } of events.slice(heard))
    for (const listener of server.listeners.filter((one) => one.event === event))
      await app.write("meetings", (ctx) => listener.handle(payload, ctx, { eventId: event }));
  heard = events.length;
}
async function ask(plugin: string, path: string, params: Record<string, string>, body: object = {}, as = "secretary") {
  const answer = await app.call(path, { of: plugin, as, params, body });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
}
const promise = (title: string, lead?: object) =>
  ask("meetings", "POST /matters/:matterId/promises", { matterId: council.matterId }, { title, standard: "办好", ...(lead && { lead }) });
/** Letters to whoever raised it. */
async function told() {
  const rows = await app.app.platform.database.kit.selectFrom("kit_outbox").select("payload").where("topic", "=", "matters.mail").orderBy("id").execute();
  return rows.map(({ payload }) => JSON.parse(String(payload)));
}
const answers = { isPublic: true, isLawful: true, isOurLevel: true, isConcrete: true, isNew: true, areSidesKnown: true, usesMaintenanceFund: false };
const stateOf = async () => (await app.call("GET /matters/:matterId", { of: "matters", params: { matterId: council.matterId } })).body.state;

/** Two pieces of work for one matter without a meeting: one led and done to its close-out, one that nobody leads. */
async function closeOneOfTwo(): Promise<{ gapId: string }> {
  const lead = { ownerOrganizationId: council.organizations.社区, ownerId: council.people["吴琴"], dueOn: "2026-10-25" };
  const { commitmentId } = await promise("拆墙", lead);
  const { partId: gapId } = await promise("运渣土");
  await ask("commitments", "POST /commitments/:commitmentId/completion", { commitmentId }, { words: "拆完了" }, "grid");
  await ask("commitments", "POST /commitments/:commitmentId/checks", { commitmentId }, { isPassed: true, ways: [], note: "看过" });
  await ask("commitments", "POST /commitments/:commitmentId/close-out", { commitmentId }, { note: "满意" });
  await hear();
  return { gapId };
}

test("a matter is not settled while work for it has nobody who leads it", async () => {
  const before = await stateOf();
  await closeOneOfTwo();

  expect(await stateOf()).toBe(before);
});

test("who leads the work is told to whoever keeps the matter, and to a private link only the unit", async () => {
  const { body } = await app.call("POST /public/matters", {
    ...{ of: "matters", as: null },
    body: { placeId: council.compoundId, title: "墙后的排水沟堵了", detail: "一下雨就漫出来" },
  });
  const [id, key] = body.link.split("/").slice(-2) as [string, string];
  const lead = { ownerOrganizationId: council.organizations.社区, ownerId: council.people["吴琴"], dueOn: "2026-10-25" };
  await ask("matters", "POST /matters/:matterId/screenings", { matterId: id }, { answers, outcome: "accepted", reason: "属实，联系 13900000000" });
  await ask("meetings", "POST /matters/:matterId/promises", { matterId: id }, { title: "清沟", standard: "不积水", lead });
  await hear();

  const followed = await app.call("GET /public/matters/:matterId/:key", { of: "matters", as: null, params: { matterId: id, key } });
  const kept = await app.call("GET /matters/:matterId", { of: "matters", params: { matterId: id } });

  expect(kept.text).toContain("责任人：吴琴");
  expect(followed.text).toContain("清沟；责任单位：光明路社区居委会；2026年10月25日前");
  expect(followed.text).not.toContain("吴琴");
  expect(followed.text).not.toContain("13900000000");
});

test("when the last open work leaves the ledger, what was closed out settles the matter", async () => {
  const { gapId } = await closeOneOfTwo();
  await ask("commitments", "POST /parts/:partId/withdrawal", { partId: gapId }, { reason: "一起运走了" });
  await hear();

  expect(await stateOf()).toBe("resolved");
});

test("work that was dropped by mistake and is put back takes the matter up again, and whoever raised it is told", async () => {
  const { gapId } = await closeOneOfTwo();
  await ask("commitments", "POST /parts/:partId/withdrawal", { partId: gapId }, { reason: "点错了" });
  await hear();
  const settled = await stateOf();
  await ask("commitments", "POST /parts/:partId/restoring", { partId: gapId });
  await hear();
  const { body } = await app.call("GET /matters/:matterId", { of: "matters", params: { matterId: council.matterId } });

  expect([settled, body.state, body.openWork]).toEqual(["resolved", "decided", ["运渣土"]]);
  expect(body.timeline.at(-1)).toMatchObject({ move: "resume", note: "运渣土：前面误撤了，现已恢复，继续办" });
  expect((await told()).at(-1)).toMatchObject({ subject: expect.stringContaining("继续办理") });
});

test("work that is put back for a matter that was never settled changes nothing but what is open for it", async () => {
  const { partId } = await promise("拆墙");
  const before = await stateOf();
  await ask("commitments", "POST /parts/:partId/withdrawal", { partId }, { reason: "点错了" });
  await ask("commitments", "POST /parts/:partId/restoring", { partId });
  await hear();
  const { body } = await app.call("GET /matters/:matterId", { of: "matters", params: { matterId: council.matterId } });

  expect([body.state, body.openWork]).toEqual([before, ["拆墙"]]);
});

test("work that is dropped before anything was done settles nothing", async () => {
  const { partId } = await promise("拆墙");
  const before = await stateOf();
  await ask("commitments", "POST /parts/:partId/withdrawal", { partId }, { reason: "不用了" });
  await hear();

  expect(await stateOf()).toBe(before);
});

test("a matter that is taken back from above loses the line nobody took, and is not settled by what was closed out before", async () => {
  const { gapId } = await closeOneOfTwo();
  await ask("matters", "POST /matters/:matterId/escalation", { matterId: council.matterId }, { referTo: "县住建局", reason: "要拨款" });
  await hear();
  await ask("commitments", "POST /parts/:partId/withdrawal", { partId: gapId }, { reason: "由县里办" });
  await hear();
  const line = () => app.write("meetings", ({ use }) => use.commitments.findUnfinished({ kind: "meetings.escalation", id: council.matterId }));
  const above = await line();
  await ask("matters", "POST /matters/:matterId/recall", { matterId: council.matterId }, { reason: "县里说归社区" });
  await hear();
  await hear();

  expect(above).toMatchObject({ commitment: null });
  expect([await line(), await stateOf()]).toEqual([undefined, "accepted"]);
});
