import { expect, test } from "vitest";
import type { DoorEntry, PageEntry } from "../load-doors/door-list.js";
import { chooseBottom, findCurrent, planCreates, planMenu, planSettings } from "./plan-menu.js";

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

test("lists what a person may begin and the settings they may open, in the order the plugins gave", () => {
  const pages: PageEntry[] = [
    { path: "/matters/new", title: "matters.raise", creates: 20 },
    { path: "/meetings/new", title: "meetings.new", creates: 10, may: "meetings.convene" },
    { path: "/people/settings", title: "people.settings", setting: 1, may: "people.arrange" },
  ];
  const of = (plan: typeof planCreates, may: boolean) => plan([aDoor("all", ...pages)], () => may).map((entry) => entry.href);

  expect([of(planCreates, true), of(planCreates, false), of(planSettings, true), of(planSettings, false)]).toEqual([
    ["/meetings/new", "/matters/new"],
    ["/matters/new"],
    ["/people/settings"],
    [],
  ]);
});

test("takes the first and the last of the work to the bottom of a phone", () => {
  const entry = (href: string) => ({ href, title: "", icon: "" });

  expect(chooseBottom([["/a", "/b", "/c"].map(entry)]).map((one) => one.href)).toEqual(["/a", "/c"]);
  expect([chooseBottom([]), chooseBottom([[entry("/a")]]).length]).toEqual([[], 1]);
});
