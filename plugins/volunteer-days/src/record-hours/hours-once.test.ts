import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hoursOnce } from "../check-house/checkups.js";
import { setStage, type Stage } from "../testing/stage.js";

const seed = 20261127;
const people = 4;
let stage: Stage;
let other: string;
let dates: string[];
beforeAll(async () => {
  stage = await setStage();
  stage.app.ports.setTime("2026-09-14T09:00");
  dates = ["2026-09-17", "2026-09-24", "2026-10-15", "2026-10-22", "2026-10-29", "2026-11-05", "2026-11-12", "2026-11-19", "2026-11-26"];
  other = await stage.anotherSeries({ weekday: 4, startTime: "11:00", endTime: "13:00" });
});
afterAll(() => stage.app.close());

const place = fc.constantFrom(0 as const, 1 as const);
const step = fc.oneof(
  fc.record({ does: fc.constant("record" as const), at: place }),
  fc.record({
    does: fc.constant("correct" as const),
    at: place,
    who: fc.integer({ min: 0, max: people - 1 }),
    minutes: fc.integer({ min: -10, max: 150 }),
  }),
);
type Step = { readonly does: "record" | "correct"; readonly at: 0 | 1; readonly who?: number; readonly minutes?: number };

/**
 * What should stand at 8:30–10:30 and at 9:30–11:30, by the rules alone: recording adds what is not there, a correction replaces what stands, what it took to
 * nothing is corrected again, and the two together are three hours of one clock.
 */
function expected(steps: readonly Step[]): number[][] {
  const stands: (number | undefined)[][] = Array.from({ length: people }, () => [undefined, undefined]);
  const most = (who: number, at: 0 | 1) => Math.min(120, 180 - (stands[who]![1 - at] ?? 0));
  for (const { does, at, who = 0, minutes = 0 } of steps) {
    if (does === "record") stands.forEach((one, i) => (one[at] = one[at] ?? most(i, at)));
    else if (stands[who]![at] !== undefined && minutes >= 0 && minutes <= most(who, at)) stands[who]![at] = minutes;
  }
  return stands.map((one) => one.map((minutes) => minutes ?? 0));
}

/** Two days of one date at times that overlap, with the same people at both. */
async function twoPlaces(date: string): Promise<{ dayIds: string[]; signUpIds: string[][] }> {
  const dayIds = [(await stage.day(date)).id, (await stage.day(date, other)).id];
  const signUpIds: string[][] = [[], []];
  for (const at of [0, 1]) for (let n = 1; n <= people; n++) signUpIds[at]!.push((await stage.join(dayIds[at]!, n)).body.signUpId);
  const body = { startTime: "09:30", endTime: "11:30", clashing: people };
  expect((await stage.call("PUT /days/:dayId", { params: { dayId: dayIds[1]! }, body })).body.clashes).toHaveLength(people);
  return { dayIds, signUpIds };
}

test(`whatever is recorded, recorded again and corrected in whatever order at two places at once, no minute of anybody's clock stands twice (seed ${seed})`, async () => {
  let used = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps: readonly Step[]) => {
      const date = dates[used++]!;
      stage.app.ports.setTime(`${date}T08:00`);
      const { dayIds, signUpIds } = await twoPlaces(date);
      stage.app.ports.setTime(`${date}T12:00`);
      const unticked = [people, people];
      for (const { does, at, who = 0, minutes = 0 } of steps)
        if (does === "record") {
          await stage.call("POST /days/:dayId/hours", { params: { dayId: dayIds[at]! }, body: { unticked: unticked[at] } });
          unticked[at] = 0;
        } else
          await stage.call("POST /days/:dayId/hours/:signUpId/corrections", {
            params: { dayId: dayIds[at]!, signUpId: signUpIds[at]![who]! },
            body: { minutes, reason: "看错了" },
          });

      const { rows } = (await stage.call("GET /hours", { query: { from: date, to: date } })).body;
      const sumOf = (id: string) => rows.filter(({ signUpId }: any) => signUpId === id).reduce((sum: number, one: any) => sum + one.minutes, 0);
      expect(signUpIds[0]!.map((id, n) => [sumOf(id), sumOf(signUpIds[1]![n]!)])).toEqual(expected(steps));
      expect(await stage.app.write("volunteer-days", (ctx: any) => hoursOnce.run(ctx))).toEqual([]);
    }),
    { seed, numRuns: 9, endOnFailure: true },
  );
});

test("who is at two places from half past eight has each minute once, the rest is said beside it, and doctor finds what was counted twice", async () => {
  const later = await setStage();
  const second = await later.anotherSeries({ weekday: 4, startTime: "11:00", endTime: "13:00" });
  const [first, moved] = [(await later.day("2026-09-17")).id, (await later.day("2026-09-17", second)).id];
  await later.join(first, 1);
  const { signUpId } = (await later.join(moved, 1)).body;
  await later.call("PUT /days/:dayId", { params: { dayId: moved }, body: { startTime: "09:30", endTime: "11:30", clashing: 1 } });
  later.app.ports.setTime("2026-09-17T12:00");
  const record = async (dayId: string) => (await later.call("POST /days/:dayId/hours", { params: { dayId }, body: { unticked: 1 } })).body;

  const [whole, rest] = [await record(first), await record(moved)];
  const refused = await later.call("POST /days/:dayId/hours/:signUpId/corrections", {
    params: { dayId: moved, signUpId },
    body: { minutes: 61, reason: "看错了" },
  });
  const { rows } = (await later.call("GET /hours", { query: { from: "2026-09-17", to: "2026-09-17" } })).body;
  const sound = await later.app.write("volunteer-days", (ctx: any) => hoursOnce.run(ctx));
  await later.app.write("volunteer-days", ({ db }: any) => db.updateTable("volunteer_days_service").set({ minutes: 61 }).where("dayId", "=", moved).execute());
  const found = await later.app.write("volunteer-days", (ctx: any) => hoursOnce.run(ctx));
  await later.app.close();

  expect([whole, rest]).toEqual([
    { people: 1, minutes: 120, elsewhere: 0 },
    { people: 1, minutes: 60, elsewhere: 1 },
  ]);
  expect(rows.map(({ reason }: any) => reason)).toEqual([null, "同一时间的 60 分钟已在别处登记"]);
  expect(refused.body).toMatchObject({ code: "volunteer-days.minutesTwice", field: "body.minutes" });
  expect([sound, found]).toEqual([[], [expect.stringContaining("2026-09-17")]]);
});
