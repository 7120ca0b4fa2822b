import { afterEach, beforeEach, expect, test } from "vitest";
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

  expect(open.split("\n").slice(0, 4)).toEqual([
    "【光明路社区】扮靓周四，一起来",
    "时间：9月17日（周四）8:30–10:30",
    "地点：党群服务中心门口",
    "参加：小区1名额满了，小区2还差 1 人",
  ]);
  expect(open).not.toContain("志愿者");
  expect(off).toContain("扮靓周四取消，不用来了。橙色暴雨");
});
