export { planFromRules, type HardRule, type MeasuredWish, type RulesAndWishes } from "./plan-people/plan-from-rules.js";
