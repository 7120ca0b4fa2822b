import { afterEach, beforeEach, expect, test } from "vitest";
import { giveAddresses, lettersBy } from "../testing/letters.js";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment } from "../testing.js";

let stage: Stage;
let made: { id: string; partId: string };
beforeEach(async () => {
  stage = await setStage();
  made = await assignment();
  await step("confirmation");
});
afterEach(() => stage.app.close());

const assignment = (more: object = {}) =>
  aCommitment(stage.app, { origin: "assigned", ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20", ...more });
const step = (verb: string, body: object = {}, as = "wu") => stage.post(`/commitments/:commitmentId/${verb}`, { commitmentId: made.id }, body, as);
const ask = (as = "wu", reason = "不归我们管") => stage.post("/parts/:partId/requests", { partId: made.partId }, { kind: "return", reason }, as);
const decide = (requestId: string, body: object, as = "secretary") =>
  stage.post("/parts/:partId/requests/:requestId/decision", { partId: made.partId, requestId }, body, as);

test("an accepted assignment goes back with a reason once who assigns agrees: the part is a gap for somebody else, the return is counted and in its history", async () => {
  const before = (await stage.show(made.partId, "wu")).verbs;
  const asked = await ask();
  const waiting = await stage.show(made.partId);
  const granted = await decide(asked.body.id, { isApproved: true });
  const page = await stage.show(made.partId);
  const next = await stage.post(
    "/parts/:partId/commitments",
    { partId: made.partId },
    { origin: "assigned", ownerOrganizationId: stage.owners, ownerId: stage.chen, supportingOrganizationIds: [], dueOn: "2026-09-25" },
  );

  expect(before).toContain("askReturn");
  expect(waiting.line).toMatchObject({ owner: "吴琴", bounceCount: 0 });
  expect(waiting.requests).toMatchObject([{ kind: "return", reason: "不归我们管", state: "asked", mayDecide: true }]);
  expect(granted.body).toEqual({ state: "approved" });
  expect(page.line).toMatchObject({ light: "gap", owner: null, bounceCount: 1 });
  expect(page.timeline.slice(-3)).toMatchObject([{ move: "askReturn" }, { move: "giveBack", toState: "declined", note: "不归我们管" }, { move: "grant" }]);
  expect([next.status, (await stage.show(made.partId)).line.owner]).toEqual([200, "陈国强"]);
});

test("a return that is refused, with a reason, leaves the lead where it is", async () => {
  const asked = await ask();
  const codes = [await decide(asked.body.id, { isApproved: true }, "wu"), await decide(asked.body.id, { isApproved: false })].map(({ body }) => body.code);
  await decide(asked.body.id, { isApproved: false, note: "就是你们的管线" });

  expect(codes).toEqual(["commitments.deciderOnly", "commitments.reasonNeeded"]);
  expect((await stage.show(made.partId)).line).toMatchObject({ owner: "吴琴", bounceCount: 0 });
});

test("what is not accepted yet is returned at once, and a claim is taken back by itself: neither is asked for", async () => {
  made = await assignment();
  const offered = await ask();
  made = await assignment({ origin: "claimed" });
  await step("confirmation");
  const claimed = await ask();
  const verbs = (await stage.show(made.partId, "wu")).verbs;

  expect([offered.body.code, claimed.body.code]).toEqual(["commitments.assignedOnly", "commitments.assignedOnly"]);
  expect(verbs).not.toContain("askReturn");
});

test("the secretary hears of the request, and the lead of its answer", async () => {
  await giveAddresses(stage);
  let id = "";
  const asked = await lettersBy(stage, async () => (id = (await ask()).body.id));
  const answered = await lettersBy(stage, () => decide(id, { isApproved: true }));

  expect([asked, answered]).toEqual([["secretary 有申请等人决定"], ["wu 申请已同意"]]);
});

test("a return that is still asked for is settled when the lead ends otherwise", async () => {
  await ask();
  const { body } = await step("hand-overs", { ownerOrganizationId: stage.owners, ownerId: stage.chen, reason: "换人" });
  await step(`hand-overs/${body.id}/signatures`, { side: "taker" }, "chen");

  expect((await stage.show(made.partId)).requests).toMatchObject([{ kind: "return", state: "withdrawn" }]);
});
