import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

const source = { kind: "meetings.escalation", id: "e1", meetingId: null, title: "问题交办会" };
const [lastMeeting, cutOff] = ["2026-11-03T08:30:00.000Z", "2026-11-25T09:00:00.000Z"];
let stage: Stage;
beforeEach(async () => void (stage = await setStage({ at: "2026-11-02T09:00" })));
afterEach(() => stage.app.close());

const at = (time: string) => stage.app.ports.setTime(time);
const open = (count: number, from: number) =>
  stage.ask((commitments) =>
    commitments.openParts(
      source,
      Array.from({ length: count }, (_, i) => ({ title: `第 ${from + i} 件`, standard: "办好", placePath: stage.community.path })),
    ),
  );
const assign = (partId: string, dueOn = "2026-12-31") =>
  stage.ask((commitments) =>
    commitments.commit(partId, {
      ...{ origin: "assigned", ownerOrganizationId: stage.property, ownerId: stage.wu, supportingOrganizationIds: [], dueOn },
      ...{ conditions: null, verifierId: null },
    }),
  );
const step = (id: string, verb: string, body: object, as: string) => stage.post(`/commitments/:commitmentId/${verb}`, { commitmentId: id }, body, as);
async function close(partId: string): Promise<void> {
  const id = await assign(partId);
  await step(id, "completion", { words: "办好了" }, "wu");
  await step(id, "checks", { isPassed: true, ways: [] }, "leader");
  await step(id, "close-out", {}, "secretary");
}
const rollOver = (more: object = {}) =>
  stage.ask((commitments) => commitments.rollOver({ path: stage.community.path, since: lastMeeting, cutOff, from: "cut-off", ...more }));

test("of 23 lines five are closed, nine are new, two are one: 18 + 9 = 27 = 0 closed + 23 assigned + 3 deferred + 1 merged", async () => {
  const november = await open(23, 1);
  at("2026-11-20T10:00");
  for (const partId of november.slice(0, 5)) await close(partId);
  const escalated = await open(9, 24);
  at("2026-11-26T10:00");
  const [tooLate] = await open(1, 33);
  at("2026-12-01T14:30");
  const before = await rollOver();
  await stage.ask((commitments) => commitments.mergePart(escalated[8]!, november[5]!, "同一处"));
  for (const partId of november.slice(20)) await stage.ask((commitments) => commitments.deferPart(partId, "暂不具备条件", "2027-01-05"));
  const between = await rollOver();
  for (const partId of [...november.slice(5, 20), ...escalated.slice(0, 8)]) await assign(partId);

  const after = await rollOver();

  const none = { closed: 0, merged: 0, withdrawn: 0, deferred: 0 };
  expect(before).toMatchObject({ rolled: 18, opened: 9, open: 27, ownerless: 27, ...none });
  expect(between).toMatchObject({ rolled: 18, opened: 9, open: 23, ownerless: 23, deferred: 3, merged: 1, closed: 0, withdrawn: 0 });
  expect(after).toMatchObject({ rolled: 18, opened: 9, open: 23, ownerless: 0, deferred: 3, merged: 1, closed: 0, withdrawn: 0 });
  expect(after.rolled + after.opened).toBe(after.closed + after.open + after.deferred + after.merged + after.withdrawn);
  expect(after.parts.map(({ partId }) => partId).sort()).toEqual([...november.slice(5), ...escalated].sort());
  expect(after.parts.some(({ partId }) => partId === tooLate)).toBe(false);
});

test("the account of the month holds what was closed in it: 23 + 10 = 5 + 1 + 3 + 24, and it is what the ledger's foot says", async () => {
  const november = await open(23, 1);
  at("2026-11-20T10:00");
  for (const partId of november.slice(0, 5)) await close(partId);
  const escalated = await open(10, 24);
  await stage.ask((commitments) => commitments.mergePart(escalated[8]!, november[5]!, "同一处"));
  for (const partId of november.slice(20)) await stage.ask((commitments) => commitments.deferPart(partId, "暂不具备条件", "2027-01-05"));

  const now = "2026-11-30T12:00:00.000Z";
  const sums = await rollOver({ cutOff: now, until: now, from: "since" });
  const foot = await stage.app.call("GET /ledger/account", { as: "secretary" });

  expect(sums).toMatchObject({ rolled: 23, opened: 10, closed: 5, merged: 1, deferred: 3, open: 24, withdrawn: 0 });
  expect(foot.body).toMatchObject({ since: "2026-11-01", rolled: 0, opened: 33, closed: 5, merged: 1, deferred: 3, open: 24, withdrawn: 0 });
});

test("what was withdrawn or made void is on the right side, and what was put back or opened again is opened anew", async () => {
  const [first, second, third] = await open(3, 1);
  await stage.ask((commitments) => commitments.withdrawPart(first!, "提出人不要了"));
  await close(second!);
  at("2026-11-10T10:00");
  await stage.post("/parts/:partId/restoring", { partId: first! }, {});
  const { line } = await stage.show(second!);
  await step(line.commitmentId, "reopening", { reason: "又坏了", dueOn: "2026-12-20" }, "leader");

  const sums = await rollOver({ until: cutOff });

  expect(third).toBeDefined();
  expect(sums).toMatchObject({ rolled: 1, opened: 2, open: 3, ownerless: 2, closed: 0, withdrawn: 0 });
});

test("lines of other places and other sources do not stand on the list", async () => {
  await open(2, 1);
  await stage.ask((commitments) =>
    commitments.openParts({ ...source, kind: "test.other" }, [{ title: "别的", standard: "办好", placePath: stage.community.path }]),
  );
  await stage.ask((commitments) => commitments.openParts(source, [{ title: "别处", standard: "办好", placePath: "/elsewhere/" }]));

  expect((await rollOver({ sourceKinds: ["meetings.escalation"] })).rolled).toBe(2);
  expect((await rollOver()).rolled).toBe(3);
});
