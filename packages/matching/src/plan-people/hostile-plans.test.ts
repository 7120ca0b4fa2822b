import { expect, test } from "vitest";
import type { MatchingErrorCode } from "../errors.js";
import { codeOf } from "../testing/code-of.js";
import { PlanDesk } from "./plan-desk.js";
import { planFromRules } from "./plan-from-rules.js";
import { planPeople } from "./plan-people.js";
import type { PlanProblem } from "./plan-problem.js";

const plain: PlanProblem = {
  format: "lianxin-match/1",
  people: [{ id: "a" }, { id: "b" }],
  places: [{ id: "x" }, { id: "y" }],
  wishes: [{ id: "far", text: "路程", unit: "公里", weight: 1 }],
  pairs: [
    { person: "a", place: "x", amounts: { far: 1 } },
    { person: "b", place: "y", amounts: { far: 2 } },
  ],
};
const withFar = (far: unknown) => ({ pairs: [{ person: "a", place: "x", amounts: { far } }] });
const holes: unknown[] = [{ id: "a" }];
holes[5] = { id: "b" };
const inherited = Object.create({ id: "a" }) as object;

test.each<[string, unknown, MatchingErrorCode]>([
  ["nothing", null, "badFormat"],
  ["a list", [], "badFormat"],
  ["another format", { ...plain, format: "lianxin-match/2" }, "badFormat"],
  ["a broken prototype in place of fields", Object.create({ ...plain, people: ["a"] }), "badFormat"],
  ["no people", { ...plain, people: [] }, "emptySide"],
  ["no places", { ...plain, places: [] }, "emptySide"],
  ["people left out", { ...plain, people: undefined }, "badFormat"],
  ["people that are no list", { ...plain, people: { length: 1, 0: { id: "a" } } }, "badFormat"],
  ["a list with holes", { ...plain, people: holes }, "badFormat"],
  ["a hole of four thousand million people", { ...plain, people: Object.assign([], { length: 2 ** 32 - 1 }) }, "badFormat"],
  ["a person that is no record", { ...plain, people: ["a"] }, "badFormat"],
  ["a number for an id", { ...plain, people: [{ id: 1 }] }, "badFormat"],
  ["the same person twice", { ...plain, people: [{ id: "a" }, { id: "a" }] }, "duplicateName"],
  ["the same place twice", { ...plain, places: [{ id: "x" }, { id: "x" }] }, "duplicateName"],
  ["the same wish twice", { ...plain, wishes: [...plain.wishes!, ...plain.wishes!] }, "duplicateName"],
  ["the same pair twice", { ...plain, pairs: [...plain.pairs, plain.pairs[0]] }, "duplicatePair"],
  ["a pair with a stranger", { ...plain, pairs: [{ person: "__proto__", place: "x" }] }, "unknownName"],
  ["a pair with no place", { ...plain, pairs: [{ person: "a", place: "toString" }] }, "unknownName"],
  ["a wish nobody declared", { ...plain, pairs: [{ person: "a", place: "x", amounts: { constructor: 1 } }] }, "unknownName"],
  ["least above most", { ...plain, people: [{ id: "a", least: 2, most: 1 }, { id: "b" }] }, "minAboveMax"],
  ["least above most at a place", { ...plain, places: [{ id: "x", least: 3, most: 2 }, { id: "y" }] }, "minAboveMax"],
  ["a negative limit", { ...plain, people: [{ id: "a", most: -1 }, { id: "b" }] }, "negativeCount"],
  ["half a person", { ...plain, places: [{ id: "x", least: 0.5 }, { id: "y" }] }, "notInteger"],
  ["a limit that is no number", { ...plain, people: [{ id: "a", most: NaN }, { id: "b" }] }, "badFormat"],
  ["an endless limit", { ...plain, people: [{ id: "a", most: Infinity }, { id: "b" }] }, "badFormat"],
  ["a limit beyond memory", { ...plain, places: [{ id: "x", least: 2 ** 40, most: 2 ** 41 }, { id: "y" }] }, "tooMany"],
  ["an amount that is no number", { ...plain, ...withFar(NaN) }, "badFormat"],
  ["an endless amount", { ...plain, ...withFar(-Infinity) }, "badFormat"],
  ["an amount in words", { ...plain, ...withFar("1") }, "badFormat"],
  ["a cost beyond 32 bits", { ...plain, ...withFar(2 ** 31) }, "costTooLarge"],
  ["a cost beyond 2⁵³", { ...plain, ...withFar(-(2 ** 60)) }, "costTooLarge"],
  ["a cost beyond all numbers", { ...plain, wishes: [{ ...plain.wishes![0], weight: 1e308 }], ...withFar(1e308) }, "costTooLarge"],
  ["a weight that is no number", { ...plain, wishes: [{ ...plain.wishes![0], weight: NaN }] }, "badFormat"],
  ["a scale of nothing", { ...plain, scale: 0 }, "badScale"],
  ["half a scale", { ...plain, scale: 0.5 }, "badScale"],
  ["a scale beyond 2⁵³", { ...plain, scale: 1e300 }, "badScale"],
  ["fairness for less than nothing", { ...plain, fairness: { text: "少的先上", weight: -1 } }, "negativeCount"],
  ["half a service", { ...plain, fairness: { text: "少的先上", weight: 1 }, people: [{ id: "a", served: 0.5 }, { id: "b" }] }, "notInteger"],
  ["fairness beyond 32 bits", { ...plain, fairness: { text: "少的先上", weight: 1 }, people: [{ id: "a", served: 2 ** 23 }, { id: "b" }] }, "costTooLarge"],
  ["a mode nobody knows", { ...plain, previous: [], keep: { mode: "toString" } }, "badFormat"],
  ["a slack of no size", { ...plain, previous: [], keep: { mode: "slack" } }, "badFormat"],
  ["a slack below nothing", { ...plain, previous: [], keep: { mode: "slack", slack: -1 } }, "negativeCount"],
  ["a price below nothing", { ...plain, previous: [], keep: { mode: "priced", price: -1 } }, "negativeCount"],
  ["a price beyond 32 bits", { ...plain, previous: [], keep: { mode: "priced", price: 1e9 } }, "costTooLarge"],
  ["a slack of less than half a step", { ...plain, previous: [], keep: { mode: "slack", slack: 0.0004 } }, "tooSmall"],
  ["an amount of less than half a step", { ...plain, ...withFar(0.0004) }, "tooSmall"],
  ["an amount of less than half a step below nothing", { ...plain, ...withFar(-0.0004) }, "tooSmall"],
  ["a placement before that is listed twice", { ...plain, previous: [plain.pairs[0], plain.pairs[0]] }, "duplicatePair"],
  ["a pair that a hard rule forbids", { ...plain, forbidden: [{ person: "b", place: "y", rule: "不同乡镇" }] }, "alsoForbidden"],
  ["a hard rule about a stranger", { ...plain, forbidden: [{ person: "c", place: "y", rule: "不同乡镇" }] }, "unknownName"],
  ["a hard rule about no place", { ...plain, forbidden: [{ person: "b", place: "z", rule: "不同乡镇" }] }, "unknownName"],
  ["a plan before with a hole", { ...plain, previous: new Array(1) }, "badFormat"],
  ["someone without an id of their own", { ...plain, pairs: [{ person: "a", place: "x", amounts: inherited }, null] }, "badFormat"],
])("refuses %s", (_what, problem, code) => {
  expect(codeOf(() => planPeople(problem as PlanProblem))).toBe(code);
  expect(codeOf(() => new PlanDesk(problem as PlanProblem))).toBe(code);
});

test("says who falls short when every pair is forbidden, and answers nothing else", () => {
  expect(planPeople({ ...plain, pairs: [] })).toEqual({ solved: false, of: "places", places: ["x"], people: [], need: 1, offer: 0, short: 1 });
});

test("plans names and wishes that are words of the language like any others", () => {
  const odd = ["__proto__", "constructor", "toString"];
  const problem = planFromRules({
    people: odd.map((id) => ({ id })),
    places: odd.map((id) => ({ id })),
    rules: [],
    wishes: [{ id: "__proto__", text: "字数", unit: "个", weight: 1, amount: (person, place) => Math.abs(person.id.length - place.id.length) }],
  });

  expect(planPeople(problem)).toMatchObject({ solved: true, certified: true, objective: 0, placements: odd.map((id) => ({ person: id, place: id })) });
});

test("keeps exact the largest costs that fit, and does not count out a limit of sixteen million", () => {
  const most = 2 ** 24;
  const problem: PlanProblem = {
    ...plain,
    scale: 1,
    people: [{ id: "a", most, served: 1 }, { id: "b" }],
    fairness: { text: "少的先上", weight: 1 },
    pairs: [
      { person: "a", place: "x", amounts: { far: 2 ** 31 - 1 } },
      { person: "a", place: "y", amounts: { far: -(2 ** 31 - 1) } },
      { person: "b", place: "y", amounts: { far: 2 ** 31 - 1 } },
    ],
  };

  expect(planPeople(problem)).toMatchObject({ solved: true, certified: true, objective: 3 + 5 });
});

test("names both and the rule where a listed pair is forbidden, and what to do", () => {
  const refuse = () => planPeople({ ...plain, forbidden: [{ person: "b", place: "y", rule: "不同乡镇" }] });

  expect(refuse).toThrow(expect.objectContaining({ params: { person: "b", place: "y", rule: "不同乡镇" } }));
});

test("rounds to the nearest step on both sides of nothing alike", () => {
  const costs = [1.2345, -1.2345].map((far) => planPeople({ ...plain, places: [{ id: "x" }], pairs: [{ person: "a", place: "x", amounts: { far } }] }));

  expect(costs.map((answer) => answer.solved && answer.objective)).toEqual([1.235, -1.235]);
});
