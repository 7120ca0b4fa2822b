import type { MigrationTools } from "@lianxin/plugin-kit";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment, aPart } from "../testing.js";
import { createLines } from "./2026-11-26-2-lines.js";

let stage: Stage;
beforeEach(async () => void (stage = await setStage()));
afterEach(() => stage.app.close());

const nothing = async () => undefined;
const lines = () => stage.app.write("commitments", (ctx) => ctx.db.selectFrom("commitments_line").selectAll().orderBy("id").execute());

test("a ledger that stood before lines were kept gets them as its changes would have written them", async () => {
  const promise = { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" };
  const step = (commitmentId: string, verb: string, body: object) => stage.post(`/commitments/:commitmentId/${verb}`, { commitmentId }, body);
  await aPart(stage.app, { title: "没有人牵头" });
  await aCommitment(stage.app, promise);
  await step((await aCommitment(stage.app, promise)).id, "progress", { words: "开工了" });
  await step((await aCommitment(stage.app, promise)).id, "completion", { words: "办好了" });
  await stage.post("/parts/:partId/deferral", { partId: (await aCommitment(stage.app, promise)).partId }, { reason: "等", reviewOn: "2026-10-09" });
  await stage.post("/parts/:partId/withdrawal", { partId: await aPart(stage.app) }, { reason: "不要了" });
  const before = await lines();
  await stage.app.write("commitments", (ctx) => ctx.db.deleteFrom("commitments_line").execute());

  const { database } = stage.app.app.platform;
  const tools = { db: database.root.withoutPlugins(), createTable: nothing, createIndex: nothing } as unknown as MigrationTools;
  await database.disarmed(() => createLines(tools));

  expect(before).toHaveLength(5);
  expect(await lines()).toEqual(before);
  expect(await stage.app.write("commitments", (ctx) => server.checkups.find(({ id }) => id === "lines-in-step")!.run(ctx))).toEqual([]);
});
