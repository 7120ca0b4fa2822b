import { expect, test } from "vitest";
import type { DoorEntry, PageEntry } from "../load-doors/door-list.js";
import { findCurrent, planMenu } from "./plan-menu.js";

const aDoor = (id: string, ...pages: PageEntry[]): DoorEntry => ({ id, entry: "", pages, cards: [] });
const doors = [
  aDoor("people", { path: "/people", title: "people.title", nav: { order: 1, icon: "people", group: "books" } }),
  aDoor(
    "meetings",
    { path: "/meetings", title: "meetings.title", nav: { order: 20, icon: "calendar" } },
    { path: "/meetings/new", title: "meetings.new", nav: { order: 30, icon: "calendar" }, may: "meetings.convene" },
    { path: "/meetings/:id", title: "meetings.one", nav: { order: 1, icon: "calendar" } },
    { path: "/meetings/archive", title: "meetings.archive" },
  ),
  aDoor("matters", { path: "/matters", title: "matters.title", nav: { order: 10, icon: "messages", group: "work" } }),
];
const hrefs = (may: (permission: string) => boolean) => planMenu(doors, may).map((entries) => entries.map((entry) => entry.href));

test("puts entries in their groups and in their order, whichever plugin they come from", () => {
  expect(hrefs(() => true)).toEqual([["/matters", "/meetings", "/meetings/new"], ["/people"]]);
});

test("leaves out what the person may nowhere open", () => {
  expect(hrefs(() => false)).toEqual([["/matters", "/meetings"], ["/people"]]);
});

test("marks the entry of the address, or the nearest above it", () => {
  const menu = planMenu(doors, () => true);

  expect(["/meetings", "/meetings/new", "/meetings/7", "/meetings/new/time", "/people/3", "/peoples", "/"].map((path) => findCurrent(menu, path))).toEqual([
    "/meetings",
    "/meetings/new",
    "/meetings",
    "/meetings/new",
    "/people",
    undefined,
    undefined,
  ]);
});
