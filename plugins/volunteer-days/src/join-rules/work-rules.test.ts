import fc from "fast-check";
import { expect, test } from "vitest";
import { findForbidden, findRisk, isClosedToMinors, shareTasks, splitTasks, tasksForMinors, workRulesOn } from "./work-rules.js";

const day = "2026-09-17";
const work = "楼道、扶手、小广告、堆积物、绿化";
const adults = (count: number) => Array.from({ length: count }, () => ({ isAdult: true }));

test("high places and electric boxes are for no volunteer, rivers and traffic for adults with insurance", () => {
  expect([findForbidden("擦高处窗户", day), findForbidden("电箱除尘", day), findForbidden(work, day)]).toEqual(["高处", "电箱", undefined]);
  expect([findRisk("河道清理", day), findRisk(work, day)]).toEqual(["河道", undefined]);
  expect(workRulesOn(day).citation).toContain("志愿服务条例");
});

test("minors do greenery and leaflets, and go nowhere where nothing is for them", () => {
  expect(tasksForMinors(`${work}，发传单`, day)).toEqual(["绿化", "发传单"]);
  expect(isClosedToMinors({ isAdultsOnly: false, work: "楼道、扶手" }, day)).toBe(true);
  expect([isClosedToMinors({ isAdultsOnly: false, work }, day), isClosedToMinors({ isAdultsOnly: true, work }, day)]).toEqual([false, true]);
});

test("five people have the five tasks, another one each week, and the minor has the greenery", () => {
  const team = [...adults(4), { isAdult: false }];

  const [first, second] = [shareTasks(team, work, day, 0), shareTasks(team, work, day, 1)];

  expect(first).toEqual(["楼道", "扶手", "小广告", "堆积物", "绿化"]);
  expect(second).toEqual(["扶手", "小广告", "堆积物", "楼道", "绿化"]);
});

test("tasks are shared evenly, everybody has one, and a minor none but those for minors (seed 20261127)", () => {
  const team = fc.array(fc.record({ isAdult: fc.boolean() }), { maxLength: 12 });
  const holds = (people: { isAdult: boolean }[], turn: number) => {
    const given = shareTasks(people, work, day, turn);
    const grown = given.filter((_, i) => people[i]!.isAdult);
    expect(given.every((task) => splitTasks(work).includes(task))).toBe(true);
    expect(given.every((task, i) => people[i]!.isAdult || task === "绿化")).toBe(true);
    const counts = splitTasks(work).map((task) => grown.filter((one) => one === task).length);
    if (people.every(({ isAdult }) => isAdult)) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  };

  fc.assert(fc.property(team, fc.nat(20), holds), { seed: 20261127 });
});
