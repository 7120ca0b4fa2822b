import { beforeAll, expect, test } from "vitest";
import { moveDay, today } from "../convene-meeting/week-of.js";
import { tellNeed } from "../convene-meeting/need-words.js";
import { loadChinese } from "../test-pages.js";
import { tellPoster } from "./poster-words.js";

beforeAll(() => loadChinese());

test("a poster whose day is past is asked for today and says that it is late, one of today and of no rule does not", () => {
  const said = [moveDay(today(), -1), today(), null].flatMap((day) => [tellPoster("next", day), tellPoster("notice", day)]);

  expect(said.map((words) => words.includes("晚了"))).toEqual([true, true, false, false, false, false]);
});

test("rules without a quorum do not ask for nought people", () => {
  expect([tellNeed({ members: 23, need: 16 }), tellNeed({ members: 23, need: 0 })]).toEqual(["应到 23 人，到 16 人才能开", "应到 23 人，来多少人都能开"]);
});
