import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment } from "../testing.js";

let stage: Stage;
let made: { id: string; partId: string };
beforeEach(async () => {
  stage = await setStage();
  made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });
});
afterEach(() => stage.app.close());

const waiting = async (as = "secretary") => (await stage.app.call("GET /waiting", { as })).body.waiting;
const ask = (body: object, as = "wu") => stage.post("/parts/:partId/requests", { partId: made.partId }, body, as);
const report = (as = "wu") => stage.post("/commitments/:commitmentId/completion", { commitmentId: made.id }, { words: "办好了" }, as);

test("requests wait on today for who decides them, until they are decided; not for who asked", async () => {
  const { body } = await ask({ kind: "extension", reason: "渣土车要排队", dueOn: "2026-10-20" });
  await ask({ kind: "void", reason: "住建局办" }, "secretary");

  expect(await waiting()).toMatchObject([{ id: body.id, kind: "extension", title: "拆除与清运", wantedDueOn: "2026-10-20", reason: "渣土车要排队" }]);
  await stage.post("/parts/:partId/requests/:requestId/decision", { partId: made.partId, requestId: body.id }, { isApproved: true });

  expect(await waiting()).toEqual([]);
});

test("a claim against the lead waits on today for who decides it, not for who made it nor for the lead, until it is decided", async () => {
  for (const as of ["wu", "chen"]) for (const right of ["see", "assign"]) stage.app.grant(as, `commitments.${right}`, "/");
  const claim = { ownerOrganizationId: stage.owners, ownerId: stage.chen, dueOn: "2026-09-18", words: "我们有车" };
  const { body } = await stage.post("/parts/:partId/counter-claims", { partId: made.partId }, claim, "chen");

  expect(await waiting()).toEqual([
    { id: body.id, partId: made.partId, title: "拆除与清运", kind: "counterClaim", reason: "我们有车", wantedDueOn: "2026-09-18" },
  ]);
  expect([await waiting("chen"), await waiting("wu")]).toEqual([[], []]);
  const decided = { partId: made.partId, counterClaimId: body.id };
  await stage.post("/parts/:partId/counter-claims/:counterClaimId/decision", decided, { isAccepted: false, note: "物业已经开工" });

  expect(await waiting()).toEqual([]);
});

test("a report nobody is named to check waits for who may check, not for who entered it", async () => {
  await report();
  const seen = await waiting();

  expect(seen).toMatchObject([{ partId: made.partId, kind: "report" }]);
  expect((await stage.show(made.partId)).checkBar).toBeNull();
});

test("who entered the report is told why they cannot check it, and it does not wait for them", async () => {
  await report("secretary");

  expect(await waiting()).toEqual([]);
  expect((await stage.show(made.partId)).checkBar).toBe("reporter");
  expect((await stage.show(made.partId, "wu")).checkBar).toBe("owner");
});
