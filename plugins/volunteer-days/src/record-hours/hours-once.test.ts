import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hoursOnce } from "../check-house/checkups.js";
import { setStage, type Stage } from "../testing/stage.js";

const seed = 20261127;
const people = 4;
let stage: Stage;
let dates: string[];
beforeAll(async () => {
  stage = await setStage();
  stage.app.ports.setTime("2026-09-14T09:00");
  dates = ["2026-09-17", "2026-09-24", "2026-10-15", "2026-10-22", "2026-10-29", "2026-11-05", "2026-11-12", "2026-11-19", "2026-11-26"];
});
afterAll(() => stage.app.close());

const step = fc.oneof(
  fc.record({ does: fc.constant("record" as const) }),
  fc.record({ does: fc.constant("correct" as const), who: fc.integer({ min: 0, max: people - 1 }), minutes: fc.integer({ min: -10, max: 150 }) }),
);

/** What should stand, by the rules alone: recording adds what is not there, a correction replaces what stands, and what it took to nothing is corrected again. */
function expected(steps: readonly { does: string; who?: number; minutes?: number }[]): (number | undefined)[] {
  const stands: (number | undefined)[] = Array(people).fill(undefined);
  for (const { does, who = 0, minutes = 0 } of steps) {
    if (does === "record") stands.forEach((one, i) => (stands[i] = one ?? 120));
    else if (stands[who] !== undefined && minutes >= 0 && minutes <= 120) stands[who] = minutes;
  }
  return stands;
}

test(`whatever is recorded, recorded again and corrected in whatever order, each place's minutes stand once (seed ${seed})`, async () => {
  let used = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
      const date = dates[used++]!;
      const { id } = await stage.day(date);
      stage.app.ports.setTime(`${date}T08:00`);
      const ids: string[] = [];
      for (let n = 0; n < people; n++) ids.push((await stage.join(id, n + 1)).body.signUpId);
      stage.app.ports.setTime(`${date}T11:00`);
      let isFirst = true;
      for (const one of steps)
        if (one.does === "record") {
          await stage.call("POST /days/:dayId/hours", { params: { dayId: id }, body: { unticked: isFirst ? people : 0 } });
          isFirst = false;
        } else
          await stage.call("POST /days/:dayId/hours/:signUpId/corrections", {
            params: { dayId: id, signUpId: ids[one.who]! },
            body: { minutes: one.minutes, reason: "看错了" },
          });

      const { rows } = (await stage.call("GET /hours", { query: { from: date, to: date } })).body;
      const sums = ids.map((_, n) => rows.filter(({ name }: any) => name === `志愿者${n + 1}`).reduce((sum: number, { minutes }: any) => sum + minutes, 0));
      expect(sums).toEqual(expected(steps).map((one) => one ?? 0));
      expect(await stage.app.write("volunteer-days", (ctx: any) => hoursOnce.run(ctx))).toEqual([]);
    }),
    { seed, numRuns: 9, endOnFailure: true },
  );
});
