import { expect, test } from "vitest";
import { beginPlan, compileProblem, explain, openPlan, plan, propose, replan, replanOpen, score, SchedulingError } from "./index.js";
import type { Assignment, Meeting, Problem } from "./problem.js";

const council: Meeting = { id: "council", minutes: 90, required: ["chair"] };
const good: Problem = {
  horizon: { start: "2026-12-20", days: 30, from: "08:00", to: "18:00" },
  holidays: [{ year: 2026, days: [] }],
  people: [{ id: "chair" }, { id: "guest" }],
  venues: [{ id: "hall", seats: 30 }],
  meetings: [council],
};
const standing: Assignment[] = [{ meeting: "council", start: "2026-12-21T09:00", end: "2026-12-21T10:30", venue: "hall" }];
const withMeeting = (change: Partial<Meeting>): Problem => ({ ...good, meetings: [{ ...council, ...change }] });
const withHorizon = (change: Partial<Problem["horizon"]>): Problem => ({ ...good, horizon: { ...good.horizon, ...change } });
const withBusy = (from: string, to: string): Problem => ({ ...good, people: [{ id: "chair", busy: [{ from, to }] }] });
const pin = (id: string): Meeting => ({ ...council, id, pinned: { start: "2026-12-21T09:00" } });
const crowd = Array.from({ length: 1_000_000 }, (_, i) => ({ id: `person-${i}` }));

const inputs: readonly [string, string, string, Problem][] = [
  ["an unknown person", "unknown-person", "nobody", withMeeting({ required: ["nobody"] })],
  ["a person named like a part of the language", "unknown-person", "__proto__", withMeeting({ required: ["__proto__"] })],
  ["a meeting longer than any day", "meeting-too-long", "council", withMeeting({ minutes: 601 })],
  [
    "a working-day notice in a year without holidays",
    "missing-holiday-year",
    "2027",
    { ...withMeeting({ notice: { n: 3, basis: "working", count: "clear" } }), postFrom: "2026-12-20" },
  ],
  ["a meeting on working days only in a year without holidays", "missing-holiday-year", "2027", withMeeting({ workingDaysOnly: true })],
  ["a horizon of zero days", "zero-day-horizon", "horizon.days", { ...good, horizon: { ...good.horizon, days: 0 } }],
  ["a horizon of half a day", "zero-day-horizon", "horizon.days", { ...good, horizon: { ...good.horizon, days: 0.5 } }],
  ["a horizon of a thousand years", "horizon-too-long", "horizon.days", { ...good, horizon: { ...good.horizon, days: 365_000 } }],
  ["a zone that is not the country's, with no offset", "zone-without-offset", "horizon.offsetMinutes", withHorizon({ zone: "Asia/Tokyo" })],
  [
    "calendars of a hundred thousand people over three years",
    "calendars-too-large",
    "people",
    { ...withHorizon({ days: 1100 }), people: crowd.slice(0, 100_000) },
  ],
  ["a moment whose seconds are no number", "bad-moment", "chair.busy[0].to", withBusy("2026-12-21T09:00", "2026-12-21T10:00:xx")],
  ["a moment with sixty seconds", "bad-moment", "chair.busy[0].to", withBusy("2026-12-21T09:00", "2026-12-21T10:00:60")],
  [
    "a working-day notice that binds nothing yet, in a year without holidays",
    "missing-holiday-year",
    "2027",
    withMeeting({ notice: { n: 3, basis: "working", count: "clear" } }),
  ],
  ["an unknown member of a quorum", "unknown-person", "nobody", withMeeting({ quorums: [{ id: "q", of: ["nobody"], atLeast: [1, 2] }] })],
  ["an unknown person who is invited", "unknown-person", "nobody", withMeeting({ preferred: [{ person: "nobody" }] })],
  ["a million people", "too-many-people", "people", { ...good, people: crowd }],
  ["a length that is no number", "bad-number", "council.minutes", withMeeting({ minutes: NaN })],
  ["a negative priority", "bad-number", "council.priority", withMeeting({ priority: -1 })],
  ["seats that are no number", "bad-number", "council.seats", withMeeting({ seats: NaN })],
  ["a room with a negative buffer", "bad-number", "hall.bufferMinutes", { ...good, venues: [{ id: "hall", bufferMinutes: -15 }] }],
  ["a quorum of more than all", "bad-number", "council.quorums.q", withMeeting({ quorums: [{ id: "q", of: ["chair"], atLeast: [3, 2] }] })],
  ["two people of one name", "duplicate-id", "chair", { ...good, people: [{ id: "chair" }, { id: "chair" }] }],
  ["two rooms of one name", "duplicate-id", "hall", { ...good, venues: [{ id: "hall" }, { id: "hall" }] }],
  ["two meetings of one name", "duplicate-id", "council", { ...good, meetings: [council, council] }],
  ["an engagement that ends before it starts", "bad-interval", "chair.busy[0]", withBusy("2026-12-21T10:00", "2026-12-21T09:00")],
  ["an engagement at no time", "bad-moment", "chair.busy[0].from", withBusy("NaN", "2026-12-21T09:00")],
  ["a meeting that someone must attend twice", "duplicate-id", "chair", withMeeting({ required: ["chair", "chair"] })],
];

const planningOnly: readonly [string, string, string, Problem][] = [
  ["overlapping pins", "overlapping-pins", "a", { ...good, meetings: [pin("a"), pin("b")] }],
  [
    "five thousand and one meetings",
    "too-many-meetings",
    "meetings",
    { ...good, meetings: Array.from({ length: 5001 }, (_, i) => ({ id: `${i}`, minutes: 15 })) },
  ],
  [
    "two meetings that each wait for the other",
    "circular-after",
    "a",
    {
      ...good,
      meetings: [
        { id: "a", minutes: 15, after: [{ meeting: "b" }] },
        { id: "b", minutes: 15, after: [{ meeting: "a" }] },
      ],
    },
  ],
  [
    "a day of the month that moves by weeks, from weekend to weekend",
    "bad-shape",
    "council.series.shift",
    withMeeting({ series: { on: { day: 26 }, shift: "sameWeekdayNextWeek" } }),
  ],
  ["a meeting that waits for one that is not there", "unknown-meeting", "ghost", withMeeting({ after: [{ meeting: "ghost" }] })],
];

const refusal = (code: string, item: string): object => expect.objectContaining({ name: "SchedulingError", code, item });

test.each(inputs)("propose, plan, replan, score and explain refuse %s with %s, naming %s", (_, code, item, problem) => {
  expect(() => propose(problem, problem.meetings[0]!)).toThrow(refusal(code, item));
  expect(() => plan(problem, { iterations: 512 })).toThrow(refusal(code, item));
  expect(() => replan(problem, standing, {})).toThrow(refusal(code, item));
  expect(() => score(problem, standing)).toThrow(refusal(code, item));
  expect(() => explain(problem, standing)).toThrow(refusal(code, item));
});

test("the checker judges pins that collide instead of refusing them, and refuses what else a plan would", () => {
  for (const [, code, item, problem] of planningOnly) {
    if (code === "too-many-meetings") continue;
    if (code !== "overlapping-pins") expect(() => score(problem, [])).toThrow(refusal(code, item));
    else
      expect(
        score(
          problem,
          ["a", "b"].map((meeting) => ({ ...standing[0]!, meeting })),
        ).violations.map((one) => one.term),
      ).toContain("requiredClash");
  }
});

test.each(planningOnly)("plan and replan refuse %s with %s, naming %s", (_, code, item, problem) => {
  expect(() => plan(problem, { iterations: 512 })).toThrow(refusal(code, item));
  expect(() => replan(problem, [], {})).toThrow(refusal(code, item));
});

test("refuses a million people before it reads one of their calendars", () => {
  let isRead = false;
  const people = new Proxy(crowd, {
    get(target, key) {
      isRead ||= key !== "length";
      return Reflect.get(target, key) as unknown;
    },
  });

  expect(() => compileProblem({ ...good, people })).toThrow(refusal("too-many-people", "people"));
  expect(isRead).toBe(false);
});

test.each([
  [{ iterations: NaN }, "options.iterations"],
  [{ iterations: Infinity }, "options.iterations"],
  [{ timeMs: NaN, stopwatch: () => 0 }, "options.timeMs"],
  [{ timeMs: Infinity, stopwatch: () => 0 }, "options.timeMs"],
])("refuses the budget %o, which would never end", (budget, item) => {
  expect(() => beginPlan(good, budget)).toThrow(refusal("bad-number", item));
});

test("refuses options that are no numbers, and changes nothing", () => {
  const open = openPlan(good, standing);

  expect(() => propose(good, council, { k: 0 })).toThrow(refusal("bad-number", "k"));
  expect(() => propose(good, council, { apartMinutes: NaN })).toThrow(refusal("bad-number", "apartMinutes"));
  expect(() => replanOpen(open, { cancelled: ["council"] }, { costPerMovedMeeting: -1 })).toThrow(refusal("bad-number", "costPerMovedMeeting"));

  expect(replanOpen(open, {}).assignments.map((one) => one.meeting)).toEqual(["council"]);
});

test.each([
  ["unknown-meeting", "ghost", [{ ...standing[0]!, meeting: "ghost" }]],
  ["unknown-venue", "attic", [{ ...standing[0]!, venue: "attic" }]],
  ["duplicate-id", "council", [standing[0]!, standing[0]!]],
  ["bad-moment", "council.start", [{ ...standing[0]!, start: "tomorrow" }]],
])("the checker refuses a plan with %s, naming %s", (code, item, assignments) => {
  expect(() => score(good, assignments)).toThrow(refusal(code, item));
  expect(() => explain(good, assignments)).toThrow(refusal(code, item));
});

test("plans in another zone when told how far it is from UTC", () => {
  const { assignments } = plan(withHorizon({ zone: "Asia/Tokyo", offsetMinutes: 540 }), { iterations: 512 });

  expect(assignments[0]!.start).toBe("2026-12-20T08:00+09:00");
});

test("proposes no time for a series, only for one of its meetings", () => {
  const problem = withMeeting({ series: { on: { day: 26 }, shift: "skip" } });

  expect(() => propose(problem, problem.meetings[0]!)).toThrow(refusal("bad-shape", "council.series"));
  expect(() => propose(good, { ...council, after: [{ meeting: "ghost" }] })).toThrow(refusal("unknown-meeting", "ghost"));
});

test("marks as drafts what needs no working days in a year without holidays", () => {
  const offer = propose(good, council);
  const made = plan(good, { iterations: 512 });

  expect([offer.unloadedYears, made.unloadedYears]).toEqual([[2027], [2027]]);
  expect(made.violations).toEqual([]);
});

test("a refusal is an error with its code, its item and its parameters as plain data", () => {
  const refused = (() => {
    try {
      return plan(withMeeting({ minutes: 601 }), { iterations: 1 });
    } catch (error) {
      return error;
    }
  })();

  expect(refused).toBeInstanceOf(SchedulingError);
  expect(JSON.parse(JSON.stringify(refused))).toMatchObject({ code: "meeting-too-long", item: "council", params: { minutes: 601, most: 600 } });
});
