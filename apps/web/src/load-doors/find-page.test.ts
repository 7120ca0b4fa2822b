import { expect, test } from "vitest";
import type { DoorEntry } from "./door-list.js";
import { findPage, isAt, orderPages } from "./find-page.js";

const door: DoorEntry = {
  id: "meetings",
  entry: "",
  cards: [],
  pages: ["/meetings/:id", "/meetings/new", "/meetings", "/meetings/:id/minutes", "/meetings/new/:step"].map((path) => ({ path, title: path })),
};

test("takes a literal address before one with a param", () => {
  expect(
    ["/meetings/new", "/meetings/7", "/meetings", "/meetings/7/minutes", "/meetings/new/time", "/meetings/7/8/9"].map(
      (path) => findPage([door], path)?.page.path,
    ),
  ).toEqual(["/meetings/new", "/meetings/:id", "/meetings", "/meetings/:id/minutes", "/meetings/new/:step", undefined]);
});

test("lists every page once", () => {
  expect(
    orderPages([door])
      .map(({ page }) => page.path)
      .sort(),
  ).toEqual(door.pages.map((page) => page.path).sort());
});

test("does not mind a slash at the end, and takes no address for its beginning", () => {
  expect([isAt("/meetings/", "/meetings"), isAt("/", "/"), isAt("/meetings/1", "/meetings"), isAt("/meetings", "/meetings/:id")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
