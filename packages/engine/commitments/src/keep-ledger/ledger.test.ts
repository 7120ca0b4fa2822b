import directory from "@lianxin/directory/server";
import { aCommunity, aHolidayYear, anOrganization, aPerson, type SetUp } from "@lianxin/directory/testing";
import { readSheet } from "@lianxin/documents";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Commitments, CommitmentState } from "../commitments.js";
import { chooseLight } from "../measure-time/choose-light.js";
import server from "../server.js";
import { aCommitment, aPart } from "../testing.js";
import { headings } from "../export-ledger/ledger-sheet.js";

let app: Running;
let community: SetUp;
let promise: { ownerOrganizationId: string; ownerId: string };
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-09T15:30" });
  community = await aCommunity(app);
  await aHolidayYear(app, { year: 2026, days: [{ day: "2026-10-01", name: "国庆节", isOffDay: true }] });
  promise = { ownerOrganizationId: await anOrganization(app), ownerId: await aPerson(app, { fullName: "吴琴", account: "wu" }) };
  app.signInAs("secretary");
});
afterEach(() => app.close());

let keys = 0;
const step = (id: string, verb: string, body: object = {}, as = "secretary") =>
  app.call(`POST /commitments/:commitmentId/${verb}`, { as, params: { commitmentId: id }, body, headers: { "idempotency-key": `l${keys++}` } });
const ledger = async (filter = "all", query = {}) => (await app.call("GET /ledger", { query: { filter, ...query } })).body;
const ask = <T>(question: (commitments: Commitments) => Promise<T>) => app.write("commitments", (ctx) => question(ctx.services.others));

/** One of each light on 2026-10-12, by title. */
async function aFullLedger(): Promise<void> {
  const make = async (title: string, dueOn: string) => (await aCommitment(app, { ...promise, partId: await aPart(app, { title }), dueOn })).id;
  await aPart(app, { title: "gap" });
  await make("late", "2026-10-09");
  await make("soon", "2026-10-14");
  await make("todo", "2027-03-01");
  await step(await make("track", "2027-03-01"), "progress", { words: "开工了" });
  await step(await make("check", "2026-10-09"), "completion", { words: "办好了" });
  const done = await make("done", "2026-09-30");
  await step(done, "completion", { words: "办好了" }, "wu");
  await step(done, "checks", { isPassed: true, ways: ["on_site"] });
  await step(done, "close-out");
  const held = await aPart(app, { title: "hold" });
  await ask((commitments) => commitments.deferPart(held, "等意见", "2026-11-03"));
  app.ports.setTime("2026-10-12T09:00");
}

test("each filter shows its lines, the counts add up, and gaps stand on top", async () => {
  await aFullLedger();

  const { lines, counts } = await ledger();

  expect(lines.map((line: { title: string; light: string }) => [line.title, line.light])).toEqual(
    ["gap", "late", "check", "soon", "track", "todo", "hold", "done"].map((light) => [light, light]),
  );
  expect(counts).toEqual({ all: 8, gap: 1, late: 1, soon: 1, check: 1, track: 2, hold: 1, done: 1 });
  for (const filter of ["gap", "late", "soon", "check", "hold", "done"])
    expect((await ledger(filter)).lines.map((line: { title: string }) => line.title)).toEqual([filter]);
});

test("the database and the rule agree on every light", async () => {
  await aFullLedger();
  const rows = (await app.write("commitments", (ctx) => ctx.db.selectFrom("commitments_commitment").selectAll().execute())) as {
    partId: string;
    state: CommitmentState;
    soonOn: string;
    dueOn: string;
  }[];

  for (const day of ["2026-09-10", "2026-09-30", "2026-10-10", "2026-10-15", "2027-03-01", "2027-03-02"]) {
    app.ports.setTime(`${day}T12:00`);
    const { lines } = await ledger();
    for (const { partId, ...timed } of rows)
      expect(lines.find((line: { partId: string }) => line.partId === partId).light).toBe(chooseLight({ ...timed, isOnHold: false }, day));
  }
});

test("search, organisation and meeting narrow the lines and the counts alike", async () => {
  const other = await anOrganization(app, { name: "县住建局", kind: "department" });
  await aCommitment(app, { ...promise, partId: await aPart(app, { title: "拆除与清运", source: { meetingId: "m1" } }), dueOn: "2026-09-20" });
  await aCommitment(app, {
    ...promise,
    ownerOrganizationId: other,
    partId: await aPart(app, { title: "加固设计意见 100%", source: { meetingId: "m2" } }),
    dueOn: "2026-09-30",
  });

  const titles = async (query: object) => {
    const { lines, counts } = await ledger("all", query);
    return [lines.map((line: { title: string }) => line.title), counts.all];
  };

  expect(await titles({ search: "加固" })).toEqual([["加固设计意见 100%"], 1]);
  expect(await titles({ search: "%" })).toEqual([["拆除与清运", "加固设计意见 100%"], 2]);
  expect(await titles({ organizationId: other })).toEqual([["加固设计意见 100%"], 1]);
  expect(await titles({ meetingId: "m1" })).toEqual([["拆除与清运"], 1]);
  expect((await ledger()).organizations.map((row: { name: string }) => row.name)).toEqual(["县住建局", "和平苑物业"].sort());
});

test("fifty lines a page, in the same order over the pages", async () => {
  await ask((commitments) =>
    commitments.openParts(
      { kind: "test.source", id: "s", meetingId: null, title: "交办会" },
      Array.from({ length: 53 }, (_, i) => ({ title: `第 ${i} 件`, standard: "办好", placePath: community.path })),
    ),
  );

  const pages = [await ledger("all", { page: 0 }), await ledger("all", { page: 1 }), await ledger("all", { page: 2 })].map((page) =>
    page.lines.map((line: { partId: string }) => line.partId),
  );

  expect(pages.map((page) => page.length)).toEqual([50, 3, 0]);
  expect(new Set(pages.flat()).size).toBe(53);
});

test("lines of another place are in neither list nor counts, and their page is not there", async () => {
  const hidden = await aPart(app, { placePath: "/elsewhere/" });
  const shown = await aPart(app, { title: "看得到的" });

  const { lines, counts } = await ledger();
  const pages = await Promise.all([hidden, shown].map((partId) => app.call("GET /parts/:partId", { params: { partId } })));

  expect([lines.map((line: { title: string }) => line.title), counts.all]).toEqual([["看得到的"], 1]);
  expect(pages.map((page) => page.status)).toEqual([404, 200]);
  expect((await app.call("GET /ledger", { as: null, query: { filter: "all" } })).status).toBe(401);
});

test("the export has three heading rows and says what the screen says, with no phone in it", async () => {
  await aCommitment(app, { ...promise, partId: await aPart(app, { title: "=1+1 拆除" }), dueOn: "2026-09-20" });

  const answer = await app.app.http.inject({ method: "GET", url: "/api/commitments/ledger.xlsx?filter=all", headers: { cookie: "secretary" } });

  expect(answer.headers["content-type"]).toContain("spreadsheetml");
  const book = readSheet(new Uint8Array(answer.rawPayload), "ledger.xlsx");
  const texts = book.sheets[0]!.rows.map((row) => row.cells.filter((cell) => !cell.mergedFrom || cell.column === 1).map((cell) => cell.text));
  expect(texts[0]).toContain("任务台账");
  expect(texts[2]).toEqual([...headings]);
  expect(texts[3]!.join("|")).toContain("=1+1 拆除|光明路社区|莲心议事会第 9 次会议|残墙拆完、渣土运走、过磅单齐全|和平苑物业|吴琴");
});

test("a person sees what they promised and what they shall check", async () => {
  await aPerson(app, { fullName: "何志远", account: "he" });
  const he = (await app.call("GET /api/session", { as: "he" })).body.person.id;
  const mine = await aCommitment(app, { ...promise, verifierId: he, dueOn: "2026-09-20" });

  const before = (await app.call("GET /mine", { as: "he" })).body.lines;
  await step(mine.id, "completion", { words: "办好了" }, "wu");

  expect(before).toEqual([]);
  expect((await app.call("GET /mine", { as: "he" })).body.lines).toMatchObject([{ commitmentId: mine.id, isToCheck: true, light: "check" }]);
  expect((await app.call("GET /mine", { as: "wu" })).body.lines).toMatchObject([{ commitmentId: mine.id, isToCheck: false }]);
});
