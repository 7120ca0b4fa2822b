import { expect, test } from "vitest";
import { makeCommandId } from "./make-command-id.js";

test("the id begins with the moment, says version 7 and keeps the randomness", () => {
  const id = makeCommandId(Date.parse("2026-09-09T07:00:00Z"), "3b241101-e2bb-4255-8caf-4136c566a962");

  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7255-8caf-4136c566a962$/);
  expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(Date.parse("2026-09-09T07:00:00Z"));
});

test("ids made later are sorted later", () => {
  const ids = [1, 2, 3].map((later) => makeCommandId(1_788_937_200_000 + later, "ffffffff-ffff-4fff-8fff-ffffffffffff"));

  expect([...ids].sort()).toEqual(ids);
});
