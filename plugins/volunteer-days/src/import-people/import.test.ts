import { afterEach, beforeEach, expect, test } from "vitest";
import { findMiscounted } from "../check-house/checkups.js";
import { sendList } from "../testing/send-list.js";
import { members, setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ sites: 2, posts: [members(1)], untilOn: "2026-09-24" });
});
afterEach(async () => {
  expect(await findMiscounted(stage.app.db as never)).toEqual([]);
  await stage.app.close();
});

const send = (path: string, lines: readonly string[], as = "secretary") => sendList(stage, path, lines, as);

const dayList = [
  "姓名,手机,小区,年龄段,家长同意",
  "何志远,19900000001,小区1,,",
  "沈玉兰,19900000002,小区1,,",
  "周海燕,1990,小区2,很大,",
  "郑小满,19900000004,小区2,16-17岁,否",
  "罗婷,19900000005,小区9,,",
  "吴美华,19900000006,,,",
];
const whatOf = ({ lines }: any) => lines.map(({ line, becomes, siteName, queue }: any) => [line, becomes, siteName, queue]);

test("what a list would do is said line by line before, and what is wrong cell by cell; nothing is written until it is brought in, in its order", async () => {
  const { id } = await stage.day("2026-09-17");

  const { body: look } = await send(`/days/${id}/sign-ups/import/preview`, dayList);
  const untouched = (await stage.posts(id)).map(({ taken, waiting }) => [taken, waiting]);
  const { body } = await send(`/days/${id}/sign-ups/import`, dayList);
  const again = await send(`/days/${id}/sign-ups/import`, dayList);

  expect(whatOf(look)).toEqual([
    [2, "confirmed", "小区1", null],
    [3, "waiting", "小区1", 1],
    [7, "confirmed", "小区2", null],
  ]);
  expect(look.refused.map(({ problem }: any) => problem)).toEqual([
    expect.stringMatching(/^第 4 行 B 列：.*手机号/),
    expect.stringMatching(/^第 4 行 D 列：/),
    expect.stringMatching(/^第 5 行：.*16–17 岁要家长同意/),
    expect.stringMatching(/^第 6 行 C 列：.*小区9/),
  ]);
  expect(untouched).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect([whatOf(body), body.refused]).toEqual([whatOf(look), look.refused]);
  expect(again.body.lines.map(({ becomes }: any) => becomes)).toEqual(["known", "known", "known"]);
  expect(again.body.importId).toBeNull();
  expect((await stage.posts(id)).map(({ taken, waiting }) => [taken, waiting])).toEqual([
    [1, 1],
    [1, 0],
  ]);
});

test("a list of a day is taken back as a whole: places are given back, who waited moves up, who has arrived or came on their own stays", async () => {
  stage.app.ports.setTime("2026-09-16T20:00");
  const { id } = await stage.day("2026-09-17");
  const { importId } = (await send(`/days/${id}/sign-ups/import`, dayList)).body;
  const own = await stage.join(id, 9, { name: "徐梅", siteId: (await stage.posts(id)).find(({ siteName }) => siteName === "小区1").siteId });
  const people = async () => {
    const { teams } = (await stage.call("GET /days/:dayId", { params: { dayId: id } })).body;
    return teams.flatMap((team: any) => team.people.map(({ name, state, signUpId }: any) => ({ name, state, signUpId })));
  };
  const { signUpId } = (await people()).find(({ name }: any) => name === "吴美华");
  stage.app.ports.setTime("2026-09-17T07:30");
  await stage.call("POST /days/:dayId/check-ins", { params: { dayId: id }, body: { signUpId, act: "arrive", time: "08:30" } });

  const undone = await stage.call("POST /sign-up-imports/:importId/undo", { params: { importId } });
  const twice = await stage.call("POST /sign-up-imports/:importId/undo", { params: { importId } });

  expect(own.body).toMatchObject({ state: "waiting", queue: 2 });
  expect(undone.body).toMatchObject({ undone: 2, kept: 1, isDone: true });
  expect(twice.body.code).toBe("volunteer-days.importUndone");
  expect((await people()).map(({ name, state }: any) => [name, state])).toEqual([
    ["徐梅", "confirmed"],
    ["吴美华", "confirmed"],
  ]);
});

const rotaPath = () => `/series/${stage.seriesId}/volunteers/import`;
const rotaList = [
  "姓名,手机,可当组长,候补,熟悉的小区,会什么,年龄段,家长同意日期",
  "何志远,19900000001,是,,小区1、小区2,急救,,",
  "郑小满,19900000004,,是,,,16-17岁,2026-09-01",
  "罗婷,19900000005,,,,,16-17岁,",
  "吴美华,19900000006,,,小区9,,,",
];
const onRota = async () => {
  const { volunteers } = (await stage.call("GET /volunteers")).body;
  return volunteers.map(({ name, mayLead, isReserve, skills, knownSiteIds }: any) => [name, mayLead, isReserve, skills, knownSiteIds.length]).sort();
};

test("a list for the rota says before what would be new and what would change, from what to what; twice the same is once", async () => {
  const { body: look } = await send(`${rotaPath()}/preview`, rotaList);
  const before = await onRota();
  await send(rotaPath(), rotaList);
  const again = (await send(rotaPath(), rotaList)).body;
  const { body: changed } = await send(`${rotaPath()}/preview`, [rotaList[0]!, "何志远,19900000001,否,,小区1,急救,,"]);

  expect(look.lines.map(({ becomes, changes }: any) => [becomes, changes])).toEqual([
    ["new", "可当组长：是；熟悉的小区：小区1、小区2；会什么：急救"],
    ["new", "年龄：16–17 岁；家长哪天同意的：2026年9月1日（周二）；候补名单：是"],
  ]);
  expect(look.refused.map(({ problem }: any) => problem)).toEqual([
    expect.stringMatching(/^第 4 行 H 列：.*家长同意/),
    expect.stringMatching(/^第 5 行 E 列：.*小区9/),
  ]);
  expect(before).toEqual([]);
  expect([again.lines.map(({ becomes }: any) => becomes), again.importId]).toEqual([["same", "same"], null]);
  expect(changed.lines).toEqual([{ line: 2, name: "何志远", becomes: "changed", changes: "可当组长：是 → 否；熟悉的小区：小区1、小区2 → 小区1" }]);
  expect(await onRota()).toEqual([
    ["何志远", true, false, "急救", 2],
    ["郑小满", false, true, null, 0],
  ]);
});

test("a list for the rota is taken back: the changed are as they were, the new are gone with name and number, who was changed since stays", async () => {
  await send(rotaPath(), rotaList.slice(0, 2));
  const more = ["何志远,19900000001,否,,,,,", "张桂英,19900000007,,,,,,", "徐梅,19900000008,,,,,,"];
  const { importId } = (await send(rotaPath(), [rotaList[0]!, ...more])).body;
  await stage.call("POST /series/:seriesId/volunteers", {
    params: { seriesId: stage.seriesId },
    body: { name: "徐梅", phone: "19900000008", ageBand: "adult", mayLead: true, isReserve: false, knownSiteIds: [] },
  });

  const { body } = await stage.call("POST /rota-imports/:importId/undo", { params: { importId } });

  expect(body).toMatchObject({ undone: 2, kept: 1, isDone: true });
  expect(await onRota()).toEqual([
    ["何志远", true, false, "急救", 2],
    ["徐梅", true, false, null, 0],
  ]);
  const rows = await stage.app.db
    .selectFrom("volunteer_days_volunteer" as never)
    .selectAll()
    .execute();
  expect(JSON.stringify(rows)).not.toContain("张桂英");
  const [past] = (await stage.call("GET /imports")).body.imports;
  expect(past).toMatchObject({ id: importId, kind: "rota", fileName: "名单.csv", added: 2, changed: 1, undoneAt: expect.any(String) });
});

test("after a day a list stays, and a list of one kind is not taken back by the door of the other", async () => {
  const { importId } = (await send(rotaPath(), rotaList)).body;
  const door = await stage.call("POST /sign-up-imports/:importId/undo", { params: { importId } });
  const worker = await stage.call("POST /rota-imports/:importId/undo", { params: { importId }, as: "worker" });
  stage.app.ports.setTime("2026-09-15T09:01");
  const late = await stage.call("POST /rota-imports/:importId/undo", { params: { importId } });

  expect([door.status, worker.status, late.body.code]).toEqual([404, 403, "volunteer-days.importTooOld"]);
});

test("what is no list is refused with what to do, and who may not sign others up imports nobody", async () => {
  const { id } = await stage.day("2026-09-17");

  const odd = await send(`/days/${id}/sign-ups/import`, ["今天天气很好"]);
  const stranger = await send(`/days/${id}/sign-ups/import`, ["姓名,手机", "何志远,19900000001"], "he");

  expect([odd.status, odd.body.code, odd.body.field]).toEqual([422, "volunteer-days.fileUnreadable", "body.file"]);
  expect([stranger.status, stranger.body.code]).toEqual([403, "kit.notAllowed"]);
});
