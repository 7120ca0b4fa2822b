import { expect, test } from "vitest";
import type { Assignment, Meeting, Problem } from "../problem.js";
import type { Changes } from "./read-changes.js";
import { openPlan } from "./open-plan.js";
import { replan, replanOpen } from "./replan.js";

const day = "2026-09-09";
const at = (meeting: string, from: string, to: string, venue = "hall"): Assignment => ({
  meeting,
  start: `${day}T${from}+08:00`,
  end: `${day}T${to}+08:00`,
  venue,
});
const problemOf = (meetings: readonly Meeting[], change: Partial<Problem> = {}): Problem => ({
  horizon: { start: day, days: 1, from: "09:00", to: "13:00" },
  holidays: [{ year: 2026, days: [] }],
  people: [{ id: "chair" }, { id: "guest" }],
  venues: [{ id: "hall", bufferMinutes: 15 }, { id: "room" }],
  meetings,
  ...change,
});
const refusal = (code: string, item: string): object => expect.objectContaining({ code, item });
const startOf = (assignments: readonly Assignment[], id: string): string | undefined => assignments.find((one) => one.meeting === id)?.start.slice(11, 16);

const first: Meeting = { id: "first", minutes: 60, required: ["chair"] };
const second: Meeting = { id: "second", minutes: 60, required: ["guest"] };
const standing = [at("first", "09:00", "10:00"), at("second", "10:15", "11:15")];

test("re-plans a meeting that comes after a series, with no change and with one", () => {
  const series: Meeting = { id: "council", minutes: 60, series: { on: { day: 9 }, shift: "skip" } };
  const problem = problemOf([series, { id: "report", minutes: 30, after: [{ meeting: "council" }] }]);
  const current = [at("council/2026-09", "09:00", "10:00"), at("report", "10:15", "10:45")];
  const busy = [{ from: `${day}T09:00`, to: `${day}T10:00` }];

  const same = replan(problem, current, {});
  const later = replan(problem, current, { changed: [{ ...series, id: "council/2026-09", series: undefined!, hours: { days: { 3: [["11:00", "12:00"]] } } }] });

  expect([same.moves, same.violations, busy.length]).toEqual([[], [], 1]);
  expect(startOf(later.assignments, "council/2026-09")).toBe("11:00");
  expect(startOf(later.assignments, "report")! >= "12:00").toBe(true);
  expect(later.violations).toEqual([]);
});

test("frees those who follow a meeting that is cancelled", () => {
  const problem = problemOf([first, { ...second, after: [{ meeting: "first" }] }]);

  const { assignments, violations, unplaced } = replan(problem, standing, { cancelled: ["first"] });

  expect([assignments.map((one) => one.meeting), violations, unplaced]).toEqual([["second"], [], []]);
});

test("puts a new pin down first and moves what stands in its way", () => {
  const pinned: Meeting = { id: "pinned", minutes: 60, required: ["guest"], pinned: { start: `${day}T10:15`, venue: "hall" } };

  const { assignments, violations } = replan(problemOf([first, second]), standing, { added: [pinned] });

  expect(violations).toEqual([]);
  expect([startOf(assignments, "pinned"), startOf(assignments, "first")]).toEqual(["10:15", "09:00"]);
  expect(startOf(assignments, "second")).not.toBe("10:15");
});

test("moves those who follow a meeting that is pinned later than it stood", () => {
  const problem = problemOf([first, { ...second, after: [{ meeting: "first" }] }]);

  const { assignments, violations } = replan(problem, standing, { changed: [{ ...first, pinned: { start: `${day}T11:00` } }] });

  expect(violations).toEqual([]);
  expect(startOf(assignments, "second")! >= "12:00").toBe(true);
});

test.each<[string, readonly Meeting[]]>([
  ["at one hour in one room", [{ id: "b", minutes: 60, pinned: { start: `${day}T11:30`, venue: "hall" } }]],
  ["nearer than the buffer of their room", [{ id: "b", minutes: 60, pinned: { start: `${day}T12:00`, venue: "hall" } }]],
  ["at one hour with one required person", [{ id: "b", minutes: 60, required: ["chair"], pinned: { start: `${day}T11:30` } }]],
])("refuses two new pins %s, and changes nothing", (_, others) => {
  const open = openPlan(problemOf([first, second]), standing);
  const one: Meeting = { id: "a", minutes: 60, required: ["chair"], pinned: { start: `${day}T11:00`, venue: "hall" } };

  expect(() => replanOpen(open, { cancelled: ["first"], added: [one, ...others] })).toThrow(refusal("overlapping-pins", "a"));
  expect(replanOpen(open, {})).toMatchObject({ assignments: standing, moves: [], unplaced: [] });
});

test("refuses pins nearer than the buffer of their room when planning, too", () => {
  const pins = ["a", "b"].map((id, i): Meeting => ({ id, minutes: 60, pinned: { start: `${day}T1${i}:00`, venue: "hall" } }));

  expect(() => openPlan(problemOf(pins), [])).toThrow(refusal("overlapping-pins", "a"));
});

test("keeps a frozen meeting where it is when it is changed as well", () => {
  const problem = problemOf([first, second]);
  const shorter = { ...second, minutes: 45, hours: { days: { 3: [["12:00", "13:00"]] as const } } };

  const { assignments, moves } = replan(problem, standing, { changed: [shorter] }, { frozen: ["second"] });

  expect(moves).toEqual([]);
  expect(assignments[1]).toEqual(at("second", "10:15", "11:00"));
});

test("moves nothing that starts before the frozen moment, and what is due later", () => {
  const problem = problemOf([first, second]);
  const people = [{ id: "chair", busy: [{ from: `${day}T09:00`, to: `${day}T10:00` }] }];
  const away = { id: "guest", busy: [{ from: `${day}T10:00`, to: `${day}T11:30` }] };

  const { moves } = replan(problem, standing, { people: [...people, away] }, { freezeBefore: `${day}T10:00` });

  expect(moves.map((move) => move.meeting)).toEqual(["second"]);
});

test("leaves a changed meeting where it stands when it may stand there", () => {
  const { moves } = replan(problemOf([first, second]), standing, { changed: [{ ...second, minutes: 45 }] });

  expect(moves).toEqual([]);
});

test("works a meeting out anew when somebody takes or leaves a role it needs", () => {
  const problem = problemOf([{ id: "talk", minutes: 60, roles: [{ id: "clerk" }] }], {
    people: [{ id: "chair", roles: ["clerk"], busy: [{ from: `${day}T10:00`, to: `${day}T13:00` }] }, { id: "guest" }],
  });
  const current = [at("talk", "09:00", "10:00")];
  const away = { id: "chair", busy: [{ from: `${day}T09:00`, to: `${day}T13:00` }] };

  const next = replan(problem, current, { people: [away, { id: "guest", roles: ["clerk"], busy: [{ from: `${day}T09:00`, to: `${day}T11:00` }] }] });

  expect(startOf(next.assignments, "talk")! >= "11:00").toBe(true);
  expect(next.violations).toEqual([]);
  expect(() => replan(problem, current, { people: [{ id: "chair" }] })).toThrow(refusal("role-without-holders", "talk.roles.clerk"));
});

const good: Changes = { people: [{ id: "chair", busy: [{ from: `${day}T09:00`, to: `${day}T10:00` }] }], cancelled: ["second"] };

test.each<[string, string, Changes]>([
  ["bad-moment", "guest.busy[0].from", { people: [...good.people!, { id: "guest", busy: [{ from: "noon", to: `${day}T10:00` }] }] }],
  ["unknown-venue", "attic", { ...good, venues: [{ id: "attic" }] }],
  ["bad-number", "room.seats", { ...good, venues: [{ id: "room", seats: -1 }] }],
  ["bad-shape", "room", { ...good, venues: [{ id: "room", seats: 7 }] }],
  ["unknown-meeting", "ghost", { ...good, cancelled: ["second", "ghost"] }],
  ["unknown-meeting", "second", { ...good, changed: [second] }],
  ["unknown-person", "nobody", { ...good, changed: [{ ...first, required: ["nobody"] }] }],
  ["unknown-meeting", "ghost", { ...good, added: [{ ...second, id: "third", after: [{ meeting: "ghost" }] }] }],
  [
    "circular-after",
    "first",
    {
      people: good.people!,
      changed: [
        { ...first, after: [{ meeting: "second" }] },
        { ...second, after: [{ meeting: "first" }] },
      ],
    },
  ],
  [
    "duplicate-id",
    "third",
    {
      ...good,
      added: [
        { ...second, id: "third" },
        { ...second, id: "third" },
      ],
    },
  ],
  ["duplicate-id", "first", { ...good, changed: [first, first] }],
  ["pin-off-grid", "third.pinned", { ...good, added: [{ ...second, id: "third", pinned: { start: `${day}T09:10` } }] }],
])("refuses a change with %s (%s) whole, and leaves the open plan as it was", (code, item, bad) => {
  const open = openPlan(problemOf([first, second]), standing);

  expect(() => replanOpen(open, bad)).toThrow(refusal(code, item));

  expect(replanOpen(open, {})).toMatchObject({ assignments: standing, moves: [], unplaced: [] });
  expect(open.compiled.people.all[0]).toEqual({ id: "chair" });
});

test("takes forty meetings more in one re-plan", () => {
  const problem = problemOf([first, second], { horizon: { start: day, days: 20, from: "09:00", to: "13:00" } });
  const added = Array.from({ length: 40 }, (_, i): Meeting => ({ id: `more-${i}`, minutes: 60 }));

  const { assignments, violations } = replan(problem, standing, { added });

  expect([assignments.length, violations]).toEqual([42, []]);
});

test("says how many more an open plan can take, and takes none of too many", () => {
  const open = openPlan(problemOf([first, second]), standing);
  const added = Array.from({ length: 33 }, (_, i): Meeting => ({ id: `more-${i}`, minutes: 60, noVenue: true }));

  expect(() => replanOpen(open, { added })).toThrow(expect.objectContaining({ code: "too-many-meetings", params: { count: 35, most: 34 } }));
  expect(replanOpen(open, { added: added.slice(1) }).unplaced).toEqual([]);
});
