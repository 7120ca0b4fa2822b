import { MatchingError, type FormatReason } from "../errors.js";

type Kind = "text" | "number" | "numbers";
type Shape = Readonly<Record<string, Kind | `${Kind}?`>>;

const lists: Readonly<Record<string, Shape>> = {
  people: { id: "text", text: "text?", least: "number?", most: "number?", served: "number?" },
  places: { id: "text", text: "text?", least: "number?", most: "number?", when: "text?" },
  wishes: { id: "text", text: "text", unit: "text", weight: "number" },
  pairs: { person: "text", place: "text", amounts: "numbers?" },
  forbidden: { person: "text", place: "text", rule: "text" },
  previous: { person: "text", place: "text" },
};
const singles: Readonly<Record<string, Shape>> = {
  fairness: { text: "text", unit: "text?", weight: "number" },
  keep: { mode: "text", slack: "number?", price: "number?" },
};

/**
 * Refuses what is no planning problem at all: missing lists, holes in them, wrong types, unknown modes, by the name of the field. Fields nobody knows are
 * refused too where `isStrict`, as in files; in a program records may carry fields of their own. O(size).
 *
 * @throws MatchingError badFormat
 */
export function checkShape(problem: unknown, isStrict: boolean): void {
  if (!isObject(problem)) throw refuse("problem", "record");
  if (problem["format"] !== "lianxin-match/1") throw refuse("format", "format");
  for (const [field, shape] of Object.entries(lists)) checkList(field, problem[field], shape, isStrict);
  for (const [field, shape] of Object.entries(singles)) if (problem[field] !== undefined) checkRecord(field, problem[field], shape, isStrict);
  checkKind("scale", problem["scale"], "number?");
  for (const field of ["people", "places", "pairs"]) if (problem[field] === undefined) throw refuse(field, "list");
  if (isStrict) checkNames(problem, "", { format: 1, scale: 1, ...lists, ...singles });
  if (problem["keep"] !== undefined) checkMode(problem["keep"] as Record<string, unknown>);
}

function checkMode({ mode, slack }: Record<string, unknown>): void {
  if (!["optimal", "slack", "priced"].includes(mode as string)) throw refuse("keep mode", "mode");
  if (mode === "slack") checkKind("keep slack", slack, "number");
}

function checkList(field: string, value: unknown, shape: Shape, isStrict: boolean): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) throw refuse(field, "list");
  for (let k = 0; k < value.length; k++) checkRecord(`${field} ${k}`, value[k], shape, isStrict);
}

function checkRecord(item: string, value: unknown, shape: Shape, isStrict: boolean): void {
  if (!isObject(value)) throw refuse(item, "record");
  for (const [field, kind] of Object.entries(shape)) checkKind(`${item} ${field}`, value[field], kind);
  if (isStrict) checkNames(value, `${item} `, shape);
}

function checkNames(record: object, item: string, known: object): void {
  for (const field of Object.keys(record)) if (!Object.hasOwn(known, field)) throw refuse(item + field, "unknownField");
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

function refuse(item: string, reason: FormatReason): MatchingError {
  return new MatchingError("badFormat", item, { reason });
}
