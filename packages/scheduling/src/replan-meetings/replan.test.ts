import fc from "fast-check";
import { expect, test } from "vitest";
import { densePlanCase } from "../oracle/dense-plan-case.js";
import { drawFrom } from "../oracle/random-numbers.js";
import { listSweeps } from "../oracle/sweep.js";
import { plan } from "../plan-meetings/plan.js";
import type { Problem } from "../problem.js";
import { score } from "../judge-plan/score.js";
import type { Changes } from "./read-changes.js";
import { openPlan } from "./open-plan.js";
import { replan, replanOpen } from "./replan.js";

function someChange(problem: Problem, seed: number): Changes {
  const draw = drawFrom(seed);
  const person = problem.people[draw(problem.people.length)]!;
  const venue = problem.venues[draw(Math.max(1, problem.venues.length))];
  const singles = problem.meetings.filter((one) => !one.series);
  const [first, last] = [singles[0], singles.at(-1)];
  const morning = { from: "2026-09-25T08:00", to: "2026-09-25T09:30" };
  return {
    people: [{ ...person, busy: [...(person.busy ?? []), morning], ...(draw(3) === 0 ? { roles: ["clerk"] } : {}) }],
    ...(venue && draw(2) === 0 ? { venues: [{ ...venue, closures: [morning] }] } : {}),
    ...(draw(2) === 0 ? { added: [{ id: "added", minutes: 30, required: [problem.people[0]!.id] }] } : {}),
    ...(last && last !== first && draw(3) === 0 ? { cancelled: [last.id] } : {}),
    ...(first && draw(3) === 0 ? { changed: [{ ...first, minutes: 45 }] } : {}),
  };
}

const calmly = "re-plans $runs random changes (seed $seed) without breaking a rule, moving a frozen meeting or losing count";

test.each(listSweeps(1207, 150))(
  calmly,
  ({ seed: first, runs }) => {
    fc.assert(
      fc.property(fc.nat(0x7fffffff), (seed) => {
        const problem = densePlanCase(seed);
        const current = plan(problem, { seed, iterations: 2048 }).assignments;
        const change = someChange(problem, seed);
        const frozen = [current[0], current[1], current.at(-1)].flatMap((one) => (one && !change.cancelled?.includes(one.meeting) ? [one.meeting] : []));
        const fixed = [...frozen, ...problem.meetings.flatMap((one) => (one.pinned ? [one.id] : []))];

        const next = replan(problem, current, change, { frozen, costPerMovedMeeting: 7 });

        const isAboutFixed = (one: { meeting: string; params: object }): boolean =>
          fixed.includes(one.meeting) || fixed.includes((one.params as { other?: string }).other ?? "");
        expect(next.violations.filter((one) => one.term !== "unplaced" && !isAboutFixed(one))).toEqual([]);
        for (const id of frozen) {
          const { end: _, ...place } = current.find((one) => one.meeting === id)!;
          expect(next.assignments.find((one) => one.meeting === id)).toMatchObject(place);
        }
        expect(next.moves.every((move) => !frozen.includes(move.meeting))).toBe(true);
      }),
      { numRuns: runs, seed: first },
    );
  },
  300_000,
);

test.each(listSweeps(1308, 150))(
  "keeps an open plan's books through $runs chains of changes (seed $seed)",
  ({ seed: start, runs }) => {
    fc.assert(
      fc.property(fc.nat(0x7fffffff), (seed) => {
        const problem = densePlanCase(seed);
        const open = openPlan(problem, plan(problem, { seed, iterations: 1024 }).assignments);
        const first = { ...problem.people[0]!, busy: [{ from: "2026-09-25T08:00", to: "2026-09-25T09:00" }] };
        const second = { ...problem.people[1]!, busy: [{ from: "2026-09-25T09:00", to: "2026-09-25T13:00" }] };
        const stood = replanOpen(open, { people: [first] }).assignments;

        const next = replanOpen(open, { people: [second] });

        const people = [first, second, ...problem.people.slice(2)];
        const verdict = score({ ...problem, people }, next.assignments, { stood });
        if (verdict.violations.every((one) => one.term === "unplaced")) expect(verdict.score).toEqual(next.score);
      }),
      { numRuns: runs, seed: start },
    );
  },
  300_000,
);

const steadily = "leaves every pinned meeting at its pin in $runs plans and re-plans with more time than they need (seed $seed)";

test.each(listSweeps(1410, 100))(
  steadily,
  ({ seed: first, runs }) => {
    fc.assert(
      fc.property(fc.nat(0x7fffffff), (seed) => {
        const free = densePlanCase(seed);
        const stood = plan(free, { seed, iterations: 1024 }).assignments;
        const single = new Set(free.meetings.filter((one) => !one.series && !one.pinned).map((one) => one.id));
        const pins = new Map(stood.filter((one, i) => i % 3 === 0 && single.has(one.meeting)).map((one) => [one.meeting, one]));
        const meetings = free.meetings.map((meeting) => {
          const pin = pins.get(meeting.id);
          return pin ? { ...meeting, pinned: { start: pin.start.slice(0, 16), ...(pin.venue ? { venue: pin.venue } : {}) } } : meeting;
        });
        const problem = { ...free, meetings };
        const isAtPin = ({ meeting, start, venue }: { meeting: string; start: string; venue?: string }): boolean =>
          !pins.has(meeting) || (pins.get(meeting)!.start === start && pins.get(meeting)!.venue === venue);

        const planned = plan(problem, { seed, iterations: 4096 });
        const { cancelled: _, changed: __, ...change } = someChange(problem, seed);
        const next = replan(problem, planned.assignments, change);

        expect(planned.assignments.every(isAtPin)).toBe(true);
        expect([...pins.keys()].filter((id) => planned.unplaced.includes(id))).toEqual([]);
        expect(next.assignments.every(isAtPin)).toBe(true);
        expect(next.moves.filter(({ meeting }) => pins.has(meeting))).toEqual([]);
      }),
      { numRuns: runs, seed: first },
    );
  },
  300_000,
);

test("moves one meeting when its chair declines the hour, and tells whom to ask", () => {
  const problem: Problem = {
    horizon: { start: "2026-09-09", days: 1, from: "09:00", to: "12:00" },
    people: [{ id: "chair" }, { id: "guest" }],
    venues: [{ id: "hall" }],
    meetings: [
      { id: "first", minutes: 60, required: ["chair"] },
      { id: "second", minutes: 60, required: ["guest"] },
    ],
  };
  const current = [
    { meeting: "first", start: "2026-09-09T09:00+08:00", end: "2026-09-09T10:00+08:00", venue: "hall" },
    { meeting: "second", start: "2026-09-09T10:00+08:00", end: "2026-09-09T11:00+08:00", venue: "hall" },
  ];

  const { moves, violations } = replan(problem, current, { people: [{ id: "chair", busy: [{ from: "2026-09-09T09:00", to: "2026-09-09T10:00" }] }] });

  expect(moves).toEqual([{ meeting: "first", from: current[0], to: { ...current[0], start: "2026-09-09T11:00+08:00", end: "2026-09-09T12:00+08:00" } }]);
  expect(violations).toEqual([]);
});
