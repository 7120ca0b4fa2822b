import { MatchingError, type FormatReason } from "../errors.js";

type Kind = "text" | "number" | "numbers";
type Shape = Readonly<Record<string, Kind | `${Kind}?`>>;

/** The lists of a planning problem, and the fields of their records. */
export const lists: Readonly<Record<string, Shape>> = {
  people: { id: "text", text: "text?", least: "number?", most: "number?", served: "number?" },
  places: { id: "text", text: "text?", least: "number?", most: "number?", when: "text?" },
  wishes: { id: "text", text: "text", unit: "text", weight: "number" },
  pairs: { person: "text", place: "text", amounts: "numbers?" },
  forbidden: { person: "text", place: "text", rule: "text" },
  previous: { person: "text", place: "text" },
};
/** Its other records. */
export const singles: Readonly<Record<string, Shape>> = {
  fairness: { text: "text", unit: "text?", weight: "number" },
  keep: { mode: "text", slack: "number?", price: "number?" },
};

/**
 * Refuses what is no planning problem at all: missing lists, holes in them, wrong types, unknown modes, by the name of the field. In a program records may
 * carry fields of their own; in files they may not (read-plan-json). O(size).
 *
 * @throws MatchingError badFormat
 */
export function checkShape(problem: unknown): void {
  if (!isObject(problem)) throw refuse("problem", "record");
  if (problem["format"] !== "lianxin-match/1") throw refuse("format", "format");
  for (const [field, shape] of Object.entries(lists)) checkList(field, problem[field], shape);
  for (const [field, shape] of Object.entries(singles)) if (problem[field] !== undefined) checkRecord(field, problem[field], shape);
  checkKind("scale", problem["scale"], "number?");
  for (const field of ["people", "places", "pairs"]) if (problem[field] === undefined) throw refuse(field, "list");
  if (problem["keep"] !== undefined) checkMode(problem["keep"] as Record<string, unknown>);
}

function checkMode({ mode, slack }: Record<string, unknown>): void {
  if (!["optimal", "slack", "priced"].includes(mode as string)) throw refuse("keep mode", "mode");
  if (mode === "slack") checkKind("keep slack", slack, "number");
}

function checkList(field: string, value: unknown, shape: Shape): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) throw refuse(field, "list");
  for (let k = 0; k < value.length; k++) checkRecord(`${field} ${k}`, value[k], shape);
}

function checkRecord(item: string, value: unknown, shape: Shape): void {
  if (!isObject(value)) throw refuse(item, "record");
  for (const [field, kind] of Object.entries(shape)) checkKind(`${item} ${field}`, value[field], kind);
}

function checkKind(item: string, value: unknown, kind: string): void {
  if (value === undefined && kind.endsWith("?")) return;
  const isNumber = (one: unknown) => Number.isFinite(one);
  const fits = kind.startsWith("text")
    ? typeof value === "string"
    : kind.startsWith("numbers")
      ? isObject(value) && Object.values(value).every(isNumber)
      : isNumber(value);
  if (!fits) throw refuse(item, kind.replace("?", "") as Kind);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A badFormat. */
export function refuse(item: string, reason: FormatReason): MatchingError {
  return new MatchingError("badFormat", item, { reason });
}
