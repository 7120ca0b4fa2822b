import { expect, test } from "vitest";
import { sayPlacement } from "../say-matching.js";
import { PlanDesk } from "./plan-desk.js";
import { planFromRules } from "./plan-from-rules.js";
import { planPeople } from "./plan-people.js";
import { CHANGE, type KeepMode, type PlanProblem } from "./plan-problem.js";

const cadres = [
  { id: "k1", village: "上湾村", most: 2 },
  { id: "k2", village: "下湾村", most: 2 },
  { id: "k3", village: "上湾村", most: 1 },
];
const elders = [
  { id: "e1", village: "上湾村", child: "k1" },
  { id: "e2", village: "上湾村", child: "" },
  { id: "e3", village: "下湾村", child: "" },
];

function aPairing(more: Partial<PlanProblem> = {}): PlanProblem {
  const problem = planFromRules({
    people: cadres,
    places: elders,
    rules: [{ text: "自己的父母不算结对", allows: (cadre, elder) => elder.child !== cadre.id }],
    wishes: [{ id: "village", text: "同村优先", unit: "不同村", weight: 10, amount: (cadre, elder) => (cadre.village === elder.village ? 0 : 1) }],
  });
  return { ...problem, ...more };
}

test("pairs every elder within the village and never with an own child", () => {
  const answer = planPeople(aPairing());

  expect(answer).toMatchObject({ solved: true, certified: true, objective: 0 });
  const pairs = answer.solved ? answer.placements.map(({ person, place }) => `${place}-${person}`) : [];
  expect(pairs).toEqual(["e1-k3", "e2-k1", "e3-k2"]);
});

test("explains a placement by its reasons, the price of doing without it and who would move", () => {
  const desk = new PlanDesk(aPairing());

  const kept = desk.explain("k3", "e1");
  const other = desk.explain("k2", "e2");
  const own = desk.explain("k1", "e1");

  expect(kept).toMatchObject({ inPlan: true, price: { kind: "cost", cost: 10 } });
  expect(kept.moves).toContainEqual({ person: "k3", place: "e1", joins: false });
  expect(other).toMatchObject({ inPlan: false, price: { kind: "cost", cost: 10 }, because: [{ text: "同村优先", unit: "不同村", amount: 1, cost: 10 }] });
  expect(own).toMatchObject({ inPlan: false, rule: "自己的父母不算结对", price: { kind: "notListed" } });
});

test("moves nobody when a better match turns up but the move price is higher than its gain", () => {
  const previous = [
    { person: "k2", place: "e1" },
    { person: "k1", place: "e2" },
    { person: "k2", place: "e3" },
  ];

  const answer = planPeople(aPairing({ previous }));

  expect(answer).toMatchObject({ certified: true, kept: { moves: 0, dropped: 0, movesProven: true, cost: 10, optimum: 0, givenUp: 10 } });
});

test("moves least among the cheapest, or within a slack, when asked to", () => {
  const previous = [
    { person: "k2", place: "e1" },
    { person: "k3", place: "e2" },
    { person: "k2", place: "e3" },
  ];

  const optimal = planPeople(aPairing({ previous, keep: { mode: "optimal" } }));
  const slack = planPeople(aPairing({ previous, keep: { mode: "slack", slack: 10 } }));

  expect(optimal).toMatchObject({ objective: 0, kept: { moves: 2, dropped: 2, atLeast: 4, movesProven: true } });
  expect(slack).toMatchObject({ objective: 10, kept: { moves: 0, dropped: 0, atLeast: 0, movesProven: true, givenUp: 10 } });
});

test("names the elders who cannot all be served", () => {
  const answer = planPeople({
    ...aPairing(),
    pairs: [
      { person: "k3", place: "e1" },
      { person: "k3", place: "e2" },
      { person: "k2", place: "e3" },
    ],
  });

  expect(answer).toEqual({ solved: false, of: "places", places: ["e1", "e2"], people: ["k3"], need: 2, offer: 1, short: 1 });
});

test("asks first whoever has served least, and publishes the spread without and with fairness", () => {
  const people = [
    { id: "a", served: 4, most: 3 },
    { id: "b", served: 1, most: 3 },
    { id: "c", served: 0, most: 3 },
  ];
  const places = ["s1", "s2", "s3"].map((id) => ({ id }));
  const pairs = people.flatMap((p) => places.map((q) => ({ person: p.id, place: q.id, amounts: { likes: p.id === "a" ? -1 : 0 } })));

  const answer = planPeople({
    format: "lianxin-match/1",
    people,
    places,
    pairs,
    wishes: [{ id: "likes", text: "愿意来", unit: "次", weight: 1 }],
    fairness: { text: "少的先上", weight: 1 },
  });

  expect(answer).toMatchObject({
    certified: true,
    fairness: {
      before: {
        counts: [
          [0, 1],
          [1, 1],
          [4, 1],
        ],
      },
      without: { most: 7 },
      with: {
        most: 4,
        counts: [
          [2, 2],
          [4, 1],
        ],
      },
    },
  });
});

test("lets nobody take two roles that fall together", () => {
  const people = [
    { id: "lead", most: 2 },
    { id: "m1", most: 2 },
    { id: "m2", most: 2 },
  ];
  const places = [
    { id: "早班领队", when: "早" },
    { id: "早班队员", when: "早" },
    { id: "晚班领队", when: "晚" },
  ];
  const pairs = [
    { person: "lead", place: "早班领队" },
    { person: "lead", place: "早班队员", amounts: { far: 0 } },
    { person: "m1", place: "早班队员", amounts: { far: 3 } },
    { person: "lead", place: "晚班领队" },
    { person: "m2", place: "晚班领队", amounts: { far: 5 } },
  ];
  const problem: PlanProblem = { format: "lianxin-match/1", people, places, pairs, wishes: [{ id: "far", text: "路程", unit: "公里", weight: 1 }] };

  const desk = new PlanDesk(problem);

  expect(desk.answer).toMatchObject({ solved: true, certified: true, objective: 3 });
  expect(desk.explain("m2", "晚班领队")).toMatchObject({ inPlan: false, price: { kind: "cost", cost: 5 } });
  expect(desk.explain("m1", "早班队员")).toMatchObject({ inPlan: true, price: { kind: "impossible" } });
});

const place: PlanProblem = {
  format: "lianxin-match/1",
  people: [{ id: "a" }, { id: "b" }],
  places: [{ id: "x", least: 0, most: 2 }],
  pairs: [
    { person: "a", place: "x" },
    { person: "b", place: "x" },
  ],
};
const both = [
  { person: "a", place: "x" },
  { person: "b", place: "x" },
];

test.each<[string, KeepMode | undefined]>([
  ["by default", undefined],
  ["cost first", { mode: "optimal" }],
  ["within a slack", { mode: "slack", slack: 0 }],
])("keeps a plan whole that is still optimal, %s", (_mode, keep) => {
  const answer = planPeople({ ...place, previous: both, ...(keep === undefined ? {} : { keep }) });

  expect(answer).toMatchObject({ placements: both, kept: { moves: 0, dropped: 0, atLeast: 0, movesProven: true, gone: 0 } });
});

test("drops no placement for a gain smaller than the price of a change", () => {
  const problem: PlanProblem = { ...place, wishes: [{ id: "far", text: "路程", unit: "公里", weight: 1 }], previous: both };
  const pairs = both.map((pair) => ({ ...pair, amounts: { far: 3 } }));

  expect(planPeople({ ...problem, pairs })).toMatchObject({ placements: both, kept: { moves: 0, dropped: 0, givenUp: 6 } });
  expect(planPeople({ ...problem, pairs, keep: { mode: "priced", price: 2 } })).toMatchObject({ placements: [], kept: { moves: 0, dropped: 2, givenUp: 0 } });
});

test("says under a slack that no price is given, and says so in words", () => {
  const desk = new PlanDesk(aPairing({ previous: [{ person: "k2", place: "e1" }], keep: { mode: "slack", slack: 10 } }));

  const told = desk.explain("k2", "e1");

  expect([told.inPlan, told.price]).toEqual([true, { kind: "notPriced" }]);
  expect(sayPlacement(told, "zh-CN")).toContain("余地");
  expect(sayPlacement(told, "en")).toContain("within a slack");
});

test("names the price of a change among the reasons, for what is new and for what was there", () => {
  const desk = new PlanDesk(aPairing({ previous: [{ person: "k2", place: "e1" }], keep: { mode: "priced", price: 2 } }));

  const [was, is] = [desk.explain("k2", "e1"), desk.explain("k3", "e1")];

  expect([was.inPlan, is.inPlan]).toEqual([false, true]);
  expect(was.because).toContainEqual({ wish: CHANGE, text: "", unit: "", amount: -1, cost: -2 });
  expect(is.because).toContainEqual({ wish: CHANGE, text: "", unit: "", amount: 1, cost: 2 });
  expect([sayPlacement(was, "zh-CN"), sayPlacement(is, "en")]).toEqual([
    expect.stringContaining("原来就这样排 (-2)"),
    expect.stringContaining("it is new (2)"),
  ]);
});

test("counts the spread without fairness on the plan that would be made without it, the plan before and ties included", () => {
  const people = ["a", "b", "c"].map((id, k) => ({ id, served: k === 0 ? 5 : 0 }));
  const pairs = people.map(({ id }) => ({ person: id, place: "x" }));
  const previous = [{ person: "a", place: "x" }];
  const problem: PlanProblem = { format: "lianxin-match/1", people, places: [{ id: "x" }], pairs, previous, keep: { mode: "optimal" } };

  const answer = planPeople({ ...problem, fairness: { text: "少的先上", weight: 1 } });

  const unfair = planPeople(problem);
  expect(unfair).toMatchObject({ placements: previous, kept: { moves: 0 } });
  expect(answer).toMatchObject({ kept: { moves: 1 }, fairness: { before: { most: 5 }, without: { most: 6 }, with: { most: 5 } } });
});
