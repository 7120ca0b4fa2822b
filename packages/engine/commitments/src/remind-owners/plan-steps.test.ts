import fc from "fast-check";
import { expect, test } from "vitest";
import { shiftDay } from "../measure-time/choose-light.js";
import { planFirstStep, planSteps, type Pending, type StepDone } from "./plan-steps.js";

const seed = 20261001;

/** Runs the plan on the days given, as the job does, and notes what was done on which day. */
function run(startedOn: string, dueOn: string, days: readonly string[], works: (day: string) => boolean): (StepDone & { on: string })[] {
  let pending: Pending | null = planFirstStep(startedOn, dueOn);
  return days.flatMap((today) => {
    const plan = planSteps(pending, dueOn, today, works(today));
    pending = plan.next;
    return plan.done.map((done) => ({ ...done, on: today }));
  });
}
const all = (from: string, count: number) => Array.from({ length: count }, (_, i) => shiftDay(from, i));

test("whatever days the server slept, each step is done at most once, in order, on its day or the first waking day after it", () => {
  const sleep = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), sleep, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (length, isAwake, isWorked) => {
      const start = "2026-09-09";
      const dueOn = shiftDay(start, length);
      const days = all(start, 60);
      const works = (day: string) => isWorked[days.indexOf(day)]!;
      const waking = days.filter((_, i) => isAwake[i]);

      const told = run(start, dueOn, waking, works);

      const early = length > 4 ? waking.find((day) => day >= shiftDay(dueOn, -4)) : undefined;
      const late = waking.find((day) => day > dueOn && works(day));
      const expected = [
        ...(early ? [{ step: "before_due", outcome: early > dueOn ? "overtaken" : "sent", on: early }] : []),
        ...(late ? [{ step: "overdue", outcome: "sent", on: late }] : []),
      ];
      expect(told).toEqual(expected);
    }),
    { seed, numRuns: 2000 },
  );
});

test("running many times a day does nothing more", () => {
  const days = all("2026-09-09", 40).flatMap((day) => [day, day, day]);

  expect(run("2026-09-09", "2026-09-20", days, () => true).map(({ step, on }) => [step, on])).toEqual([
    ["before_due", "2026-09-16"],
    ["overdue", "2026-09-21"],
  ]);
});

test("due on the eve of the holiday, the owner is reminded four days before and on the first working day after it", () => {
  const isHoliday = (day: string) => day >= "2026-10-01" && day <= "2026-10-07";

  const told = run("2026-09-09", "2026-09-30", all("2026-09-09", 40), (day) => !isHoliday(day));

  expect(told).toEqual([
    { step: "before_due", outcome: "sent", on: "2026-09-26" },
    { step: "overdue", outcome: "sent", on: "2026-10-08" },
  ]);
});

test("who promised for tomorrow is not reminded today", () => {
  expect(run("2026-09-09", "2026-09-10", all("2026-09-09", 2), () => true)).toEqual([]);
});
