import { afterEach, beforeEach, expect, test } from "vitest";
import type { MigrationTools } from "@lianxin/plugin-kit";
import { createDeferrals } from "../migrations/2026-11-27-1-deferrals.js";
import server from "../server.js";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment } from "../testing.js";

let stage: Stage;
let made: { id: string; partId: string };
beforeEach(async () => {
  stage = await setStage();
  made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });
});
afterEach(() => stage.app.close());

const onPart = (verb: string, body: object) => stage.post(`/parts/:partId/${verb}`, { partId: made.partId }, body);
const runOn = async (day: string) => {
  stage.app.ports.setTime(`${day}T08:00`);
  for (const job of server.jobs) await stage.app.write("commitments", (ctx) => job.run(ctx));
};
const line = async () => (await stage.show(made.partId)).line;
const reminded = async () =>
  (await stage.show(made.partId)).timeline.filter(({ move }: { move: string }) => move === "remind").map(({ note }: { note: string }) => note);
const spans = () => stage.app.write("commitments", ({ db }) => db.selectFrom("commitments_deferral").select(["fromOn", "toOn"]).orderBy("fromOn").execute());

test("days for which work was put off are no lateness, shown or on the ladder, and they count again from the day to look at it, whenever the server woke", async () => {
  await runOn("2026-09-18");
  await onPart("deferral", { reason: "等住建局的预算", reviewOn: "2026-10-09" });
  for (const day of ["2026-09-28", "2026-10-12", "2026-10-12"]) await runOn(day);

  // Worked and not put off since the due day: 10-09, 10-10, 10-12.
  expect(await line()).toMatchObject({ light: "late", daysLate: 3 });
  expect(await reminded()).toEqual(["before_due_by_hand:owner", "overdue_by_hand:owner", "urge_by_hand:owner,grid_leader"]);
});

test("put off again while it rests it rests on; taken up by hand it counts from that day; what was blocked meanwhile is left out once", async () => {
  await stage.post("/commitments/:commitmentId/blocks", { commitmentId: made.id }, { kind: "money", reason: "没有钱", reviewOn: "2026-09-30" });
  await onPart("deferral", { reason: "等预算", reviewOn: "2026-09-25" });
  stage.app.ports.setTime("2026-09-24T09:00");
  await onPart("deferral", { reason: "还在等", reviewOn: "2026-10-20" });
  stage.app.ports.setTime("2026-10-09T09:00");
  await stage.post("/commitments/:commitmentId/blocks/lifting", { commitmentId: made.id }, {});
  await onPart("resumption", {});
  stage.app.ports.setTime("2026-10-10T09:00");

  expect(await spans()).toEqual([{ fromOn: "2026-09-09", toOn: "2026-10-09" }]);
  expect(await line()).toMatchObject({ light: "late", daysLate: 2 });
});

test("a ledger from before deferrals were kept gets their spans from its history", async () => {
  await onPart("deferral", { reason: "等预算", reviewOn: "2026-09-25" });
  await onPart("deferral", { reason: "还在等", reviewOn: "2026-10-20" });
  stage.app.ports.setTime("2026-10-09T09:00");
  await onPart("resumption", {});
  stage.app.ports.setTime("2026-10-12T09:00");
  await onPart("deferral", { reason: "又等", reviewOn: "2026-10-20", chairNote: "会上说的" });
  const before = await spans();
  await stage.app.write("commitments", ({ db }) => db.deleteFrom("commitments_deferral").execute());

  const { database } = stage.app.app.platform;
  const nothing = async () => undefined;
  const tools = { db: database.root.withoutPlugins(), createTable: nothing, createIndex: nothing } as unknown as MigrationTools;
  await database.disarmed(() => createDeferrals(tools));

  expect(before).toHaveLength(2);
  expect(await spans()).toEqual(before);
});
