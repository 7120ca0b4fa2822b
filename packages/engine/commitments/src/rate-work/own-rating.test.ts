import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment } from "../testing.js";

let stage: Stage;
let made: { id: string; partId: string };
beforeEach(async () => {
  stage = await setStage();
  made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });
  await step("completion", { words: "办好了" }, "wu");
  await step("checks", { isPassed: true, ways: ["on_site"] }, "leader");
});
afterEach(() => stage.app.close());

const step = (verb: string, body: object, as: string) => stage.post(`/commitments/:commitmentId/${verb}`, { commitmentId: made.id }, body, as);
const give = (personId: string, kind: string) =>
  stage.app.write("directory", ({ services }) =>
    services.roles.give({ personId, kind, placeId: stage.community.placeId, organizationId: stage.property, fromOn: "2026-09-09", givenBy: null }),
  );
const good = { resolved: "solved", satisfied: "satisfied" };

test("neither the owner nor anybody of their organisation makes rating codes, whatever rights they hold", async () => {
  await give(stage.wu, "grid_leader");
  await give(stage.chen, "grid_leader");
  const [owner, colleague, other] = [
    await step("rating-codes", { count: 1 }, "wu"),
    await step("rating-codes", { count: 1 }, "chen"),
    await step("rating-codes", { count: 1 }, "leader"),
  ];

  expect([owner.body.code, colleague.body.code, other.body.codes?.length]).toEqual(["commitments.ownRating", "commitments.ownRating", 1]);
  expect((await stage.show(made.partId, "chen")).verbs).not.toContain("ratingCodes");
  expect((await stage.show(made.partId, "leader")).verbs).toContain("ratingCodes");
});

test("nobody of the owner's organisation rates its work for themself", async () => {
  await give(stage.he, "volunteer");

  expect((await step("ratings", good, "he")).body.code).toBe("commitments.ownRating");
  expect((await step("ratings", good, "chen")).body.state).toBe("verified");
});
