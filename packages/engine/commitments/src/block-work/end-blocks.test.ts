import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { giveAddresses, lettersOf } from "../testing/letters.js";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment, aPart } from "../testing.js";

let stage: Stage;
let made: { id: string; partId: string };
beforeEach(async () => {
  stage = await setStage();
  made = await aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-20" });
  await giveAddresses(stage);
});
afterEach(() => stage.app.close());

const step = (verb: string, body: object, as = "wu") => stage.post(`/commitments/:commitmentId/${verb}`, { commitmentId: made.id }, body, as);
const runOn = async (day: string) => {
  stage.app.ports.setTime(`${day}T08:00`);
  for (const job of server.jobs) await stage.app.write("commitments", (ctx) => job.run(ctx));
};
const letters = async () => [...(await lettersOf(stage)).values()];
const line = async () => (await stage.show(made.partId)).line;

test("on the day to look again a block is over by itself: once, with a letter to the owner and the secretary, and the ladder goes on", async () => {
  await step("blocks", { kind: "weather", reason: "连下大雨", reviewOn: "2026-10-09" });
  await runOn("2026-10-08");
  const [before, told] = [await line(), await letters()];
  for (const day of ["2026-10-12", "2026-10-12", "2026-10-13"]) await runOn(day);
  const found = [];
  for (const checkup of server.checkups) found.push(...(await stage.app.write("commitments", (ctx) => checkup.run(ctx))));

  expect([before.light, told]).toEqual(["hold", ["secretary 责任人说办不下去，请看看怎么帮：拆除与清运"]]);
  // Worked and not blocked since the due day: 10-09, 10-10, 10-12, 10-13.
  expect(await line()).toMatchObject({ light: "late", daysLate: 4, blockKind: null });
  expect((await letters()).slice(1).sort()).toEqual([
    "secretary 受阻解除，接着办：拆除与清运",
    "wu 催办：拆除与清运（2026-09-20）",
    "wu 受阻解除，接着办：拆除与清运",
    "wu 已超期：拆除与清运（2026-09-20）",
    "wu 补提醒：拆除与清运（2026-09-20）",
  ]);
  expect(found).toEqual([]);
});

test("nobody is out of sight for longer than the community allows, and the refusal names the last day", async () => {
  const refused = await step("blocks", { kind: "money", reason: "没有钱", reviewOn: "2026-11-09" });
  const taken = await step("blocks", { kind: "money", reason: "没有钱", reviewOn: "2026-11-08" });

  expect([refused.status, refused.body.code, refused.body.params]).toEqual([422, "commitments.reviewTooLate", { days: 60, last: "2026-11-08" }]);
  expect(taken.status).toBe(200);
});

test("what waited for another part goes on when that is closed out, before the day to look again", async () => {
  const other = await aCommitment(stage.app, { ownerOrganizationId: stage.owners, ownerId: stage.chen, dueOn: "2026-09-20", partId: await aPart(stage.app) });
  await step("blocks", { kind: "other_part", reason: "等测量", reviewOn: "2026-09-18", waitsForId: other.partId });
  await stage.app.write("commitments", async ({ db }) => {
    await db.updateTable("commitments_line").set({ phase: "done" }).where("id", "=", other.partId).execute();
  });
  await runOn("2026-09-10");

  expect((await line()).light).not.toBe("hold");
  expect((await stage.show(made.partId)).timeline.at(-1)).toMatchObject({ move: "lift", note: "等的那项任务已经销号，受阻解除：等测量", byName: null });
});
