import fc from "fast-check";
import { expect, test } from "vitest";
import { addressOf } from "./address.js";

test("fills in params and leaves empty query values out", () => {
  expect(addressOf("hello", "/greetings/:id", { id: "7" }, { page: 2, find: "", of: undefined, open: false })).toBe("/api/hello/greetings/7?page=2&open=false");
});

test("writes a list as one pair each", () => {
  expect(addressOf("hello", "/x", {}, { kind: ["a", "b"] })).toBe("/api/hello/x?kind=a&kind=b");
});

test("refuses an address with a param missing, which would reach another route", () => {
  expect(() => addressOf("hello", "/greetings/:id", {})).toThrow('needs "id"');
  for (const id of ["", ".", ".."]) expect(() => addressOf("hello", "/greetings/:id", { id })).toThrow('needs "id"');
});

test("lets no param or query value break out of its place", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, unit: "grapheme" }).filter((id) => id !== "." && id !== ".."),
      fc.string({ minLength: 1, unit: "grapheme" }),
      (id, find) => {
        const address = new URL(addressOf("hello", "/greetings/:id/answers", { id }, { find }), "http://here");
        const parts = address.pathname.split("/");
        expect([parts.length, decodeURIComponent(parts[4]!), parts[5]]).toEqual([6, id, "answers"]);
        expect(address.searchParams.get("find")).toBe(find);
      },
    ),
    { seed: 20260920 },
  );
});
