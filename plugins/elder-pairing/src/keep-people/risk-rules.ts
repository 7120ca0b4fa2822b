import type { Care, Level } from "../words.js";

/** How often an elder is visited at least, by level: a dated rule with where it comes from. */
export interface RiskRules {
  readonly from: string;
  readonly citation: string;
  readonly isVerified: boolean;
  /** Years of age from which living alone, in an empty nest or left behind is high risk. */
  readonly highAge: number;
}

export const riskRules: readonly RiskRules[] = [
  {
    from: "2022-10-28",
    citation: "民政部等 10 部门《关于开展特殊困难老年人探访关爱服务的指导意见》（民发〔2022〕73 号）；高风险按 80 岁以上独居、空巢、留守和失智",
    isVerified: false,
    highAge: 80,
  },
];

export const rulesOn = (day: string): RiskRules => riskRules.findLast(({ from }) => from <= day) ?? riskRules[0]!;

const onTheirOwn = new Set<Care["living"]>(["alone", "empty_nest", "left_behind"]);

/** One of the six groups (独居、空巢、留守、失能、重残、计划生育特殊家庭), visited once a month at least whatever the level. */
export const isSpecialCase = ({ living, ability, flags }: Care): boolean =>
  onTheirOwn.has(living) || ability === "disabled" || flags.includes("severe_handicap") || flags.includes("special_family");

/** The level that follows from how somebody lives, where nobody has set another one. */
export function chooseLevel(care: Care, birthYear: number, day: string): Level {
  const age = Number(day.slice(0, 4)) - birthYear;
  if (care.flags.includes("memory")) return "red";
  if (age >= rulesOn(day).highAge && onTheirOwn.has(care.living)) return "red";
  return isSpecialCase(care) ? "yellow" : "green";
}
