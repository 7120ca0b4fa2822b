import fc from "fast-check";
import { expect, test } from "vitest";
import { shorten } from "./count-characters.js";
import { writeGroupText, type GroupTextPaper } from "./write-group-text.js";
import { writeSms, type SmsPaper } from "./write-sms.js";

const anSms = (changes: Partial<SmsPaper> = {}): SmsPaper => ({
  community: "光明路社区",
  date: "9月9日(周三)",
  time: "15:00",
  place: "社区二楼会议室",
  matter: "小区东侧挡土墙坍毁处理",
  contact: "0794-3612345",
  ...changes,
});
const aGroupText = (changes: Partial<GroupTextPaper> = {}): GroupTextPaper => ({
  community: "光明路社区",
  title: "会议通知",
  time: "2026年9月9日（星期三）下午3:00—4:30",
  place: "社区二楼会议室",
  matters: ["小区东侧挡土墙坍毁处理"],
  audience: "议事会成员，居民可以旁听",
  contact: "社区办公室 0794-3612345",
  ...changes,
});
const anyText = fc.string({ unit: fc.constantFrom("张", "，", "a", " ", "\n", "👩‍👩‍👧", "𠮷", "…", "\ud800"), maxLength: 120 });

test("says when, where and what in one SMS", () => {
  const text = writeSms(anSms());

  expect(text).toBe("【光明路社区】9月9日(周三)15:00在社区二楼会议室开会，议：小区东侧挡土墙坍毁处理。联系0794-3612345");
});

test("shortens the matter to what is left, at a whole character", () => {
  const text = writeSms(anSms({ matter: "小区东侧挡土墙坍毁约十二米砸坏板房以后如何拆除清理、砌筑重建和分担费用" }));

  expect(text).toHaveLength(70);
  expect(text).toMatch(/议：小区东侧挡土墙坍毁约十二米.*…。联系0794-3612345$/);
});

test("gives up the matter, then the contact, never the place", () => {
  const place = "光明路社区党群服务中心二楼东侧第三会议室(从北门进)";

  expect(writeSms(anSms({ place, contact: "社区办公室0794-3612345" }))).toBe(`【光明路社区】9月9日(周三)15:00在${place}开会。联系社区办公室0794-3612345`);
  expect(writeSms(anSms({ place, contact: "社区办公室王主任0794-3612345转8001" }))).toBe(`【光明路社区】9月9日(周三)15:00在${place}开会。`);
});

test("refuses a place that no SMS can hold", () => {
  const attempt = () => writeSms(anSms({ place: "长".repeat(60) }));

  expect(attempt).toThrow(expect.objectContaining({ code: "message.sms.long" }));
});

test("never passes 70 characters and never breaks a line or a character", () => {
  fc.assert(
    fc.property(anyText, anyText, (matter, contact) => {
      const text = writeSms(anSms({ matter, contact }));

      expect(text.length).toBeLessThanOrEqual(70);
      expect(text).not.toMatch(/[\n\r]|\p{Surrogate}/u);
      expect(text.startsWith("【光明路社区】9月9日(周三)15:00在社区二楼会议室开会")).toBe(true);
    }),
    { seed: 70 },
  );
});

test("writes one fact a line for the group, the community first", () => {
  const text = writeGroupText(aGroupText({ matters: ["挡土墙", "充电桩"], url: "https://example.org/meetings/9" }));

  expect(text.split("\n")).toEqual([
    "【光明路社区】会议通知",
    "时间：2026年9月9日（星期三）下午3:00—4:30",
    "地点：社区二楼会议室",
    "议题1：挡土墙",
    "议题2：充电桩",
    "参加：议事会成员，居民可以旁听",
    "联系：社区办公室 0794-3612345",
    "详情：https://example.org/meetings/9",
  ]);
});

test("says in the group what there is to read beforehand, and nothing where there is nothing", () => {
  expect(writeGroupText(aGroupText({ materials: ["预算表（社区办公室）", "图纸（公告栏）"] }))).toContain("\n材料：预算表（社区办公室）；图纸（公告栏）\n");
  expect(writeGroupText(aGroupText({ materials: [] }))).not.toContain("材料");
});

test("counts the matters that do not fit the group's text", () => {
  const text = writeGroupText(aGroupText({ matters: Array.from({ length: 12 }, (_, index) => `${index}${"事".repeat(50)}`) }));

  const told = text.match(/^议题\d+：/gm)!.length;
  expect(text.length).toBeLessThanOrEqual(500);
  expect(text).toContain(`另有 ${12 - told} 项议题`);
});

test("keeps a long address whole in the group, and lets who takes part give way to it where both are too much", () => {
  const url = `https://${"a".repeat(140)}.cn`;
  const [usual, crowded] = [
    aGroupText({ url }),
    aGroupText({ url, title: "题".repeat(60), community: "社".repeat(40), time: "时".repeat(90), place: "地".repeat(90), contact: "联".repeat(90) }),
  ];

  expect(writeGroupText(usual)).toMatch(/\n参加：.*\n联系：.*\n详情：https:\/\/a{140}\.cn$/);
  expect(writeGroupText({ ...crowded, audience: "人".repeat(90) })).toMatch(/^(?!.*参加)[^]*\n详情：https:\/\/a{140}\.cn$/);
});

test("never passes 500 characters", () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText, { maxLength: 20 }), (any, matters) => {
      const text = writeGroupText({ community: any, title: any, time: any, place: any, matters, materials: [any, any], audience: any, contact: any, url: any });

      expect(text.length).toBeLessThanOrEqual(500);
      expect(text.startsWith("【")).toBe(true);
    }),
    { seed: 500 },
  );
});

test("cuts a text before a mark, at a whole character", () => {
  const texts = [shorten("拆除，重建", 4), shorten("𠮷𠮷𠮷", 4), shorten("拆除", 2)];

  expect(texts).toEqual(["拆除…", "𠮷…", "拆除"]);
});
