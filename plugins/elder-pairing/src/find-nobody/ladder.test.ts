import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeStep, nextStep, steps, type StepTaken } from "./ladder.js";

const at = (minutes: number): string => new Date(Date.UTC(2026, 11, 10, 1, minutes)).toISOString();

test("the second call waits half an hour to the minute, and the answer says how long", () => {
  const taken: StepTaken[] = [{ step: "call", at: at(0), result: "nobody" }];

  expect([29, 30].map((minutes) => judgeStep(taken, "call_again", at(minutes)))).toEqual([
    { isAllowed: false, code: "tooSoon", minutes: 1 },
    { isAllowed: true },
  ]);
  expect(nextStep(taken)).toEqual({ step: "call_again", notBefore: at(30) });
});

test("whatever was done, the next step is allowed once its time has come, later ones are not, and help always is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 30, max: 600 }), (count, minutes) => {
      const taken = steps.slice(0, count).map((step, k): StepTaken => ({ step, at: at(k * 31), result: "nobody" }));
      const now = at(200 + minutes);

      const next = nextStep(taken)!;
      expect(next.step).toBe(steps[count]);
      expect(judgeStep(taken, next.step, now).isAllowed).toBe(true);
      for (const later of steps.slice(count + 1, -1)) expect(judgeStep(taken, later, now)).toMatchObject({ code: "notYet", missing: steps[count] });
      expect(judgeStep(taken, "emergency", at(0)).isAllowed).toBe(true);
    }),
  );
});
