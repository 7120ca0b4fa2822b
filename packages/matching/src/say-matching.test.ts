import { expect, test } from "vitest";
import { MatchingError, matchingErrorCodes } from "./errors.js";
import { matchingTexts } from "./messages.js";
import { sayError, sayPlacement, sayShortage } from "./say-matching.js";

test("has a Chinese and an English text with a remedy for every refusal", () => {
  for (const language of ["zh-CN", "en"] as const) {
    for (const code of matchingErrorCodes) {
      expect(matchingTexts[language][code].what).not.toBe("");
      expect(matchingTexts[language][code].remedy).not.toBe("");
    }
  }
});

test("fills a refusal's values in", () => {
  const error = new MatchingError("minAboveMax", "places s1", { min: 3, max: 2 });

  expect(sayError(error, "zh-CN").what).toBe("地点 s1 至少 3，却至多 2");
  expect(sayError(error, "en").what).toBe("places s1 asks for at least 3 but at most 2");
});

test("says of every field in Chinese where something is wrong, and leaves ids as they are", () => {
  const say = (item: string) => sayError(new MatchingError("notInteger", item, { value: "x" }), "zh-CN").what;

  expect([say("line 3"), say("people served served"), say("pairs 2 place"), say("pairs a/x cost"), say("keep price"), say("rows")]).toEqual(
    ["第 3 行", "人员 served 已服务次数", "可选配对 2 地点", "可选配对 a/x cost", "保留原方案 代价", "行"].map((item) => `${item} 应为整数，填的是“x”`),
  );
});

test("says a shortage in one sentence, by name", () => {
  const shortage = { solved: false, of: "places", places: ["e1", "e2"], people: ["k3"], need: 2, offer: 1, short: 1 } as const;

  const text = sayShortage(shortage, "zh-CN", (id) => ({ e1: "张奶奶", e2: "李爷爷", k3: "王干部" })[id] ?? id);

  expect(text).toBe("这 2 处（张奶奶、李爷爷）一共要 2 个人，能用的（王干部等）一共只能给 1 个，还差 1 个");
});

test("says why not, what it would cost and who would move", () => {
  const told = {
    person: "k2",
    place: "e2",
    inPlan: false,
    because: [],
    price: { kind: "cost", cost: 10 },
    moves: [{ person: "k2", place: "e2", joins: true }],
  } as const;

  expect(sayPlacement(told, "zh-CN")).toBe("e2 – k2。要这样排，总费用多 10，要动的有：k2去e2");
  expect(sayPlacement({ ...told, rule: "不同乡镇" }, "en")).toBe("e2 – k2: not allowed, because of “不同乡镇”");
});

test("tells what cannot be from what was not priced and what was never listed, in both languages", () => {
  const told = (inPlan: boolean, kind: "impossible" | "notPriced" | "notListed") => ({
    person: "k1",
    place: "e1",
    inPlan,
    because: [],
    price: { kind },
    moves: [],
  });
  const say = (inPlan: boolean, kind: "impossible" | "notPriced" | "notListed") =>
    (["zh-CN", "en"] as const).map((language) => sayPlacement(told(inPlan, kind), language));

  expect(say(true, "impossible")).toEqual(["e1 – k1。没有它就排不成", "e1 – k1. There is no plan without it"]);
  expect(say(false, "impossible")).toEqual(["e1 – k1。有它就排不成", "e1 – k1. There is no plan with it"]);
  expect(say(true, "notPriced")).toEqual([
    "e1 – k1。现在的方案是在余地以内少变动，不一定最省，所以没有算换一种排法的代价",
    "e1 – k1. The plan is one within a slack, so no price is given for another",
  ]);
  expect(say(false, "notListed")).toEqual(["e1 – k1。它不在可以安排之列", "e1 – k1. It is not among the placements that may be made"]);
});
