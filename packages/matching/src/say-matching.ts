import type { FormatReason, MatchingError } from "./errors.js";
import { fieldNames, formatTexts, matchingTexts, type MatchingLanguage, type MatchingText } from "./messages.js";
import type { PlacementExplanation } from "./plan-people/plan-desk.js";
import { CHANGE, type PlanShortage, type Reason } from "./plan-people/plan-problem.js";

/** How to call a person or place by its id; ids themselves if left out. */
export type Naming = (id: string) => string;

/** What a refusal says in plain words. */
export function sayError(error: MatchingError, language: MatchingLanguage): MatchingText {
  const { what, remedy } = matchingTexts[language][error.code];
  const values: Record<string, string | number> = { ...error.params, item: sayItem(error.item, language) };
  if (error.code === "badFormat") values["reason"] = formatTexts[language][error.params["reason"] as FormatReason];
  if (values["value"] === "undefined") values["value"] = language === "en" ? "nothing" : "空着";
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
  return { what: fill(what), remedy: fill(remedy) };
}

/** Where something is wrong. An item begins with the name of a field; what follows are numbers and ids, and perhaps another field at the end. */
function sayItem(item: string, language: MatchingLanguage): string {
  if (language === "en") return item;
  const [first = "", ...rest] = item.split(" ");
  const line = /^line (\d+)$/.exec(item)?.[1];
  if (line !== undefined) return `第 ${line} 行`;
  const last = rest.at(-1);
  const isField =
    rest.length === 1 ? ["keep", "fairness"].includes(first) : /^\d+$/.test(rest[0] ?? "") || ["served", "fairness", "amounts"].includes(last ?? "");
  if (last !== undefined && isField) rest[rest.length - 1] = fieldNames[last] ?? last;
  return [fieldNames[first] ?? first, ...rest].join(" ");
}

/** Why there is no plan, in one sentence: who cannot be served together, what is needed, what there is, and how much is missing. */
export function sayShortage({ of, places, people, need, offer, short }: PlanShortage, language: MatchingLanguage, name: Naming = (id) => id): string {
  const [asking, giving] = of === "places" ? [places, people] : [people, places];
  if (language === "zh-CN") {
    const who = listNames(asking, "、", name);
    const givers = giving.length === 0 ? "没有能用的人选" : `能用的（${listNames(giving, "、", name)}等）一共只能给 ${offer} 个`;
    return of === "places"
      ? `这 ${asking.length} 处（${who}）一共要 ${need} 个人，${giving.length === 0 && offer > 0 ? `一共只能给 ${offer} 个` : givers}，还差 ${short} 个`
      : `这 ${asking.length} 人（${who}）一共至少要排 ${need} 次，能排的只有 ${offer} 次，还差 ${short} 次`;
  }
  const who = listNames(asking, ", ", name);
  return of === "places"
    ? `These ${asking.length} places (${who}) need ${need} in all, but everyone allowed there can give only ${offer}: ${short} short`
    : `These ${asking.length} people (${who}) must serve ${need} times in all, but only ${offer} times are open to them: ${short} short`;
}

/** Why a placement is or is not in the plan, in one or two sentences. */
export function sayPlacement(told: PlacementExplanation, language: MatchingLanguage, name: Naming = (id) => id): string {
  const pair = `${name(told.place)} – ${name(told.person)}`;
  const zh = language === "zh-CN";
  if (told.rule !== undefined) return zh ? `${pair}：不可以，因为“${told.rule}”` : `${pair}: not allowed, because of “${told.rule}”`;
  const reasons = told.because.map((reason) => sayReason(reason, zh)).join(zh ? "；" : "; ");
  const head = reasons === "" ? pair : `${pair}${zh ? "：" : ": "}${reasons}`;
  return `${head}${zh ? "。" : ". "}${sayPrice(told, zh)}${sayMoves(told, zh, name)}`;
}

function sayReason({ wish, text, amount, unit, cost }: Reason, zh: boolean): string {
  const isChange = wish === CHANGE && text === "";
  const kept = zh ? "原来就这样排" : "it was there before";
  const come = zh ? "原来没有这样排" : "it is new";
  const words = isChange ? [amount < 0 ? kept : come] : [text, amount, unit];
  return `${words.filter((word) => word !== "").join(" ")} (${cost})`;
}

function sayPrice({ inPlan, price }: PlacementExplanation, zh: boolean): string {
  if (price.kind === "notListed") return zh ? "它不在可以安排之列" : "It is not among the placements that may be made";
  if (price.kind === "notPriced")
    return zh ? "现在的方案是在余地以内少变动，不一定最省，所以没有算换一种排法的代价" : "The plan is one within a slack, so no price is given for another";
  if (price.kind === "impossible") {
    if (inPlan) return zh ? "没有它就排不成" : "There is no plan without it";
    return zh ? "有它就排不成" : "There is no plan with it";
  }
  if (inPlan) return zh ? `不这样排，总费用多 ${price.cost}` : `Without it the plan costs ${price.cost} more`;
  return zh ? `要这样排，总费用多 ${price.cost}` : `With it the plan costs ${price.cost} more`;
}

function sayMoves({ moves }: PlacementExplanation, zh: boolean, name: Naming): string {
  if (moves.length === 0) return "";
  const list = moves.map(({ person, place, joins }) =>
    zh ? `${name(person)}${joins ? "去" : "不去"}${name(place)}` : `${name(person)} ${joins ? "joins" : "leaves"} ${name(place)}`,
  );
  return zh ? `，要动的有：${list.join("，")}` : `; moves: ${list.join(", ")}`;
}

function listNames(ids: readonly string[], between: string, name: Naming): string {
  const shown = ids.slice(0, 12).map(name).join(between);
  return ids.length > 12 ? `${shown}…` : shown;
}
