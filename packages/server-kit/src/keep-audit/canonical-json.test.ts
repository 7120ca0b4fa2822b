import { Classified } from "@lianxin/plugin-kit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.js";

const seed = 20260909;
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, entry]) => [name, shuffled(entry)]),
  );
};

test("says the same as JSON, whatever the value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed },
  );
});

test("writes the same text in whatever order the fields were set", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
    }),
    { seed },
  );
});

test("sorts names by UTF-16 units, leaves out what is undefined and asks values how they are written", () => {
  const day = { toJSON: () => "2026-09-09" };

  expect(canonicalJson({ "€": 1, "\u{1f600}": 2, b: [undefined, day], a: undefined, B: null })).toBe('{"B":null,"b":[null,"2026-09-09"],"€":1,"\u{1f600}":2}');
});

test("writes a classified value sealed", () => {
  const sealed = "lx1.contact.p-1.t/c/r.AQAB";

  expect(canonicalJson({ phone: new Classified(sealed, "contact", "p-1") })).toBe(`{"phone":"${sealed}"}`);
});

test("refuses what JSON cannot say", () => {
  for (const value of [NaN, Infinity, undefined, 1n, () => 1, { a: [Symbol("x")] }]) expect(() => canonicalJson(value)).toThrow(TypeError);
});
