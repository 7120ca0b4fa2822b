import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, anOrganization, aPerson, type SetUp } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";

const holidays = ["2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"].map((day) => ({ day, name: "假", isOffDay: true }));
const worked = ["2026-09-20", "2026-10-10"].map((day) => ({ day, name: "调休", isOffDay: false }));
let app: Running;
let community: SetUp;
const ids: Record<string, string> = {};
const source = { kind: "meetings.decision", id: "d1", meetingId: "m1", title: "挡土墙：先拆除清理、再砌筑重建" };

beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-09T16:20" });
  community = await aCommunity(app);
  await aHolidayYear(app, { year: 2026, days: [...holidays, ...worked] });
  for (const [key, name] of [
    ["property", "和平苑物业"],
    ["owners", "和平苑业委会"],
    ["housing", "县住建局"],
    ["residents", "居民代表"],
  ] as const)
    ids[key] = await anOrganization(app, { name, kind: "other" });
  for (const [key, fullName] of [
    ["wu", "吴琴"],
    ["chen", "陈国强"],
    ["liu", "刘工"],
    ["he", "何志远"],
  ] as const)
    ids[key] = await aPerson(app, {
      fullName,
      account: key,
      channels: [
        { kind: "mail", address: `${key}@example.org` },
        { kind: "phone", address: `1990000000${fullName.length}` },
      ],
    });
  app.signInAs("secretary");
});
afterEach(() => app.close());

let keys = 0;
const step = (id: string, verb: string, body: object, as: string) =>
  app.call(`POST /commitments/:commitmentId/${verb}`, { as, params: { commitmentId: id }, body, headers: { "idempotency-key": `w${keys++}` } });
const runJob = () => app.write("commitments", (ctx) => server.jobs[0]!.run(ctx));

/** The four claims of the meeting, as the meeting writes them down. */
async function fourClaims(): Promise<Record<"clearing" | "plan" | "opinion" | "fence", string>> {
  return app.write("commitments", async ({ services: { others } }) => {
    const parts = await others.openParts(
      source,
      ["拆除与清运", "板房重建方案和维修资金表决", "出具加固设计意见", "现场围挡提醒"].map((title) => ({
        title,
        standard: "按决议办好",
        placePath: community.path,
      })),
    );
    const claim = (part: number, organization: string, owner: string, dueOn: string, more = {}) =>
      others.commit(parts[part]!, {
        origin: "claimed",
        ownerOrganizationId: ids[organization]!,
        ownerId: ids[owner]!,
        supportingOrganizationIds: [],
        dueOn,
        conditions: null,
        verifierId: null,
        ...more,
      });
    return {
      clearing: await claim(0, "property", "wu", "2026-09-20", { supportingOrganizationIds: [ids.owners!], verifierId: ids.he! }),
      plan: await claim(1, "owners", "chen", "2026-10-20"),
      opinion: await claim(2, "housing", "liu", "2026-09-30"),
      fence: await claim(3, "residents", "he", "2026-09-10"),
    };
  });
}

/** Reported by its owner, checked by another, closed out by the secretary. */
async function finish(id: string, owner: string, checker: string): Promise<number[]> {
  const answers = [
    await step(id, "completion", { words: "办好了", paper: "照片 2 张、过磅单 1 张" }, owner),
    await step(id, "checks", { isPassed: true, ways: ["on_site"] }, checker),
    await step(id, "close-out", {}, "secretary"),
  ];
  return answers.map((answer) => answer.status);
}

test("of the four promises about the retaining wall three are closed on their days and one is overdue on 10-21", async () => {
  const claims = await fourClaims();
  const statuses: number[][] = [];
  for (let day = "2026-09-10"; day <= "2026-10-21"; day = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)) {
    app.ports.setTime(`${day}T09:00`);
    if (day === "2026-09-10") statuses.push(await finish(claims.fence, "he", "secretary"));
    if (day === "2026-09-21") statuses.push(await finish(claims.clearing, "wu", "he"));
    if (day === "2026-10-20") statuses.push(await finish(claims.plan, "chen", "secretary"));
    await runJob();
  }

  const { body } = await app.call("GET /ledger", { query: { filter: "all", meetingId: "m1" } });
  const lines = body.lines.map((line: Record<string, unknown>) => [line.title, line.light, line.closedOn, line.ownerOrganization, line.owner]);
  expect(statuses).toEqual(Array(3).fill([200, 200, 200]));
  expect(body.counts).toMatchObject({ all: 4, done: 3, late: 1, gap: 0 });
  expect(lines.sort()).toEqual(
    [
      ["出具加固设计意见", "late", null, "县住建局", "刘工"],
      ["拆除与清运", "done", "2026-09-21", "和平苑物业", "吴琴"],
      ["板房重建方案和维修资金表决", "done", "2026-10-20", "和平苑业委会", "陈国强"],
      ["现场围挡提醒", "done", "2026-09-10", "居民代表", "何志远"],
    ].sort(),
  );
  const reminded = await app.write<{ commitmentId: string; step: string; doneOn: string }[]>("commitments", (ctx) =>
    ctx.db.selectFrom("commitments_reminder").select(["commitmentId", "step", "doneOn"]).orderBy("doneOn").execute(),
  );
  expect(reminded).toEqual([
    { commitmentId: claims.clearing, step: "before_due", doneOn: "2026-09-16" },
    { commitmentId: claims.opinion, step: "before_due", doneOn: "2026-09-26" },
    { commitmentId: claims.opinion, step: "overdue", doneOn: "2026-10-08" },
    { commitmentId: claims.opinion, step: "urge", doneOn: "2026-10-10" },
    { commitmentId: claims.opinion, step: "supervise", doneOn: "2026-10-15" },
    { commitmentId: claims.plan, step: "before_due", doneOn: "2026-10-16" },
  ]);
  expect(body.lines.find((line: { light: string }) => line.light === "late").daysLate).toBe(11);
});

test("no phone number or mail address is in any answer about the promises", async () => {
  await fourClaims();

  const { text, body } = await app.call("GET /ledger", { query: { filter: "all" }, headers: { "x-show": "1" } });
  const pages = await Promise.all(
    body.lines.map((line: { partId: string }) => app.call("GET /parts/:partId", { params: { partId: line.partId }, headers: { "x-show": "1" } })),
  );

  expect([text, ...pages.map((page) => page.text)].join("")).not.toMatch(/1990000|example\.org/);
});

test("the audit names who entered an act for whom", async () => {
  const { fence } = await fourClaims();
  await step(fence, "progress", { words: "围挡已立" }, "secretary");

  expect(await app.audited()).toContainEqual({ action: "commitments.progress", target: fence, detail: { forId: ids.he } });
});
