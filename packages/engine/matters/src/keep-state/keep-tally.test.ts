import directory from "@lianxin/directory/server";
import { aCommunity, aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aMatter } from "../testing.js";
import { findWrongTallies } from "./check-tally.js";
import { matterMoves, type MatterMove } from "./matter-state.js";

let app: Running;
let personId: string;
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-03T09:00" });
  await aCommunity(app);
  personId = await aPerson(app);
});
afterEach(() => app.close());

const wrong = () => app.write<string[]>("matters", ({ db }) => findWrongTallies(db));

test("whatever is done with matters, the kept counts are the counts there are", async () => {
  const ids = [(await aMatter(app, { personId })).id, (await aMatter(app, { personId, isAccepted: true })).id, (await aMatter(app, { personId })).id];

  for (const [n, move] of fc.sample(fc.tuple(fc.nat(2), fc.constantFrom(...matterMoves)), { numRuns: 60, seed: 5 }))
    await app
      .write("matters", async ({ services }) => services.matters.move(await services.matters.find(ids[n]!), move as MatterMove))
      .catch((error: { code?: string }) => expect(error.code).toBe("matters.stateWrong"));

  expect(await wrong()).toEqual([]);
});

test("a count that is wrong is found by the check-up", async () => {
  await aMatter(app, { personId });

  await app.write("matters", ({ db }) => db.updateTable("matters_tally").set({ count: 5 }).execute());

  expect(await wrong()).toHaveLength(1);
});
