import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, anOrganization, aPerson, aPlace, type SetUp } from "../testing.js";
import { missingPlaces, writePlaceList } from "./missing-places.js";
import type { Preview } from "./preview-file.js";

let app: Running;
let community: SetUp;
let compound: { id: string };
beforeEach(async () => {
  app = await startPlugin(server, { at: "2026-09-03T09:00" });
  community = await aCommunity(app);
  compound = await aPlace(app);
  await aPlace(app, { name: "3栋", kind: "building", parentId: compound.id });
  app.signInAs("secretary");
});
afterEach(() => app.close());

const roster = `光明路社区居民名册,,,,,
填报单位：光明路社区,,,,,
序号,姓名,手机号码,小区,楼栋,职务
1,张　三,１９９００００1111,和平苑,3号楼,居民代表
2,李梅,199 0000 2222,同上,同上,
3,周兰,1990000333,和平苑,,
4,吴琴,19900004444,和平院,,
`;

const upload = (csv: string, { name = "名册.csv", fields = {} as Record<string, string> } = {}) => {
  const parts = Object.entries(fields).map(([key, value]) => `--b\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`);
  const body = `${parts.join("")}--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${csv}\r\n--b--\r\n`;
  return { headers: { "content-type": "multipart/form-data; boundary=b" }, body };
};
const preview = (csv: string, kind = "people", options = {}) =>
  app.call("POST /places/:placeId/imports/:kind/preview", { params: { placeId: community.placeId, kind }, ...upload(csv, options) });

let keys = 0;
const key = () => ({ "idempotency-key": `i${keys++}` });
const start = async (kind: string) =>
  (await app.call("POST /imports", { body: { kind, placeId: community.placeId, fileName: "名册.csv" }, headers: key() })).body.id as string;
const send = (importId: string, lines: Preview["ready"]) =>
  app.call("POST /imports/:importId/lines", { params: { importId }, body: { lines }, headers: key() });
const undo = (importId: string) => app.call("POST /imports/:importId/undo", { params: { importId }, headers: key() });

async function bringIn(csv: string, kind = "people") {
  const { ready } = (await preview(csv, kind)).body as Preview;
  const importId = await start(kind);
  return { importId, counts: (await send(importId, ready)).body };
}
const names = async () => ((await app.call("GET /people")).body.people as { fullName: string }[]).map((p) => p.fullName);

test("previews a roster as secretaries keep it, with problems by cell address", async () => {
  const { status, body } = await preview(roster);

  expect(status).toBe(200);
  expect(body).toMatchObject({ added: 2, changed: 0, same: 0 });
  expect(body.ready.map((l: { values: object }) => l.values)).toMatchObject([
    { fullName: "张三", phone: "19900001111", building: "3号楼" },
    { fullName: "李梅", compound: "和平苑" },
  ]);
  expect(body.problems.map((p: { text: string }) => p.text)).toEqual([
    "第 6 行 C 列：手机号应为 11 位，现在 10 位",
    "第 7 行 D 列：没有“和平院”这个地点，请先导入或添加地点",
  ]);
  expect(body.corrections.map((c: { text: string }) => c.text)).toContain("第 4 行 B 列：已去掉姓名中间的空格");
  expect(await names()).toEqual(["王秀珍"]);
});

test("takes mended cells and another heading for a column", async () => {
  const mended = { C6: "19900003333", D7: "和平苑" };

  const mendedAnswer = await preview(roster, "people", { fields: { mended: JSON.stringify(mended) } });
  const mapped = await preview("谁,打给\n张三,19900001111\n", "people", { fields: { mapping: JSON.stringify({ fullName: "谁", phone: "打给" }) } });

  expect(mendedAnswer.body).toMatchObject({ added: 4, problems: [] });
  expect(mapped.body.ready).toEqual([{ line: 2, values: { fullName: "张三", phone: "19900001111" } }]);
});

test("proposes the place that was meant", async () => {
  const { body } = await preview(roster);

  expect(body.problems.at(-1)).toMatchObject({
    code: "placeUnknown",
    mend: { address: "D7", heading: null },
    proposals: [{ text: "和平苑", label: "改成“和平苑”" }],
  });
});

test("somebody of the same name is told apart in a column the file does not have, or is the one already there", async () => {
  const known = await aPerson(app, { fullName: "李梅", placeId: compound.id, channels: [{ kind: "phone", address: "19900002222" }] });
  const csv = "姓名,手机\n李梅,19900003333\n";
  const asked = async (mended: object) => (await preview(csv, "people", { fields: { mended: JSON.stringify(mended) } })).body;

  const first = await asked({});
  const other = await asked({ C1: "区别", C2: "5栋" });
  const same = await asked({ C1: "区别", C2: "同一人" });
  await send(await start("people"), same.ready);
  const { body } = await app.call("GET /people/:personId", { params: { personId: known } });

  expect(first.problems).toMatchObject([
    {
      address: "A2",
      code: "namesake",
      mend: { field: "distinction", address: "C2", heading: { address: "C1", text: "区别" } },
      proposals: [{ text: "同一人", label: "就是已有的这一位（和平苑）" }],
    },
  ]);
  expect([other.added, other.problems]).toEqual([1, []]);
  expect([same.added, same.changed + same.same, same.problems]).toEqual([1, 0, []]);
  expect(body.channels).toHaveLength(2);
  expect(body.distinction).toBeNull();
});

test("of two people of one name the file says which it is, and nobody is guessed", async () => {
  await aPerson(app, { fullName: "李梅", distinction: "3栋" });
  await aPerson(app, { fullName: "李梅", distinction: "5栋" });
  const asked = async (note: string) => (await preview(`姓名,出生年份,区别\n李梅,1951,${note}\n`)).body;

  const [none, unclear, said, nobody] = [await asked(""), await asked("同一人"), await asked("同一人：5栋"), (await preview("姓名,区别\n张三,同一人\n")).body];

  expect(none.problems).toMatchObject([{ code: "ambiguous", proposals: [{ text: "同一人：3栋" }, { text: "同一人：5栋" }] }]);
  expect(unclear.problems).toMatchObject([{ code: "ambiguous" }]);
  expect([said.changed, said.problems]).toEqual([1, []]);
  expect(nobody.problems).toMatchObject([{ code: "personUnknown" }]);
});

test("brings people in with place, phone and role, and the same file again changes nothing", async () => {
  const first = await bringIn(roster);
  const second = await bringIn(roster);

  expect(first.counts).toEqual({ added: 2, changed: 0, same: 0 });
  expect(second.counts).toEqual({ added: 0, changed: 0, same: 2 });
  const list = await app.call("GET /people", { query: { search: "张三" } });
  expect(list.body.people).toMatchObject([
    { placeName: "和平苑 3栋", phone: "199****1111", roles: [{ kind: "council_member", title: "居民代表", placeName: "光明路社区" }] },
  ]);
});

test("a slice with one wrong line writes nothing of it", async () => {
  const importId = await start("people");

  const unread = await send(importId, [
    { line: 4, values: { fullName: "张三" } },
    { line: 5, values: { fullName: "李梅", phone: "123" } },
  ]);
  const unknown = await send(importId, [
    { line: 4, values: { fullName: "张三" } },
    { line: 5, values: { fullName: "李梅", compound: "不在" } },
  ]);

  expect(unread.body).toMatchObject({ code: "directory.rowWrong", field: "body.lines.1.values.phone" });
  expect(unknown.body).toMatchObject({ code: "directory.rowWrong", message: "第 5 行不能导入：没有“不在”这个地点，请先导入或添加地点" });
  expect(await names()).toEqual(["王秀珍"]);
});

test("undoes a whole import, but keeps what somebody changed or used since", async () => {
  const { importId } = await bringIn(roster.replace("1990000333,", "19900003333,"));
  const { people } = (await app.call("GET /people")).body;
  const idOf = (name: string) => people.find((p: { fullName: string }) => p.fullName === name).id as string;
  await app.call("PATCH /people/:personId", { params: { personId: idOf("周兰") }, body: { version: 1, birthYear: 1950 } });
  await app.write("directory", ({ services }) => services.accounts.link(idOf("李梅"), "limei", "staff"));

  const answer = await undo(importId);

  expect(answer.body).toEqual({ undone: 5, kept: 2, isDone: true });
  expect((await names()).sort()).toEqual(["周兰", "李梅", "王秀珍"].sort());
  expect((await undo(importId)).body.code).toBe("directory.importUndone");
});

test("what an import changed comes back with the undo", async () => {
  const personId = await aPerson(app, { fullName: "李梅", birthYear: 1940, channels: [{ kind: "phone", address: "19900002222" }] });
  const { importId, counts } = await bringIn("姓名,手机,出生年份,小区\n李梅,19900002222,1951,和平苑\n");
  const changed = (await app.call("GET /people/:personId", { params: { personId } })).body;

  await undo(importId);

  const back = (await app.call("GET /people/:personId", { params: { personId } })).body;
  expect(counts).toEqual({ added: 0, changed: 1, same: 0 });
  expect([changed.birthYear, changed.placeId]).toEqual([1951, compound.id]);
  expect([back.birthYear, back.placeId, back.version]).toEqual([1940, community.placeId, 1]);
});

test("an import is undone for a day and no longer", async () => {
  const { importId } = await bringIn(roster);
  app.ports.setTime("2026-09-04T09:30");

  expect((await undo(importId)).body.code).toBe("directory.importTooOld");
});

test("people can be imported again after the undo", async () => {
  const { importId } = await bringIn(roster);
  await undo(importId);

  expect((await bringIn(roster)).counts).toEqual({ added: 2, changed: 0, same: 0 });
});

test("gives a role at the unit of a department's contact", async () => {
  await anOrganization(app, { name: "县住建局", kind: "department" });

  await bringIn("姓名,单位\n刘工,县住建局\n");

  const { people } = (await app.call("GET /people", { query: { search: "刘工" } })).body;
  expect(people[0].roles).toMatchObject([{ kind: "department", organizationName: "县住建局" }]);
});

test.each([
  ["people", "姓名,手机\n", "directory.fileEmpty"],
  ["people", "随便,写写\n1,2\n", "directory.fileUnreadable"],
  ["nonsense", "姓名,手机\n", "directory.importKindUnknown"],
])("refuses an unusable file of kind %s: %j", async (kind, csv, code) => {
  const answer = await preview(csv, kind);

  expect(answer.body.code).toBe(code);
  expect(answer.status).toBe(422);
});

test("only who may import previews, and only at their place", async () => {
  await aPerson(app, { fullName: "网格员", role: "grid_worker", account: "worker" });

  const answer = await app.call("POST /places/:placeId/imports/:kind/preview", {
    as: "worker",
    params: { placeId: community.placeId, kind: "people" },
    ...upload(roster),
  });

  expect(answer.status).toBe(403);
});

test("gives the file back with what is wrong written on its cells", async () => {
  const answer = await app.call("POST /places/:placeId/imports/:kind/annotated", { params: { placeId: community.placeId, kind: "people" }, ...upload(roster) });

  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toContain("spreadsheetml");
  expect(decodeURIComponent(String(answer.headers["content-disposition"]))).toContain("名册-批注.xlsx");
  expect(answer.text.startsWith("PK")).toBe(true);
  expect(await names()).toEqual(["王秀珍"]);
});

test("takes 无 and strokes for empty cells, and cells pasted from a sheet", async () => {
  const { body } = await preview("姓名\t手机\t小区\t备注\n张三\t无\t和平苑\t/\n李梅\t——\t同上\t\n", "people", { name: "粘贴的表格.csv" });

  expect(body.ready.map((line: { values: object }) => line.values)).toEqual([
    { fullName: "张三", compound: "和平苑" },
    { fullName: "李梅", compound: "和平苑" },
  ]);
  expect(body.corrections.map((one: { text: string }) => one.text)).toEqual([
    "第 2 行 B 列：写着“无”，按没有填处理",
    "第 3 行 B 列：写着“——”，按没有填处理",
    "第 3 行 C 列：已照抄上一行的内容",
  ]);
});

test("a birth year of two digits is understood and said so; one that may be of either century is asked for in full", async () => {
  const { body } = await preview("姓名,出生年份\n李梅,58\n张三,12\n");

  expect(body.ready).toMatchObject([{ values: { fullName: "李梅", birthYear: "1958" } }]);
  expect(body.corrections).toMatchObject([{ text: "第 2 行 B 列：年份只写了两位，已按 1958 年处理" }]);
  expect(body.problems).toMatchObject([{ text: "第 3 行 B 列：年份要写 4 位：“12”看不出是 1912 年还是 2012 年" }]);
});

test("places that a list of people names and that are not there are brought in as the page writes them, then the people fit", async () => {
  const people = "姓名,小区,楼栋\n李梅,东苑,3栋\n周兰,东苑,4号楼\n";
  const before = (await preview(people)).body as Preview;
  const list = writePlaceList(missingPlaces(before as never));

  const { counts } = await bringIn(list, "places");

  expect([before.problems.length, counts]).toEqual([2, { added: 3, changed: 0, same: 0 }]);
  expect((await preview(people)).body).toMatchObject({ problems: [], added: 2 });
});
