import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment, aPart } from "../testing.js";

let stage: Stage;
let made: { id: string; partId: string };
beforeEach(async () => {
  stage = await setStage();
  made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });
});
afterEach(() => stage.app.close());

const ask = (body: object, as = "wu", partId = made.partId) => stage.post("/parts/:partId/requests", { partId }, body, as);
const decide = (requestId: string, body: object, as = "secretary", partId = made.partId) =>
  stage.post("/parts/:partId/requests/:requestId/decision", { partId, requestId }, body, as);
const step = (verb: string, body: object, as = "wu") => stage.post(`/commitments/:commitmentId/${verb}`, { commitmentId: made.id }, body, as);
const runOn = async (day: string) => {
  stage.app.ports.setTime(`${day}T08:00`);
  await stage.app.write("commitments", (ctx) => server.jobs[0]!.run(ctx));
};
const reminded = async () =>
  (await stage.show(made.partId)).timeline.filter(({ move }: { move: string }) => move === "remind").map(({ note }: { note: string }) => note);

test("more time is asked for with a reason, decided by somebody else, and reminders count anew until the new day", async () => {
  await runOn("2026-09-16");
  const asked = await ask({ kind: "extension", reason: "渣土车要排队", dueOn: "2026-10-20" });
  const codes = [
    await ask({ kind: "extension", reason: "再问一次", dueOn: "2026-10-21" }),
    await decide(asked.body.id, { isApproved: true }, "wu"),
    await decide(asked.body.id, { isApproved: false }),
  ].map(({ body }) => body.code);

  const granted = await decide(asked.body.id, { isApproved: true });
  for (const day of ["2026-09-21", "2026-10-15", "2026-10-16", "2026-10-21"]) await runOn(day);

  expect(codes).toEqual(["commitments.requestPending", "commitments.deciderOnly", "commitments.reasonNeeded"]);
  expect(granted.body).toEqual({ state: "approved" });
  expect((await stage.show(made.partId)).line).toMatchObject({ dueOn: "2026-10-20", startedOn: "2026-09-09", light: "late", daysLate: 1 });
  expect(await reminded()).toEqual(["before_due_by_hand:owner", "before_due_by_hand:owner", "overdue_by_hand:owner"]);
});

test.each([
  [{ kind: "extension", reason: "不够", dueOn: "2026-09-20" }, "wu", "commitments.dueNotLater"],
  [{ kind: "extension", reason: "不够", dueOn: "2026-09-01" }, "wu", "commitments.dueInPast"],
  [{ kind: "extension", reason: "不够" }, "wu", "commitments.dueNeeded"],
  [{ kind: "extension", reason: " ", dueOn: "2026-10-20" }, "wu", "commitments.reasonNeeded"],
  [{ kind: "extension", reason: "替他问", dueOn: "2026-10-20" }, "he", "commitments.ownerOnly"],
])("refuses the request %j of %s", async (body, as, code) => {
  expect((await ask(body, as)).body.code).toBe(code);
  expect((await stage.show(made.partId)).requests).toEqual([]);
});

test("work is dropped only with a reason and the leave of another, and comes back to the ledger if that was wrong", async () => {
  const asked = await ask({ kind: "void", reason: "已由住建局统一处理" }, "secretary");
  const own = await decide(asked.body.id, { isApproved: true });
  const { body: other } = await ask({ kind: "void", reason: "住建局办" }, "wu", await aPart(stage.app, { title: "别的" }));
  await stage.app.write("directory", async ({ services }) => {
    const { personId } = stage.community;
    await services.roles.give({ personId: stage.chen, kind: "secretary", placeId: stage.community.placeId, fromOn: "2026-09-09", givenBy: personId });
  });
  const granted = await decide(asked.body.id, { isApproved: true }, "chen");
  const gone = await stage.app.call("GET /ledger", { as: "secretary", query: { filter: "all" } });
  const page = await stage.show(made.partId);
  const again = await stage.post("/parts/:partId/restoring", { partId: made.partId }, {});

  expect([own.body.code, other.code]).toEqual(["commitments.ownRequest", "commitments.ownerOnly"]);
  expect(granted.body).toEqual({ state: "approved" });
  expect(gone.body.lines.map(({ title }: { title: string }) => title)).toEqual(["别的"]);
  expect([page.line.endedAs, page.verbs]).toEqual(["void", ["restore"]]);
  expect(again.status).toBe(200);
  expect((await stage.show(made.partId)).line).toMatchObject({ light: "gap", endedAs: null });
});

test("what is blocked is neither late nor reminded of, and its days count neither as lateness nor on the ladder", async () => {
  await step("blocks", { kind: "weather", reason: "连下大雨", reviewOn: "2026-10-09" });
  const twice = await step("blocks", { kind: "money", reason: "没有钱", reviewOn: "2026-10-09" });
  for (const day of ["2026-09-16", "2026-09-28"]) await runOn(day);
  const blocked = await stage.show(made.partId);
  stage.app.ports.setTime("2026-10-09T09:00");
  await step("blocks/lifting", {});
  await runOn("2026-10-10");

  expect(twice.body.code).toBe("commitments.blockedAlready");
  expect(blocked.line).toMatchObject({ light: "hold", blockKind: "weather", blockReason: "连下大雨", reviewOn: "2026-10-09", daysLate: 0, remindedTimes: 0 });
  // Worked since the due day: 09-21..24, 09-28..30, 10-08, 10-09, 10-10; blocked until the day before 10-09.
  expect((await stage.show(made.partId)).line).toMatchObject({ light: "late", daysLate: 2, blockKind: null });
  expect(await reminded()).toEqual(["before_due_by_hand:owner", "overdue_by_hand:owner"]);
  expect((await step("blocks/lifting", {})).body.code).toBe("commitments.notBlocked");
});

test("a report lifts what blocked it, and what waits for itself is refused", async () => {
  const itself = await step("blocks", { kind: "other_part", reason: "等", reviewOn: "2026-10-09", waitsForId: made.partId });
  await step("blocks", { kind: "other_part", reason: "等测量", reviewOn: "2026-10-09", waitsForId: await aPart(stage.app, { title: "测量" }) });
  await step("completion", { words: "办好了" });

  expect(itself.body.code).toBe("commitments.waitsForItself");
  expect((await stage.show(made.partId)).line).toMatchObject({ light: "check", blockKind: null });
});

test("what nobody touched for thirty days is shown as such, with a due day or without; reminders do not touch it", async () => {
  await aPart(stage.app, { title: "没有人牵头的" });
  for (const day of ["2026-09-21", "2026-10-08"]) await runOn(day);
  stage.app.ports.setTime("2026-10-08T12:00");
  const before = await stage.app.call("GET /ledger", { as: "secretary", query: { filter: "all", stale: true } });
  stage.app.ports.setTime("2026-10-09T12:00");
  const on = await stage.app.call("GET /ledger", { as: "secretary", query: { filter: "all", stale: true } });
  await step("progress", { words: "拆了一半" });
  const after = await stage.app.call("GET /ledger", { as: "secretary", query: { filter: "all", stale: true } });

  const titles = ({ body }: typeof on) => body.lines.map(({ title, untouchedDays }: { title: string; untouchedDays: number }) => [title, untouchedDays]);
  expect(titles(before)).toEqual([]);
  expect(titles(on)).toEqual([
    ["没有人牵头的", 30],
    ["拆除与清运", 30],
  ]);
  expect(on.body.counts).toMatchObject({ all: 2, gap: 1, late: 1 });
  expect(titles(after)).toEqual([["没有人牵头的", 30]]);
});

test("the check-ups find nothing after all of it", async () => {
  await step("blocks", { kind: "weather", reason: "雨", reviewOn: "2026-10-09" });
  const asked = await ask({ kind: "extension", reason: "雨", dueOn: "2026-10-20" });
  await decide(asked.body.id, { isApproved: true });

  const found = [];
  for (const checkup of server.checkups) found.push(...(await stage.app.write("commitments", (ctx) => checkup.run(ctx))));

  expect(found).toEqual([]);
});
