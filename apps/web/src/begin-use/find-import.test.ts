import { expect, test } from "vitest";
import { findImport } from "./find-import.js";

test("finds where a roster is taken in, whichever plugin does it, and offers nothing where none does", () => {
  const door = {
    id: "people",
    entry: "",
    cards: [],
    pages: [
      { path: "/people", title: "" },
      { path: "/people/import", title: "" },
    ],
  };

  expect(findImport([door])?.path).toBe("/people/import");
  expect(findImport([{ ...door, pages: door.pages.slice(0, 1) }])).toBeUndefined();
});
