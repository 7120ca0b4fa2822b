import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseLight, findSoonOn, shiftDay } from "./choose-light.js";

const seed = 20260910;
const spans = fc.record({
  start: fc.integer({ min: 0, max: 3000 }).map((days) => shiftDay("2024-01-01", days)),
  length: fc.integer({ min: 0, max: 400 }),
  at: fc.integer({ min: 0, max: 450 }),
});

/** By walking day after day and asking of each whether four fifths are used. */
function walkToSoon(start: string, length: number): string {
  for (let elapsed = 0; ; elapsed++) if (elapsed * 100 >= length * 80) return shiftDay(start, elapsed);
}

test("the amber day is the first with four fifths of the time used, as walking the days finds it", () => {
  fc.assert(
    fc.property(spans, ({ start, length }) => {
      expect(findSoonOn(start, shiftDay(start, length))).toBe(walkToSoon(start, length));
    }),
    { seed, numRuns: 500 },
  );
});

test("the light is green below 80, amber from 80 to the due day, red after it", () => {
  fc.assert(
    fc.property(spans, fc.constantFrom("offered", "confirmed", "in_progress", "reopened"), ({ start, length, at }, state) => {
      const dueOn = shiftDay(start, length);
      const expected = at > length ? "late" : at * 100 >= length * 80 ? "soon" : state === "in_progress" || state === "reopened" ? "track" : "todo";

      expect(chooseLight({ state: state as never, soonOn: findSoonOn(start, dueOn), dueOn, isOnHold: false }, shiftDay(start, at))).toBe(expected);
    }),
    { seed, numRuns: 1000 },
  );
});

test("the demolition due in eleven days turns amber on the ninth, and red the day after its due day", () => {
  const soonOn = findSoonOn("2026-09-09", "2026-09-20");
  const on = (today: string) => chooseLight({ state: "confirmed", soonOn, dueOn: "2026-09-20", isOnHold: false }, today);

  expect([soonOn, on("2026-09-17"), on("2026-09-18"), on("2026-09-20"), on("2026-09-21")]).toEqual(["2026-09-18", "todo", "soon", "soon", "late"]);
});

test("what is reported, held or closed has no deadline light", () => {
  const at = (state: string, isOnHold = false) => chooseLight({ state: state as never, soonOn: "2026-09-01", dueOn: "2026-09-02", isOnHold }, "2026-10-01");

  expect([at("submitted"), at("verified"), at("closed"), at("closed", true), at("confirmed", true), at("declined")]).toEqual([
    "check",
    "check",
    "done",
    "done",
    "hold",
    "gap",
  ]);
});
