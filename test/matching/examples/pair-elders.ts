import { planPeople, type PlanProblem } from "@lianxin/matching";
import { planFromRules } from "@lianxin/matching/rules";

const cadres = [
  { id: "k1", text: "王干部", village: "上湾村", most: 2 },
  { id: "k2", text: "李干部", village: "下湾村", most: 2 },
];
const elders = [
  { id: "e1", text: "张奶奶", village: "上湾村", child: "k1" },
  { id: "e2", text: "赵爷爷", village: "下湾村", child: "" },
  { id: "e3", text: "孙奶奶", village: "上湾村", child: "" },
];

export const pairing: PlanProblem = planFromRules({
  people: cadres,
  places: elders,
  rules: [{ text: "自己的父母不算结对", allows: (cadre, elder) => elder.child !== cadre.id }],
  wishes: [{ id: "village", text: "同村优先", unit: "不同村", weight: 10, amount: (cadre, elder) => (cadre.village === elder.village ? 0 : 1) }],
});

export const paired = planPeople(pairing);
