import fc from "fast-check";
import { expect, test } from "vitest";
import { findUncovered } from "../cover-elders/find-uncovered.js";
import { watchDay } from "../cover-elders/watch-day.js";
import { openPairs, readFacts } from "../plan-pairs/read-facts.js";
import { planPairs } from "../plan-pairs/plan-pairs.js";
import { nameOf } from "../testing/story-county.js";
import { setSmallCounty } from "../testing/small-county.js";
import { leftAlone } from "./needs-watch.js";
import { publishPairing, readyDraft } from "./publish-pairing.js";
import { readMark } from "./read-mark.js";

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const day = "2026-09-03";
const runs = process.env.LIANXIN_FULL === undefined ? 5 : 40;
const county = fc.record({
  elders: fc.integer({ min: 1, max: 6 }),
  cadres: fc.integer({ min: 1, max: 6 }),
  men: fc.array(fc.nat(5), { maxLength: 3 }),
  agrees: fc.boolean(),
  /** Who goes on leave after a first matching. */
  away: fc.array(fc.nat(5), { maxLength: 4 }),
  newcomers: fc.nat(2),
});

/** A township of its own for each run: on PostgreSQL forty take minutes. */
const timeout = Math.max(120_000, 10_000 * runs);

test(
  `whom a matching leaves alone today is known before it is put in force, and where it says that nothing is left the day's work finds nothing (${runs} random townships)`,
  { timeout },
  async () => {
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(county, async ({ elders, cadres, men, agrees, away, newcomers }) => {
        const stage = await setSmallCounty(
          range(elders).map((i) => ({ name: nameOf(i), sex: i % 2 ? "男" : "女" })),
          range(cadres).map((i) => ({ name: nameOf(1_000 + i), sex: men.includes(i) ? "男" : "女" })),
        );
        try {
          if (away.length > 0) {
            await stage.run();
            if (agrees) await stage.agreeAll();
            for (const i of new Set(away.filter((one) => one < cadres)))
              await stage.call("POST /cadres/:cadreId/leave", {
                params: { cadreId: await stage.cadreId(nameOf(1_000 + i)) },
                body: { fromOn: day, toOn: day },
              });
            if (newcomers > 0)
              await stage.bring(
                range(newcomers).map((i) => ({ name: nameOf(2_000 + i) })),
                [],
              );
          }
          await stage.ask(async (ctx) => {
            const { facts } = await readFacts(ctx, day, "all");
            const draft = { facts, plan: planPairs(facts) };
            const ready = await readyDraft(ctx, await readMark(ctx, day), draft);
            const alone = leftAlone(draft, await openPairs(ctx, "all"), day);

            await publishPairing(ctx, stage.county.path, { ...ready, needsWatch: false });

            expect(alone.sort()).toEqual((await findUncovered(ctx.db, day, ["primary", "backup"])).map(({ id }) => id).sort());
            const pairs = await openPairs(ctx, "all");
            await watchDay(ctx, "matching");
            const alarms: readonly unknown[] = await ctx.db.selectFrom("elder_pairing_alarm").select("id").execute();
            if (!ready.needsWatch) expect([await openPairs(ctx, "all"), alarms]).toEqual([pairs, []]);
            met.add(ready.needsWatch ? "left" : "nothing left").add(alone.length > 0 ? "alone" : "not alone");
          });
        } finally {
          await stage.app.close();
        }
      }),
      { numRuns: runs, seed: 7, endOnFailure: true },
    );
    expect([...met].sort()).toEqual(["alone", "left", "not alone", "nothing left"]);
  },
);
