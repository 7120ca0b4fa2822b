import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment } from "../testing.js";

let stage: Stage;
beforeEach(async () => void (stage = await setStage()));
afterEach(() => stage.app.close());

const mine = async (as: string) => (await stage.app.call("GET /mine", { as })).body.handOvers;

test("a hand-over waits on today for whoever has not signed yet, with who is on the other side, until it is done", async () => {
  const { id, partId } = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });
  const to = { ownerOrganizationId: stage.owners, ownerId: stage.chen, reason: "调走了" };
  const proposed = await stage.post("/commitments/:commitmentId/hand-overs", { commitmentId: id }, to, "leader");
  const [giver, taker, other] = [await mine("wu"), await mine("chen"), await mine("he")];

  const sign = (side: string, as: string) =>
    stage.post("/commitments/:commitmentId/hand-overs/:handOverId/signatures", { commitmentId: id, handOverId: proposed.body.id }, { side }, as);
  await sign("giver", "wu");
  const afterOne = [await mine("wu"), await mine("chen")];
  await sign("taker", "chen");

  expect([giver, taker, other]).toEqual([
    [{ id: proposed.body.id, partId, title: "拆除与清运", isMine: false, otherName: "陈国强" }],
    [{ id: proposed.body.id, partId, title: "拆除与清运", isMine: true, otherName: "吴琴" }],
    [],
  ]);
  expect([afterOne[0], afterOne[1].length, await mine("chen")]).toEqual([[], 1, []]);
});
