import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment, aPart } from "../testing.js";

let stage: Stage;
let partId: string;
beforeEach(async () => {
  stage = await setStage();
  partId = await aPart(stage.app);
});
afterEach(() => stage.app.close());

const claim = (body: object, as = "wu") =>
  stage.post("/parts/:partId/commitments", { partId }, { origin: "claimed", supportingOrganizationIds: [], dueOn: "2026-09-20", ...body }, as);
const byWu = () => claim({ ownerOrganizationId: stage.property, ownerId: stage.wu });
const on = (verb: string, body: object, as: string) => stage.post(`/parts/:partId/${verb}`, { partId }, body, as);
const step = (id: string, verb: string, body: object, as: string) => stage.post(`/commitments/:commitmentId/${verb}`, { commitmentId: id }, body, as);

test("an organisation alone cannot lead", async () => {
  expect((await claim({ ownerOrganizationId: stage.property }, "wu")).body.code).toBe("commitments.claimForOther");
  expect(await claim({ origin: "assigned", ownerOrganizationId: stage.property }, "secretary")).toMatchObject({
    status: 422,
    body: { code: "commitments.ownerNeeded", field: "body.ownerId", remedy: "请选这个单位里的一个人" },
  });
});

test("a counter-claim stands beside the lead until it is decided, and then the work is theirs, with its conditions", async () => {
  const { body } = await byWu();
  const counter = { ownerOrganizationId: stage.owners, ownerId: stage.chen, dueOn: "2026-09-18", conditions: "等测量以后", words: "我们有车" };

  const made = await on("counter-claims", counter, "chen");
  const before = await stage.show(partId);
  const decided = await stage.post("/parts/:partId/counter-claims/:counterClaimId/decision", { partId, counterClaimId: made.body.id }, { isAccepted: true });
  const after = await stage.show(partId);

  expect(before.line).toMatchObject({ owner: "吴琴", commitmentId: body.id });
  expect(before.counterClaims).toMatchObject([{ owner: "陈国强", organization: "和平苑业委会", words: "我们有车", state: "made", mayDecide: true }]);
  expect(decided.body).toEqual({ state: "accepted" });
  expect(after.line).toMatchObject({ owner: "陈国强", dueOn: "2026-09-18", state: "confirmed", origin: "claimed" });
  expect(after.conditions).toBe("等测量以后");
  expect(
    (await stage.post("/parts/:partId/counter-claims/:counterClaimId/decision", { partId, counterClaimId: made.body.id }, { isAccepted: true })).body,
  ).toMatchObject({ code: "commitments.stateWrong", message: "现在是“已改由他牵头”，这一步不能办" });
});

test("a refused counter-claim needs a reason and leaves the lead; nobody claims against themself or in another's name", async () => {
  await byWu();
  const own = await on("counter-claims", { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-18", words: "我来" }, "wu");
  const forOther = await on("counter-claims", { ownerOrganizationId: stage.owners, ownerId: stage.chen, dueOn: "2026-09-18", words: "他来" }, "wu");
  const { body } = await on("counter-claims", { ownerOrganizationId: stage.owners, ownerId: stage.chen, dueOn: "2026-09-18", words: "我来" }, "chen");
  const decide = (verdict: object) => stage.post("/parts/:partId/counter-claims/:counterClaimId/decision", { partId, counterClaimId: body.id }, verdict);

  expect([own.body.code, forOther.body.code]).toEqual(["commitments.sameLead", "commitments.claimForOther"]);
  expect((await decide({ isAccepted: false })).body.code).toBe("commitments.reasonNeeded");
  expect((await decide({ isAccepted: false, note: "物业已经开工" })).body).toEqual({ state: "refused" });
  expect((await stage.show(partId)).line.owner).toBe("吴琴");
});

test("a hand-over passes only when both have signed; until then the giver leads", async () => {
  const { body } = await byWu();
  const to = { ownerOrganizationId: stage.owners, ownerId: stage.chen, reason: "物业合同到期" };
  const { body: hand } = await step(body.id, "hand-overs", to, "wu");
  const sign = (side: string, as: string) => step(body.id, `hand-overs/${hand.id}/signatures`, { side }, as);

  const twice = await step(body.id, "hand-overs", to, "wu");
  const stranger = await sign("taker", "he");
  const between = await stage.show(partId);
  const signed = await sign("taker", "chen");

  expect([twice.body.code, stranger.body.code]).toEqual(["commitments.handOverPending", "commitments.ownerOnly"]);
  expect(between.line).toMatchObject({ owner: "吴琴", commitmentId: body.id });
  expect(between.handOvers).toMatchObject([{ person: "陈国强", state: "giver_signed", mayGive: false, mayTake: true }]);
  expect(signed.body).toEqual({ state: "done" });
  expect((await stage.show(partId)).line).toMatchObject({ owner: "陈国强", ownerOrganization: "和平苑业委会", state: "confirmed", dueOn: "2026-09-20" });
});

test("who assigns may propose a hand-over, and signatures on paper are entered as such; a refused one changes nothing", async () => {
  const { body } = await byWu();
  const { body: hand } = await step(body.id, "hand-overs", { ownerOrganizationId: stage.owners, ownerId: stage.chen, reason: "换人" }, "secretary");
  await step(body.id, `hand-overs/${hand.id}/signatures`, { side: "giver" }, "leader");

  const silent = await step(body.id, `hand-overs/${hand.id}/refusal`, { side: "taker" }, "chen");
  const refused = await step(body.id, `hand-overs/${hand.id}/refusal`, { side: "taker", reason: "没有人手" }, "chen");

  expect([silent.body.code, refused.body]).toEqual(["commitments.reasonNeeded", { state: "refused" }]);
  const page = await stage.show(partId);
  expect(page.line.owner).toBe("吴琴");
  expect(page.timeline.find((entry: { move: string }) => entry.move === "handSign")).toMatchObject({ byName: "李建平", forName: "吴琴", via: "paper" });
});

test("a claim is taken back with a reason and the gap is seen; what was assigned is not, and its returns are counted", async () => {
  const { body } = await byWu();
  const silent = await step(body.id, "withdrawal", { reason: "" }, "wu");
  await step(body.id, "withdrawal", { reason: "车坏了" }, "wu");
  const gap = (await stage.show(partId)).line;
  const given = await claim({ origin: "assigned", ownerOrganizationId: stage.property, ownerId: stage.wu }, "secretary");
  await step(given.body.id, "confirmation", {}, "wu");
  const assigned = await step(given.body.id, "withdrawal", { reason: "不想办" }, "wu");
  const other = await aCommitment(stage.app, { origin: "assigned", ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-30" });
  await step(other.id, "refusal", { reason: "日常养护非本科室" }, "wu");

  expect([silent.body.code, gap.light, gap.bounceCount]).toEqual(["commitments.reasonNeeded", "gap", 0]);
  expect(assigned.body.code).toBe("commitments.claimOnly");
  expect((await stage.show(other.partId)).line).toMatchObject({ light: "gap", bounceCount: 1 });
});
