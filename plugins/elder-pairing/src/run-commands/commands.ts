import { findUncovered } from "../cover-elders/find-uncovered.js";
import { errors } from "../errors.js";
import { planPairs } from "../plan-pairs/plan-pairs.js";
import { readFacts } from "../plan-pairs/read-facts.js";
import { summarisePlan, type RunSummary } from "../run-pairing/summarise-plan.js";
import { command } from "../services.js";
import { namesOf } from "../show-pairs/names.repository.js";
import { isDay } from "../tell-time/tell-time.js";

const inFigures = (side: RunSummary["primary"]) => ({
  ...{ ...side, unserved: side.unserved.length },
  shortages: side.shortages.map(({ unserved, units, need, offer }) => ({ unserved: unserved.length, units, need, offer })),
});

/** lianxin run elder-pairing.match */
export const matchCommand = command("match", {
  describe: "配对会是什么样，不写入 / the matching as it would be; nothing is written",
  async run(ctx) {
    const { facts } = await readFacts(ctx, ctx.clock.today(), "all");
    // A command has the lane to itself for a moment: it is planned on the spot.
    const { primary, backup, ...counts } = summarisePlan(planPairs(facts));
    return { ...counts, primary: inFigures(primary), backup: inFigures(backup) };
  },
});

/** lianxin run elder-pairing.uncovered [DAY] */
export const uncoveredCommand = command("uncovered", {
  describe: "哪天有谁没人管，不写日期就是今天 / who has nobody on a day; today when none is given",
  async run(ctx, [day = ctx.clock.today()]) {
    if (!isDay(day)) throw errors.dayInvalid({ value: day });
    const found = await findUncovered(ctx.db, day);
    const names = await namesOf(
      ctx,
      found.map(({ id }) => id),
    );
    return { day, elders: found.map(({ id }) => names[id] ?? id) };
  },
});
