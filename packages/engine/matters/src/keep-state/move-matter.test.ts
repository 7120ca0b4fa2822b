import directory from "@lianxin/directory/server";
import { aCommunity, aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aMatter } from "../testing.js";
import { findWrongTallies } from "./check-tally.js";
import type { MatterMove } from "./matter-state.js";

let app: Running;
let personId: string;
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-03T09:00" });
  await aCommunity(app);
  personId = await aPerson(app);
});
afterEach(() => app.close());

test("of two who read the same and act on it, one is done and the other is refused with how it stands now; the counts stay right", async () => {
  const { id } = await aMatter(app, { personId });
  const read = await app.write("matters", ({ services }) => services.matters.find(id));
  const act = (move: MatterMove) => app.write("matters", ({ services }) => services.matters.move(read, move, { note: "同时" }));

  const ends = await Promise.allSettled([act("accept"), act("return")]);

  const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
  expect(refused).toHaveLength(1);
  expect(refused[0].code).toBe("matters.stateWrong");
  expect(["待上会", "已退回"]).toContain(refused[0].params.state);
  expect(await app.write("matters", ({ db }) => findWrongTallies(db))).toEqual([]);
  expect(await app.write("matters", ({ services }) => services.matters.entriesOf(id))).toHaveLength(2);
});
