import { afterEach, beforeEach, expect, test } from "vitest";
import { readQr } from "@lianxin/testing";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.app.close());

test("the poster says when, where and what, with a code to scan and the address to type", async () => {
  const { text, headers } = await stage.call("GET /series/:seriesId/poster", { params: { seriesId: stage.seriesId } });

  expect(String(headers["content-type"])).toBe("text/html; charset=utf-8");
  for (const words of [
    "扮靓周四",
    "每周四 8:30–10:30",
    "党群服务中心门口",
    "小区1、小区2",
    "楼道、扶手、小广告、堆积物、绿化",
    '<svg class="qr"',
    "/volunteer-days/thursday",
    "现场不给人拍照",
  ])
    expect(text).toContain(words);
});

test("the text for the group says how many are missing at each compound and names nobody; a call-off is said too", async () => {
  const { id } = await stage.day("2026-09-17");
  for (let n = 1; n <= 9; n++) await stage.join(id, n);
  const ask = async () => (await stage.call("GET /days/:dayId/group-text", { params: { dayId: id } })).body.text;

  const open = await ask();
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: id }, body: { reason: "rain", words: "橙色暴雨" } });
  const off = await ask();
  const other = (await stage.day("2026-09-24")).id;
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: other }, body: { reason: "rain" } });
  const wordless = (await stage.call("GET /days/:dayId/group-text", { params: { dayId: other } })).body.text;

  expect(open.split("\n").slice(0, 4)).toEqual([
    "【光明路社区】扮靓周四，一起来",
    "时间：9月17日（周四）8:30–10:30",
    "地点：党群服务中心门口",
    "参加：小区1名额满了，小区2还差 1 人",
  ]);
  expect(open).not.toContain("志愿者");
  expect(open).toMatch(/\n详情：http:\/\/[^/\n]+\/volunteer-days\/thursday\/[0-9a-z]{6}-20260917$/);
  expect(off).toContain("扮靓周四取消，不用来了。橙色暴雨");
  expect(wordless).toContain("扮靓周四取消，不用来了。下雨");
});

test("the code on the poster of one series, read as a phone reads it, and the text of one day lead to their own page, whichever series comes first", async () => {
  const other = await stage.anotherSeries({ weekday: 3, startTime: "09:00", endTime: "11:00" });
  const first = (await stage.day("2026-09-24")).id;
  const open = async (page: string) => {
    const of = /https?:\/\/[^/]+\/volunteer-days\/thursday\/([\w-]+)$/.exec(page)![1]!;
    const { body } = await stage.call("GET /public/thursday", { as: null, query: { of } });
    return [body.day.title, body.day.heldOn, body.others.map(({ title }: any) => title)];
  };
  const printed = async (seriesId: string) => open(readQr((await stage.call("GET /series/:seriesId/poster", { params: { seriesId } })).text));
  const { text } = (await stage.call("GET /days/:dayId/group-text", { params: { dayId: first } })).body;

  expect([await printed(stage.seriesId), await printed(other), await open(/http\S+/.exec(text)![0])]).toEqual([
    ["扮靓周四", "2026-09-17", ["助老日"]],
    ["助老日", "2026-09-16", ["扮靓周四"]],
    ["扮靓周四", "2026-09-24", ["助老日"]],
  ]);
});

test("the address to type on a poster is short, leads to its own series in capitals too, and is the whole one where two series end alike", async () => {
  const other = await stage.anotherSeries({ weekday: 3, startTime: "09:00", endTime: "11:00" });
  const typed = async (seriesId: string) =>
    /打开：https?:\/\/[^/]+\/volunteer-days\/thursday\/([\w-]+)/.exec((await stage.call("GET /series/:seriesId/poster", { params: { seriesId } })).text)![1]!;
  const open = async (of: string) => (await stage.call("GET /public/thursday", { as: null, query: { of } })).body;
  const names = [await typed(stage.seriesId), await typed(other)];
  const shown = [(await open(names[0]!)).day.title, (await open(names[1]!.toUpperCase())).day.title, (await open("zzzzzz")).code];
  const db = stage.app.db as any;
  const row = await db.selectFrom("volunteer_days_series").selectAll().where("id", "=", other).executeTakeFirst();
  const twin = { ...row, id: `ffffffff-ffff-7fff-8fff-ffffff${names[1]}`, title: "同尾", createdAt: "2026-09-30T09:00:00.000Z" };
  await db.insertInto("volunteer_days_series").values(twin).execute();

  expect(names.map((name) => name.length)).toEqual([6, 6]);
  expect(shown).toEqual(["扮靓周四", "助老日", "volunteer-days.dayUnknown"]);
  expect([await typed(other), await typed(twin.id)]).toEqual([names[1], twin.id]);
});

test("the link of a day that is over leads to the next of its series and says so, one of a day called off to the one after, and one of nothing is refused", async () => {
  const [over, off] = [(await stage.day("2026-09-17")).id, (await stage.day("2026-09-24")).id];
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: off }, body: { reason: "rain" } });
  stage.app.ports.setTime("2026-09-18T09:00");
  const open = async (of: string) => (await stage.call("GET /public/thursday", { as: null, query: { of } })).body;

  const [past, called, odd] = [await open(over), await open(off), await open("nobody")];

  expect(past.notices.map(({ heldOn, state }: any) => [heldOn, state])).toEqual([
    ["2026-09-17", "over"],
    ["2026-09-24", "cancelled"],
    ["2026-10-01", "undecided"],
  ]);
  expect([past.day.heldOn, called.day.heldOn]).toEqual(["2026-10-08", "2026-10-08"]);
  expect([odd.code, odd.field]).toEqual(["volunteer-days.dayUnknown", "query.of"]);
});
