import { MatchingError } from "../errors.js";
import { compilePlan } from "../plan-people/compile-plan.js";
import type { PlanProblem } from "../plan-people/plan-problem.js";

const shapes: { readonly [list: string]: { readonly [field: string]: "text" | "number" | "object" | "text?" | "number?" | "object?" } } = {
  people: { id: "text", text: "text?", least: "number?", most: "number?", served: "number?" },
  places: { id: "text", text: "text?", least: "number?", most: "number?", when: "text?" },
  wishes: { id: "text", text: "text", unit: "text", weight: "number" },
  pairs: { person: "text", place: "text", amounts: "object?" },
  forbidden: { person: "text", place: "text", rule: "text" },
  previous: { person: "text", place: "text" },
};

/**
 * Reads the JSON form of a planning problem (docs/matching-json.md), refusing unknown fields and wrong types by name, and everything compilePlan refuses.
 *
 * @throws MatchingError badFormat, or as compilePlan
 */
export function readPlanJson(text: string): PlanProblem {
  const data = parse(text);
  if (data["format"] !== "lianxin-match/1") throw refuse("format", "lianxin-match/1");
  for (const [field, value] of Object.entries(data)) checkField(field, value);
  for (const list of ["people", "places", "pairs"]) if (data[list] === undefined) throw refuse(list, "[…]");
  const problem = data as unknown as PlanProblem;
  compilePlan(problem);
  return problem;
}

function parse(text: string): Record<string, unknown> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw refuse("file", error instanceof Error ? error.message : "JSON");
  }
  if (!isObject(data)) throw refuse("file", "{…}");
  return data;
}

function checkField(field: string, value: unknown): void {
  const shape = shapes[field];
  if (shape !== undefined) {
    if (!Array.isArray(value)) throw refuse(field, "[…]");
    value.forEach((one, k) => checkObject(`${field} ${k}`, one, shape));
  } else if (field === "fairness") checkObject(field, value, { text: "text", weight: "number" });
  else if (field === "keep") checkKeep(value);
  else if (field === "scale") checkType(field, value, "number");
  else if (field !== "format") throw refuse(field, "?");
}

function checkKeep(value: unknown): void {
  checkObject("keep", value, { mode: "text", slack: "number?", price: "number?" });
  const { mode, slack } = value as { mode: string; slack?: number };
  if (!["optimal", "slack", "priced"].includes(mode)) throw refuse("keep mode", "optimal, slack, priced");
  if (mode === "slack" && slack === undefined) throw refuse("keep slack", "number");
}

function checkObject(item: string, value: unknown, shape: { readonly [field: string]: string }): void {
  if (!isObject(value)) throw refuse(item, "{…}");
  for (const field of Object.keys(value)) if (shape[field] === undefined) throw refuse(`${item} ${field}`, "?");
  for (const [field, type] of Object.entries(shape)) {
    if (value[field] === undefined && type.endsWith("?")) continue;
    checkType(`${item} ${field}`, value[field], type.replace("?", ""));
  }
}

function checkType(item: string, value: unknown, type: string): void {
  const fits =
    type === "text"
      ? typeof value === "string"
      : type === "number"
        ? typeof value === "number"
        : isObject(value) && Object.values(value).every((v) => typeof v === "number");
  if (!fits) throw refuse(item, type);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refuse(item: string, reason: string): MatchingError {
  return new MatchingError("badFormat", item, { reason });
}
