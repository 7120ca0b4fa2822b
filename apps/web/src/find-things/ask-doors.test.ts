import { expect, test } from "vitest";
import type { DoorEntry } from "../load-doors/door-list.js";
import { askDoors, findersOf } from "./ask-doors.js";

const door = (id: string, ...finds: NonNullable<DoorEntry["finds"]>): DoorEntry => ({ id, entry: "", pages: [], cards: [], finds });
const people = door("people", { index: 0, title: "people.people", order: 10, may: "people.see" });
const work = door("work", { index: 0, title: "work.parts", order: 40 }, { index: 1, title: "work.meetings", order: 30 });

test("asks what this person may look for, in the order of the groups", () => {
  const ids = (may: boolean) => findersOf([work, people, { id: "old", entry: "", pages: [], cards: [] }], () => may).map(({ find }) => find.title);

  expect([ids(true), ids(false)]).toEqual([
    ["people.people", "work.meetings", "work.parts"],
    ["work.meetings", "work.parts"],
  ]);
});

test("one kind that fails leaves the others standing, an empty one is left out, and eight of a kind are enough", async () => {
  const found = Array.from({ length: 12 }, (_, i) => ({ href: `/p/${i}`, title: `${i}` }));
  const load = async (of: DoorEntry, index: number) => async () => {
    if (of.id === "people") throw new Error("no network");
    return index === 0 ? found : [];
  };

  const groups = await askDoors(
    findersOf([people, work], () => true),
    "墙",
    load,
  );

  expect(groups.map(({ title, found, hasFailed }) => [title, found.length, hasFailed ?? false])).toEqual([
    ["people.people", 0, true],
    ["work.parts", 8, false],
  ]);
});
