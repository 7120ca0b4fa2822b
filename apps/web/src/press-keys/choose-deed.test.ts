import { expect, test } from "vitest";
import { chooseDeed } from "./choose-deed.js";

const pages = { t: "/", l: "/commitments" };
const press = (key: string, more: { hasCommand?: boolean; isTyping?: boolean; isGoing?: boolean } = {}) =>
  chooseDeed({ key, hasCommand: more.hasCommand ?? false, isTyping: more.isTyping ?? false }, more.isGoing ?? false, pages);

test("goes to a page by its letter after g, and to none by another", () => {
  expect([press("g"), press("t", { isGoing: true }), press("l", { isGoing: true }), press("q", { isGoing: true })]).toEqual([
    { do: "wait" },
    { do: "go", href: "/" },
    { do: "go", href: "/commitments" },
    undefined,
  ]);
});

test("finds with Ctrl K even while typing, and leaves every other command to the browser", () => {
  expect([press("k", { hasCommand: true, isTyping: true }), press("K", { hasCommand: true }), press("n", { hasCommand: true })]).toEqual([
    { do: "find" },
    { do: "find" },
    undefined,
  ]);
});

test("takes no letter of somebody who types", () => {
  expect(["n", "?", "/", "j", "g", "e"].map((key) => press(key, { isTyping: true }))).toEqual(Array(6).fill(undefined));
});

test("knows its single keys and no property that every object has", () => {
  expect([press("?"), press("/"), press("n"), press("j"), press("toString"), press("constructor", { isGoing: true })]).toEqual([
    { do: "keys" },
    { do: "find" },
    { do: "new" },
    { do: "next" },
    undefined,
    undefined,
  ]);
});
