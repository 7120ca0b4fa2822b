import { readSheet, type ColumnSet } from "@lianxin/documents";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, aPerson, aPlace, type SetUp } from "../testing.js";
import { importFile, type ImportedFile } from "./import-file.js";
import { importKinds, type ImportKindName } from "./import-kinds.js";
import { kinds } from "./kinds/kinds.js";

let app: Running;
let community: SetUp;
beforeEach(async () => {
  app = await startPlugin(server, { at: "2026-09-03T09:00" });
  community = await aCommunity(app);
  app.signInAs("secretary");
});
afterEach(() => app.close());

function bringIn(kind: ImportKindName, csv: string): Promise<ImportedFile> {
  const turn = <T>(work: (ctx: any) => Promise<T>) => app.write("directory", work);
  return importFile({ read: turn, turn }, { kind, placeId: community.placeId, file: { name: `${kind}.csv`, bytes: new TextEncoder().encode(csv) } });
}
const undo = (importId: string) => app.call("POST /imports/:importId/undo", { params: { importId }, headers: { "idempotency-key": importId } });

test("brings a place tree in, lines naming those above them in the file", async () => {
  const csv = "名称,类别,上级,户数\n一网格,网格,,\n和平苑,小区,一网格,86户\n3栋,楼栋,和平苑,\n4栋,楼,和平苑,\n错,社区,和平苑,\n";

  const [first, second] = [await bringIn("places", csv), await bringIn("places", csv)];

  expect(first).toMatchObject({ added: 4, problems: [{ text: "第 6 行 B 列：小区下面不能放社区" }] });
  expect(second).toMatchObject({ added: 0, changed: 0, same: 4 });
  const { places } = (await app.call("GET /places")).body;
  expect(places.map((p: { name: string; households: number | null }) => [p.name, p.households])).toContainEqual(["和平苑", 86]);
});

test("changes a place's figures and gives them back", async () => {
  const compound = await aPlace(app, { households: 80 });

  const { importId, changed } = await bringIn("places", "名称,类别,户数\n和平苑,小区,86\n");
  await undo(importId);

  const { places } = (await app.call("GET /places")).body;
  expect(changed).toBe(1);
  expect(places.find((p: { id: string }) => p.id === compound.id)).toMatchObject({ households: 80, version: 1 });
});

test("keeps a place in which somebody lives by now", async () => {
  const { importId } = await bringIn("places", "名称,类别\n和平苑,小区\n松涛园,小区\n");
  const { places } = (await app.call("GET /places")).body;
  await aPerson(app, { placeId: places.find((p: { name: string }) => p.name === "松涛园").id });

  const { body } = await undo(importId);

  expect(body).toEqual({ undone: 1, kept: 1, isDone: true });
});

test("brings organisations and venues in once", async () => {
  const organizations = "单位名称,类别\n县住建局,部门\n和平苑物业,物业公司\n";
  const venues = "场地名称,座位,设备,开放时间\n议事室,30人,投影、麦克风,周一至周五 08:30-17:30；周六 9:00-12:00\n坏时间,10,,随时\n";

  const counts = [
    await bringIn("organizations", organizations),
    await bringIn("organizations", organizations),
    await bringIn("venues", venues),
    await bringIn("venues", venues),
  ];

  expect(counts.map(({ added, same }) => [added, same])).toEqual([
    [2, 0],
    [0, 2],
    [1, 0],
    [0, 1],
  ]);
  const { body } = await app.call("GET /venues");
  expect(body.venues).toMatchObject([{ name: "议事室", seats: 30, equipment: ["投影", "麦克风"] }]);
  expect(body.venues[0].openings).toHaveLength(6);
});

test("brings calendars in, in the community's zone, and refuses who is unknown or one of several", async () => {
  await aPerson(app, { fullName: "李建平" });
  for (const distinction of ["3栋", "6栋"]) await aPerson(app, { fullName: "张桂英", distinction });
  const csv =
    "姓名,日期,开始,结束,情况\n李建平,2026-09-09,8:30,12:00,上班\n无名氏,2026-09-09,8:30,12:00,\n张桂英,2026.9.9,8:30,12:00,\n李建平,2026-09-10,12:00,8:30,\n";

  const imported = await bringIn("calendars", csv);
  const hours = await bringIn("hours", "姓名,可到时间\n李建平,周二、周四 18:00-21:00\n");

  const { body } = await app.call("GET /people", { query: { search: "李建平" } });
  const calendar = (await app.call("GET /people/:personId", { params: { personId: body.people[0].id } })).body;
  expect(imported.problems.map((p) => p.text.slice(0, 7))).toEqual(["第 3 行 A", "第 4 行 A", "第 5 行 D"]);
  expect(calendar.busy).toMatchObject([{ startsAt: "2026-09-09T00:30:00.000Z", endsAt: "2026-09-09T04:00:00.000Z", kind: "work" }]);
  expect(hours.added).toBe(1);
  expect(calendar.weekly).toEqual([
    { weekday: 2, fromTime: "18:00", toTime: "21:00" },
    { weekday: 4, fromTime: "18:00", toTime: "21:00" },
  ]);
});

test("brings a year's holidays in and says which years are missing", async () => {
  await bringIn("holidays", "日期,名称,是否放假,是否虚构\n2027-10-01,国庆节,是,是\n2027-10-09,国庆节补班,否,是\n");

  const holidays = await app.write("directory", ({ services }) => services.others.holidays([2026, 2027]));

  expect(holidays).toEqual({
    days: [
      { day: "2027-10-01", name: "国庆节", isOffDay: true, isFictional: true },
      { day: "2027-10-09", name: "国庆节补班", isOffDay: false, isFictional: true },
    ],
    missingYears: [2026],
  });
});

test("each kind of file is to be had as an empty sheet with its headings", async () => {
  for (const kind of importKinds) {
    const { status } = await app.call("GET /imports/empty/:kind", { params: { kind } });
    const { file, body } = await app.write<{ file: string; body: Uint8Array }>("directory", ({ services }) => services.imports.empty(kind));
    const [head] = readSheet(body, file).sheets[0]!.rows;
    const headings = Object.values(kinds[kind].columns as ColumnSet).filter((column) => !column.isRowNumber);
    expect([status, head!.cells.map((cell) => cell.raw)]).toEqual([200, headings.map((column) => column.header)]);
  }
});

test("a calendar that writes 休 and 班 is read as it stands", async () => {
  const { added, problems } = await bringIn("holidays", "日期,名称,休或班\n2027-10-01,国庆节,休\n2027-10-09,国庆节,班\n");

  const { days } = await app.write<{ days: { isOffDay: boolean }[] }>("directory", ({ services }) => services.others.holidays([2027]));
  expect([added, problems, days.map((one) => one.isOffDay)]).toEqual([2, [], [true, false]]);
});
