import type { MatchingErrorCode } from "./errors.js";

/** What is wrong, and what to do about it. `{name}` stands for a value of the error. */
export interface MatchingText {
  readonly what: string;
  readonly remedy: string;
}

/** The languages this package speaks. */
export type MatchingLanguage = "zh-CN" | "en";

/** Texts of every refusal. */
export const matchingTexts: Readonly<Record<MatchingLanguage, Readonly<Record<MatchingErrorCode, MatchingText>>>> = {
  "zh-CN": {
    emptySide: { what: "{item} 一个也没有", remedy: "请至少填一个，再排" },
    notInteger: { what: "{item} 应为整数，填的是 {value}", remedy: "请改成整数" },
    costTooLarge: { what: "{item} 太大：{value}，最大 {largest}", remedy: "请减小权重，或把 scale 调小" },
    sumTooLarge: { what: "加起来会超出能精确计算的范围", remedy: "请减小权重，或把 scale 调小" },
    minAboveMax: { what: "{item} 至少 {min}，却至多 {max}", remedy: "请让下限不大于上限" },
    negativeCount: { what: "{item} 不能是负数：{min}", remedy: "请填 0 或更大的数" },
    outOfRange: { what: "{item} 指向不存在的位置 {value}", remedy: "请核对编号" },
    duplicateName: { what: "{item} 里 {id} 出现了两次", remedy: "请去掉重复的一个，或换一个编号" },
    duplicatePair: { what: "{item} 里有一对写了两次", remedy: "请只留一次" },
    unknownName: { what: "{item} 提到的 {id} 不在名单里", remedy: "请先把它加进名单，或改正编号" },
    unknownPair: { what: "这一对不在可选之列", remedy: "请先在可选的配对里加上它" },
    stepsNotRising: { what: "{item} 的分级费用没有逐级上升", remedy: "请让后一级不低于前一级" },
    lengthMismatch: { what: "{item} 的长度不对：应为 {expected}，是 {found}", remedy: "请补齐或删去多余的" },
    unbalanced: { what: "供给与需求之和不为零：{sum}", remedy: "请让各点供需之和为零" },
    unboundedCost: { what: "有一圈没有上限的路，费用为负，费用可以无限降低", remedy: "请给这些路加上上限" },
    badFormat: { what: "{item} 读不懂：{reason}", remedy: "请对照文件格式说明改正" },
    badScale: { what: "scale 应为正整数，填的是 {value}", remedy: "请填 1、100 或 1000 这样的数" },
    notInPlan: { what: "现在没有排好的方案", remedy: "请先解决排不下的问题" },
    tooMany: { what: "{item} 太多：{value}，最多 {largest}", remedy: "请改小，或分成几次来排" },
  },
  en: {
    emptySide: { what: "There is nobody and nothing in {item}", remedy: "Enter at least one and plan again" },
    notInteger: { what: "{item} must be a whole number, not {value}", remedy: "Enter a whole number" },
    costTooLarge: { what: "{item} is too large: {value}, at most {largest}", remedy: "Use smaller weights or a smaller scale" },
    sumTooLarge: { what: "The sum would leave the range of exact arithmetic", remedy: "Use smaller weights or a smaller scale" },
    minAboveMax: { what: "{item} asks for at least {min} but at most {max}", remedy: "Make the least no more than the most" },
    negativeCount: { what: "{item} may not be negative: {min}", remedy: "Enter 0 or more" },
    outOfRange: { what: "{item} points to {value}, which does not exist", remedy: "Check the numbers" },
    duplicateName: { what: "{id} appears twice in {item}", remedy: "Remove one or give it another id" },
    duplicatePair: { what: "A pair is listed twice in {item}", remedy: "Keep it once" },
    unknownName: { what: "{item} names {id}, which is not on the list", remedy: "Add it to the list first, or correct the id" },
    unknownPair: { what: "This pair is not among those allowed", remedy: "List it as an allowed pair first" },
    stepsNotRising: { what: "The step costs of {item} fall", remedy: "Let no step be cheaper than the one before" },
    lengthMismatch: { what: "{item} has the wrong length: {found} instead of {expected}", remedy: "Complete it or cut it" },
    unbalanced: { what: "Supplies and demands do not sum to zero: {sum}", remedy: "Balance the nodes" },
    unboundedCost: { what: "A circle of endless arcs costs less than nothing, so costs can fall without end", remedy: "Give these arcs an upper bound" },
    badFormat: { what: "{item} cannot be read: {reason}", remedy: "Compare it with the description of the format" },
    badScale: { what: "scale must be a positive whole number, not {value}", remedy: "Use a number like 1, 100 or 1000" },
    notInPlan: { what: "There is no plan to explain", remedy: "First solve what cannot be served" },
    tooMany: { what: "{item} is too many: {value}, at most {largest}", remedy: "Make it smaller, or plan in several parts" },
  },
};
