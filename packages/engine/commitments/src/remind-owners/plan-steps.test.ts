import fc from "fast-check";
import { expect, test } from "vitest";
import { shiftDay } from "../measure-time/choose-light.js";
import { chooseLadder, shippedLadders, type Ladder } from "./ladder.js";
import { planFirstStep, planSteps, type Pending } from "./plan-steps.js";

const seed = 20261001;
const start = "2026-09-09";
const span = 120;
const all = (from: string, count: number) => Array.from({ length: count }, (_, i) => shiftDay(from, i));
const days = all(start, span);
const [shipped] = shippedLadders as [Ladder];

type Told = { step: string; outcome: string; on: string };

/** Runs the plan on the days given, as the job does, and notes what was done on which day, and what is still to come. */
function climb(ladder: Ladder, dueOn: string, waking: readonly string[], works: (day: string) => boolean, from: Pending | null) {
  const countWorked = (from: string, to: string) => days.filter((day) => day > from && day <= to && works(day)).length;
  let pending = from;
  const told: Told[] = waking.flatMap((today) => {
    if (!pending || pending.on > today) return [];
    const plan = planSteps({ ladder, pending, dueOn, today, daysLate: countWorked(dueOn, today), isWorked: works(today) });
    pending = plan.next;
    return plan.done.map(({ step, outcome }) => ({ step: step.id, outcome, on: today }));
  });
  return { told, pending };
}
const run = (ladder: Ladder, dueOn: string, waking: readonly string[], works: (day: string) => boolean, from = planFirstStep(ladder, start, dueOn)): Told[] =>
  climb(ladder, dueOn, waking, works, from).told;
const planPending = (ladder: Ladder, dueOn: string, waking: readonly string[]) =>
  climb(ladder, dueOn, waking, () => true, planFirstStep(ladder, start, dueOn)).pending;

/** By walking the waking days of each step apart from all others: the first on which its time has come. */
function expected(ladder: Ladder, dueOn: string, waking: readonly string[], works: (day: string) => boolean): Told[] {
  const skipsTo = ladder.steps.findIndex((step) => step.when === "working_days_after" || shiftDay(dueOn, -step.count) > start);
  const told: Told[] = [];
  for (const { id, when, count } of skipsTo < 0 ? [] : ladder.steps.slice(skipsTo)) {
    const hasCome = (day: string) =>
      when === "days_before" ? day >= shiftDay(dueOn, -count) : works(day) && days.filter((d) => d > dueOn && d <= day && works(d)).length >= count;
    const on = waking.find((day) => hasCome(day) && day >= (told.at(-1)?.on ?? start));
    if (!on) break;
    told.push({ step: id, outcome: when === "days_before" && on > dueOn ? "late" : "sent", on });
  }
  return told;
}

const ladders: fc.Arbitrary<Ladder> = fc
  .record({
    before: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
    after: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
  })
  .map(({ before, after }) => ({
    ...shipped,
    steps: [
      ...[...before].sort((a, b) => b - a).map((count) => ({ id: `b${count}`, when: "days_before" as const, count, tells: ["owner" as const] })),
      ...[...after].sort((a, b) => a - b).map((count) => ({ id: `a${count}`, when: "working_days_after" as const, count, tells: ["owner" as const] })),
    ],
  }));
const nights = fc.array(fc.boolean(), { minLength: span, maxLength: span });

test("whatever days the server slept, each step is done once, never twice, in order, on the first waking day of its time", () => {
  fc.assert(
    fc.property(ladders, fc.integer({ min: 0, max: 40 }), nights, nights, (ladder, length, isAwake, isWorked) => {
      const dueOn = shiftDay(start, length);
      const workedDays = new Set(days.filter((_, i) => isWorked[i]));
      const works = (day: string) => workedDays.has(day);
      const waking = days.filter((_, i) => isAwake[i]);

      expect(run(ladder, dueOn, waking, works)).toEqual(expected(ladder, dueOn, waking, works));
    }),
    { seed, numRuns: 400 },
  );
});

test("a server that wakes once after everything was over does every step of the ladder then, none is left out", () => {
  fc.assert(
    fc.property(ladders, fc.integer({ min: 13, max: 40 }), (ladder, length) => {
      const told = run(ladder, shiftDay(start, length), [days.at(-1)!, days.at(-1)!], () => true);

      expect(told.map(({ step }) => step)).toEqual(ladder.steps.map(({ id }) => id));
    }),
    { seed },
  );
});

test("a ladder changed in the middle of the climb goes on with every step of the new one that was still to come, each once, and none is lost", () => {
  fc.assert(
    fc.property(ladders, ladders, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 60 }), (old, other, length, after) => {
      const renamed = { ...other, steps: other.steps.map((step) => ({ ...step, id: `new_${step.id}` })) };
      const dueOn = shiftDay(start, length);
      const pending = planPending(old, dueOn, days.slice(0, after));
      const told = run(renamed, dueOn, days.slice(after), () => true, pending).map(({ step }) => step);
      const toCome = pending ? renamed.steps.filter((step) => step.when === "working_days_after" && shiftDay(dueOn, step.count) > pending.on) : [];

      expect(told).toEqual(renamed.steps.slice(renamed.steps.length - told.length).map(({ id }) => id));
      for (const { id } of toCome) expect(told).toContain(id);
      if (pending) expect(told.length).toBeGreaterThan(0);
    }),
    { seed, numRuns: 400 },
  );
});

test("running many times a day does nothing more", () => {
  const often = all(start, 40).flatMap((day) => [day, day, day]);

  expect(run(shipped, "2026-09-20", often, () => true).map(({ step, on }) => [step, on])).toEqual([
    ["before_due", "2026-09-16"],
    ["overdue", "2026-09-21"],
    ["urge", "2026-09-23"],
    ["supervise", "2026-09-27"],
    ["street", "2026-10-05"],
  ]);
});

test("due on the eve of the holiday, the owner is reminded four days before and on the first working day after it", () => {
  const isHoliday = (day: string) => day >= "2026-10-01" && day <= "2026-10-07";

  const told = run(shipped, "2026-09-30", all(start, 31), (day) => !isHoliday(day));

  expect(told).toEqual([
    { step: "before_due", outcome: "sent", on: "2026-09-26" },
    { step: "overdue", outcome: "sent", on: "2026-10-08" },
  ]);
});

test("who promised for tomorrow is not reminded today", () => {
  expect(run(shipped, "2026-09-10", all(start, 2), () => true)).toEqual([]);
});

test("where a year's holidays are missing the step stays to come and says so", () => {
  const pending = { step: "overdue", on: "2026-09-21" };

  expect(planSteps({ ladder: shipped, pending, dueOn: "2026-09-20", today: "2026-09-25", daysLate: undefined, isWorked: true })).toEqual({
    done: [],
    next: pending,
    isUnknown: true,
  });
});

test("a promise climbs the ladder in force on the day it was made", () => {
  const later = { ...shipped, id: "later", effectiveFrom: "2026-10-01" };

  expect(["1999-01-01", "2026-09-30", "2026-10-01"].map((day) => chooseLadder([later, shipped], day).id)).toEqual([shipped.id, shipped.id, "later"]);
});
