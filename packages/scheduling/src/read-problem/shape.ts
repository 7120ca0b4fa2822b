import { SchedulingError, type Params } from "../scheduling-error.js";

/** A check of one JSON value: throws `bad-shape` naming where it stands, or lets it pass. */
export type Shape = (value: unknown, at: string) => void;

function refuse(at: string, rule: string, params: Params = {}): never {
  throw new SchedulingError("bad-shape", at || "problem", { rule, ...params });
}

export const isText: Shape = (value, at) => {
  if (typeof value !== "string") refuse(at, "text");
};
export const isFlag: Shape = (value, at) => {
  if (typeof value !== "boolean") refuse(at, "flag", { allowed: "true | false" });
};
export const isWhole: Shape = (value, at) => {
  if (!Number.isInteger(value)) refuse(at, "whole");
};

export function oneOf(...allowed: readonly (string | number)[]): Shape {
  return (value, at) => {
    if (!allowed.includes(value as string)) refuse(at, "one-of", { allowed: allowed.join(" | ") });
  };
}

export function listOf(shape: Shape): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) refuse(at, "list");
    for (const [i, item] of value.entries()) shape(item, `${at}[${i}]`);
  };
}

/** A list of exactly these. */
export function tuple(...shapes: readonly Shape[]): Shape {
  return (value, at) => {
    if (!Array.isArray(value) || value.length !== shapes.length) refuse(at, "tuple", { count: shapes.length });
    for (const [i, shape] of shapes.entries()) shape((value as unknown[])[i], `${at}[${i}]`);
  };
}

/** An object with these fields and no others; those in `optional` may be left out. Items with an id are named by it. */
export function record(required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape {
  return (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(at, "object");
    const fields = value as Record<string, unknown>;
    const here = typeof fields["id"] === "string" ? `${at}(${fields["id"]})` : at;
    const join = (name: string): string => (here === "" ? name : `${here}.${name}`);
    for (const [name, shape] of Object.entries(required)) shape(fields[name], join(name));
    for (const [name, given] of Object.entries(fields)) {
      if (name in required) continue;
      const shape = Object.hasOwn(optional, name)
        ? optional[name]!
        : refuse(join(name), "unknown-field", { allowed: [...Object.keys(required), ...Object.keys(optional)].join(" | ") });
      shape(given, join(name));
    }
  };
}

/** One of two forms, told apart by a field. */
export function either(field: string, withField: Shape, without: Shape): Shape {
  return (value, at) => (typeof value === "object" && value !== null && field in value ? withField : without)(value, at);
}
