import { expect, test } from "vitest";
import { lazily } from "./lazily.js";

test("each group is made when it is first asked for, and once", () => {
  const made: string[] = [];
  const make = (name: string) => () => {
    made.push(name);
    return { name };
  };
  const services = lazily({ shifts: make("shifts"), people: make("people") });

  expect(made).toEqual([]);
  expect(services.people).toBe(services.people);
  expect(made).toEqual(["people"]);
  expect(Object.keys(services)).toEqual(["shifts", "people"]);
});

test("a group that cannot be made says so each time", () => {
  const services = lazily({
    broken: () => {
      throw new Error("no");
    },
  });

  expect(() => services.broken).toThrow("no");
  expect(() => services.broken).toThrow("no");
});
