import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment } from "../testing.js";
import { findWrongDones } from "./keep-done.js";

let stage: Stage;
beforeEach(async () => void (stage = await setStage()));
afterEach(() => stage.app.close());

const wrong = () => stage.app.write<string[]>("commitments", ({ db }) => findWrongDones(db));
const done = async () => (await stage.app.call("GET /ledger", { as: "secretary", query: { filter: "all" } })).body.counts.done;

/** Everything that can be done with a promise and its part; what its state does not allow is refused. */
const verbs = [
  ["/commitments/:commitmentId/completion", { words: "办好了" }, "wu"],
  ["/commitments/:commitmentId/checks", { isPassed: true, ways: [] }],
  ["/commitments/:commitmentId/close-out", {}],
  ["/commitments/:commitmentId/reopening", { reason: "又漏了", dueOn: "2026-10-20" }],
  ["/parts/:partId/withdrawal", { reason: "不要了" }],
  ["/parts/:partId/restoring", {}],
] as const;

test("whatever is done with promises, the kept counts are the counts there are", async () => {
  const promise = { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" };
  const made = [await aCommitment(stage.app, promise), await aCommitment(stage.app, promise)];
  for (const { id } of made) for (const [path, body, as] of verbs.slice(0, 3)) await stage.post(path, { commitmentId: id }, body, as);
  const closed = await done();
  const seen = new Set<number>();

  for (const [which, [path, body, as]] of fc.sample(fc.tuple(fc.nat(1), fc.constantFrom(...verbs)), { numRuns: 60, seed: 4 })) {
    const { id, partId } = made[which]!;
    await stage.post(path, path.startsWith("/parts") ? { partId } : { commitmentId: id }, body, as);
    seen.add(await done());
  }

  expect([closed, [...seen].sort()]).toEqual([2, [0, 1]]);
  expect(await wrong()).toEqual([]);
});

test("a count that is wrong is found by the check-up", async () => {
  await stage.app.write("commitments", ({ db }) =>
    db.insertInto("commitments_done").values({ id: stage.community.path, placePath: stage.community.path, count: 5 }).execute(),
  );

  expect(await wrong()).toEqual([stage.community.path]);
});
