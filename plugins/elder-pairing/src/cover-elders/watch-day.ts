import { everywhere } from "@lianxin/plugin-kit";
import type { PairRole } from "../keep-pairs/put-in-force.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import { settleAlarms } from "./alarms.js";
import { findBroken } from "./find-broken.js";
import { findUncovered } from "./find-uncovered.js";
import { keepCovered } from "./keep-covered.js";

const why = "the day's work looks at everybody in care";

/** Cadres whose last day has passed are no longer there. */
async function endCadres({ db }: ElderPairingContext, day: string): Promise<void> {
  await db.updateTable("elder_pairing_cadre").set({ state: "transferred" }).where("state", "=", "active").where("untilOn", "<=", day).execute();
}

/** Townships where somebody in care lacks a helper or a backup, or where somebody covers for a time. */
function townsLacking(db: ElderPairingDb, day: string): Promise<{ townPath: string }[]> {
  return everywhere(db, "elder_pairing_elder", why)
    .select("elder_pairing_elder.townPath")
    .distinct()
    .where("elder_pairing_elder.state", "=", "active")
    .where("elder_pairing_elder.careFromOn", "<=", day)
    .where(({ or, not, exists, selectFrom }) => {
      const has = (role: PairRole) =>
        exists(
          selectFrom("elder_pairing_pair as pair")
            .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "pair.cadreId")
            .select("pair.id")
            .whereRef("pair.elderId", "=", "elder_pairing_elder.id")
            .where("pair.role", "=", role)
            .where("pair.untilOn", "is", null)
            .where("cadre.state", "=", "active"),
        );
      return or([not(has("primary")), not(has("backup"))]);
    })
    .execute();
}

const townsCovered = (db: ElderPairingDb): Promise<{ townPath: string }[]> =>
  everywhere(db, "elder_pairing_pair", why).select("townPath").distinct().where("role", "=", "cover").where("untilOn", "is", null).execute();

/** Those, and where nobody can come today or a pair breaks a hard rule. */
async function townsToRepair(db: ElderPairingDb, day: string): Promise<string[]> {
  const found = [await townsLacking(db, day), await townsCovered(db), await findUncovered(db, day), await findBroken(db)];
  return [...new Set(found.flat().map(({ townPath }) => townPath))].sort();
}

/** What each day begins with, and what every change of people ends with: nobody in care is left without somebody who can come. O(elders), where nothing is to be repaired by the database alone. */
export async function watchDay(ctx: ElderPairingContext, reason = "day"): Promise<readonly string[]> {
  const day = ctx.clock.today();
  await endCadres(ctx, day);
  const towns = await townsToRepair(ctx.db, day);
  await keepCovered(ctx, towns, { day, reason });
  const uncovered = towns.length === 0 ? [] : (await findUncovered(ctx.db, day)).map(({ id }) => id);
  await settleAlarms(ctx, uncovered, day);
  return uncovered;
}
