import { col, table } from "@lianxin/plugin-kit";
import { expect, test } from "vitest";
import { planErasure } from "./plan-erasure.js";

const visit = table("x_visit", {
  id: col.id(),
  elderId: col.text(),
  helperId: col.text(),
  words: col.text().about("elderId"),
  age: col.int().about("elderId"),
  mood: col.text().about("helperId").nullable(),
  phone: col.contact("elderId"),
  phoneIndex: col.blind("phone"),
  count: col.int(),
});

test("overwrites what is internal about a person and every index of theirs, for each column that names people", () => {
  expect(planErasure([visit, table("x_room", { id: col.id(), seats: col.int() })])).toEqual([
    { table: "x_visit", subject: "elderId", values: { words: "", age: 0, phoneIndex: null } },
    { table: "x_visit", subject: "helperId", values: { mood: null } },
  ]);
});
