import { expect, test } from "vitest";
import { chooseKind, countColumns } from "./choose-kind.js";

const field = (heading: string | null, isRequired = false) => ({ field: "x", header: "x", isRequired, heading });

test("counts the columns a file has, and none when a needed one is missing", () => {
  expect(countColumns({ fields: [field("姓名", true), field("手机"), field(null)] })).toBe(2);
  expect(countColumns({ fields: [field(null, true), field("手机")] })).toBeUndefined();
});

test("chooses the kind with most columns and does not guess between two", () => {
  expect(
    chooseKind(
      new Map([
        ["people", 5],
        ["hours", 2],
      ]),
    ),
  ).toBe("people");
  expect(
    chooseKind(
      new Map([
        ["people", 2],
        ["hours", 2],
      ]),
    ),
  ).toBeUndefined();
  expect(chooseKind(new Map())).toBeUndefined();
});
