import directory from "@lianxin/directory/server";
import { aCommunity, aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aMatter } from "../testing.js";

let app: Running;
let personId: string;
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-02T10:00" });
  await aCommunity(app);
  personId = await aPerson(app, { fullName: "周兰", account: "lan" });
  await aMatter(app, { personId, title: "最早的一件" });
  app.ports.setTime("2026-09-14T10:00");
});
afterEach(() => app.close());

const waiting = (as = "secretary") => app.call("GET /screenings/waiting", { as });
/** The rows in their order with their days, without the calendar's say: the last one was raised while no calendar was loaded. */
const setDays = (days: readonly (string | null)[], ids: readonly string[]) =>
  app.write("matters", async ({ db }) => {
    for (const [at, id] of ids.entries()) await db.updateTable("matters_matter").set({ replyBy: days[at]! }).where("id", "=", id).execute();
  });

test("what should have been answered comes first and is counted, however many came after it; what has no day comes last", async () => {
  const ids: string[] = [];
  for (const title of ["没有期限的", "今天到期的", "明天到期的", "后天到期的", "过了期的", "再后一天的"])
    ids.push((await aMatter(app, { personId, title })).id);
  await setDays([null, "2026-09-14", "2026-09-15", "2026-09-16", "2026-09-11", "2026-09-17"], ids);
  await app.write("matters", ({ db }) => db.updateTable("matters_matter").set({ replyBy: "2026-09-07" }).where("title", "=", "最早的一件").execute());

  const { body } = await waiting();

  expect(body.matters.map(({ title, isReplyLate }: Record<string, unknown>) => [title, isReplyLate])).toEqual([
    ["最早的一件", true],
    ["过了期的", true],
    ["今天到期的", false],
    ["明天到期的", false],
    ["后天到期的", false],
  ]);
  expect([body.count, body.late]).toEqual([7, 2]);
});

test("what was answered late is not counted any more, and who does not screen is not told", async () => {
  const { id } = (await waiting()).body.matters[0];
  await app.write("matters", ({ db }) => db.updateTable("matters_matter").set({ replyBy: "2026-09-07" }).where("id", "=", id).execute());
  const before = (await waiting()).body.late;
  await app.call("POST /matters/:matterId/answer", { as: "secretary", params: { matterId: id }, body: { words: "已经修好" } });

  expect([before, (await waiting()).body.late, (await waiting("lan")).status]).toEqual([1, 0, 403]);
});
