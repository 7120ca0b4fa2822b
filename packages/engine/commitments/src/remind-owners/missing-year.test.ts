import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment } from "../testing.js";

let stage: Stage;
beforeEach(async () => void (stage = await setStage({ at: "2025-12-01T09:00" })));
afterEach(() => stage.app.close());

test("a hundred promises due in a year nobody loaded take no turn from one that can be reminded of", async () => {
  const promise = { ownerOrganizationId: stage.property, ownerId: stage.wu };
  for (let n = 0; n < 100; n++) await aCommitment(stage.app, { ...promise, dueOn: "2025-12-02" });
  const last = await aCommitment(stage.app, { ...promise, dueOn: "2026-09-20" });
  stage.app.ports.setTime("2026-09-16T08:00");
  const run = () => stage.app.write("commitments", (ctx) => server.jobs.find(({ id }) => id === "remind-owners")!.run(ctx));
  await run();
  await run();

  expect((await stage.show(last.partId)).timeline.at(-1)).toMatchObject({ move: "remind", note: "before_due_by_hand:owner" });
});
