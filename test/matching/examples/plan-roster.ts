import { planPeople, type PlanProblem } from "@lianxin/matching";

export const roster: PlanProblem = {
  format: "lianxin-match/1",
  people: [
    { id: "v1", most: 2, served: 6 },
    { id: "v2", most: 2, served: 1 },
    { id: "v3", most: 2 },
  ],
  places: [
    { id: "周六领队", when: "周六" },
    { id: "周六队员", when: "周六", least: 1, most: 2 },
    { id: "周日领队", when: "周日" },
  ],
  pairs: [
    { person: "v1", place: "周六领队" },
    { person: "v1", place: "周日领队" },
    { person: "v2", place: "周六领队", amounts: { far: 2 } },
    { person: "v2", place: "周六队员", amounts: { far: 2 } },
    { person: "v2", place: "周日领队", amounts: { far: 2 } },
    { person: "v3", place: "周六队员", amounts: { far: 5 } },
  ],
  wishes: [{ id: "far", text: "路程", unit: "公里", weight: 0.1 }],
  fairness: { text: "少的先上", unit: "次", weight: 1 },
};

export const planned = planPeople(roster);
