import { aPerson, aPlace } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment, aPart } from "../testing.js";

let stage: Stage;
beforeEach(async () => void (stage = await setStage()));
afterEach(() => stage.app.close());

const merge = (partId: string, intoId: string, as = "secretary") => stage.post("/parts/:partId/merging", { partId }, { intoId, reason: "同一件事" }, as);

test("nothing is merged into what is closed out", async () => {
  const made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });
  const step = (verb: string, body: object, as: string) => stage.post(`/commitments/:commitmentId/${verb}`, { commitmentId: made.id }, body, as);
  await step("completion", { words: "办好了" }, "wu");
  await step("checks", { isPassed: true, ways: [] }, "leader");
  await step("close-out", {}, "secretary");
  const partId = await aPart(stage.app, { title: "围挡" });

  expect((await merge(partId, made.partId)).body).toMatchObject({ code: "commitments.mergedIntoClosed", field: "body.intoId" });
  expect((await stage.show(partId)).line.endedAs).toBeNull();
});

test("nobody merges into a line at a place where they may not assign, and does not learn that it is there", async () => {
  const [here, there] = [await aPlace(stage.app, { name: "和平苑" }), await aPlace(stage.app, { name: "团结里" })];
  await aPerson(stage.app, { fullName: "赵明", account: "zhao", role: "grid_leader", rolePlaceId: here.id });
  const [own, near, far] = [
    await aPart(stage.app, { title: "围挡", placePath: here.path }),
    await aPart(stage.app, { title: "围挡二", placePath: here.path }),
    await aPart(stage.app, { title: "围挡三", placePath: there.path }),
  ];

  const [refused, taken] = [await merge(own, far, "zhao"), await merge(own, near, "zhao")];

  expect([refused.status, refused.body.code, refused.body.field]).toEqual([404, "commitments.partUnknown", "body.intoId"]);
  expect(taken.status).toBe(200);
});
