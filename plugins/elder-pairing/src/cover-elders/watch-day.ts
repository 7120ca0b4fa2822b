import { everywhere } from "@lianxin/plugin-kit";
import type { ElderPairingContext } from "../plugin.js";
import { settleAlarms } from "./alarms.js";
import { findBroken } from "./find-broken.js";
import { findUncovered } from "./find-uncovered.js";
import { keepCovered } from "./keep-covered.js";

const why = "the day's work looks at everybody in care";

/** Cadres whose last day has passed are no longer there. */
async function endCadres({ db }: ElderPairingContext, day: string): Promise<void> {
  await db.updateTable("elder_pairing_cadre").set({ state: "transferred" }).where("state", "=", "active").where("untilOn", "<=", day).execute();
}

/** Townships where somebody in care lacks a helper, a backup, or somebody for today, where somebody covers for a time, or where a pair breaks a hard rule. */
async function townsToRepair(ctx: ElderPairingContext, day: string): Promise<string[]> {
  const { db } = ctx;
  const elders = await everywhere(db, "elder_pairing_elder", why)
    .select(["id", "townPath"])
    .where("state", "=", "active")
    .where("careFromOn", "<=", day)
    .execute();
  const pairs = await everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .select(["elder_pairing_pair.elderId", "elder_pairing_pair.role", "elder_pairing_pair.townPath", "cadre.state"])
    .where("elder_pairing_pair.untilOn", "is", null)
    .execute();
  const held = new Set(pairs.filter(({ state }) => state === "active").map(({ elderId, role }) => `${elderId} ${role}`));
  const lacking = elders.filter(({ id }) => !held.has(`${id} primary`) || !held.has(`${id} backup`));
  const covers = pairs.filter(({ role }) => role === "cover");
  const alone = await findUncovered(db, day);
  const broken = await findBroken(db);
  return [...new Set([...lacking, ...covers, ...alone, ...broken].map(({ townPath }) => townPath))].sort();
}

/** What each day begins with, and what every change of people ends with: nobody in care is left without somebody who can come. O(elders + pairs). */
export async function watchDay(ctx: ElderPairingContext, reason = "day"): Promise<readonly string[]> {
  const day = ctx.clock.today();
  await endCadres(ctx, day);
  const towns = await townsToRepair(ctx, day);
  await keepCovered(ctx, towns, { day, reason });
  const uncovered = (await findUncovered(ctx.db, day)).map(({ id }) => id);
  await settleAlarms(ctx, uncovered, day);
  return uncovered;
}
