import directory from "@lianxin/directory/server";
import { aCommunity, aPerson, aPlace } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aMatter } from "../testing.js";

let app: Running;
let matterId: string;
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-02T10:00" });
  await aCommunity(app);
  const compound = await aPlace(app);
  const lan = await aPerson(app, { fullName: "周兰", account: "lan", placeId: compound.id });
  await aPerson(app, { fullName: "罗正", role: "council_member", account: "council" });
  await aPerson(app, { fullName: "李建平", role: "grid_leader", account: "leader" });
  ({ id: matterId } = await aMatter(app, { personId: lan, placeId: compound.id }));
  app.signInAs("secretary");
});
afterEach(() => app.close());

const papers = ["GET /matters/:matterId/answer-slip", "GET /matters/:matterId/journey"] as const;
const print = async (paper: (typeof papers)[number], as: string) => (await app.call(paper, { as, params: { matterId } })).text;

test.each(papers)("%s names who raised it to the desk, and not to the council, who do not learn it on the page either", async (paper) => {
  const [page, council, desk] = [
    (await app.call("GET /matters/:matterId", { as: "council", params: { matterId } })).body,
    await print(paper, "council"),
    await print(paper, "leader"),
  ];

  expect(page).toMatchObject({ reporterName: null, isReporterHidden: true, timeline: [{ move: "raise", byName: null }] });
  expect(council).toContain("2026-0001");
  expect(council).not.toContain("周兰");
  expect(desk).toContain("周兰");
});

test("a name that was left is not shown, which is not the same as that none was left", async () => {
  const lan = (await app.call("GET /matters/:matterId", { as: "lan", params: { matterId } })).body;
  const unnamed = await aMatter(app, { personId: await aPerson(app, { fullName: "何志远", account: "he" }), reporter: "unnamed" });
  const journeyOf = async (id: string) => (await app.call("GET /matters/:matterId/journey", { as: "council", params: { matterId: id } })).text;
  const [left, none] = [await journeyOf(matterId), await journeyOf(unnamed.id)];
  const rows = (await app.call("GET /matters?tab=screening", { as: "council" })).body.matters;

  expect([lan.reporterName, lan.isReporterHidden]).toEqual(["周兰", false]);
  expect(left).toContain("不显示");
  expect(left).not.toContain("不留名");
  expect(none).toContain("不留名");
  expect(new Map(rows.map((row: Record<string, unknown>) => [row.id, row.isReporterHidden]))).toEqual(
    new Map([
      [matterId, true],
      [unnamed.id, false],
    ]),
  );
});

test("the steps of a part do not name them either", async () => {
  const parts = [{ title: "修挡土墙" }, { title: "清理塌方" }];
  await app.call("POST /matters/:matterId/parts", { params: { matterId }, body: { parts, reason: "两家办" } });

  const council = await print("GET /matters/:matterId/journey", "council");

  expect(council).toContain("清理塌方");
  expect(council).toContain("王秀珍");
  expect(council).not.toContain("周兰");
});
