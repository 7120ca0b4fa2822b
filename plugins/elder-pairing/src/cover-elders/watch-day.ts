import { everywhere } from "@lianxin/plugin-kit";
import type { PairRole } from "../keep-pairs/put-in-force.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import { followSheets } from "../hand-over/follow-sheets.js";
import { joinCare } from "../keep-people/join-care.js";
import { replanElders } from "../plan-visits/store-dues.js";
import { settleAlarms } from "./alarms.js";
import { endGone } from "./end-gone.js";
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
  everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
    .select("elder.townPath")
    .distinct()
    .where("elder_pairing_pair.role", "=", "cover")
    .where("elder_pairing_pair.untilOn", "is", null)
    .execute();

/** Those, and where nobody can come today or a pair breaks a hard rule. */
async function townsToRepair({ db, config }: Pick<ElderPairingContext, "db" | "config">, day: string): Promise<string[]> {
  const found = [await townsLacking(db, day), await townsCovered(db), await findUncovered(db, day), await findBroken(db, config.nearMetres)];
  return [...new Set(found.flat().map(({ townPath }) => townPath))].sort();
}

/** Sees to some townships, then takes back the alarms and the hand-over sheets that are over. */
async function repair(ctx: ElderPairingContext, towns: readonly string[], reason: string): Promise<readonly string[]> {
  const day = ctx.clock.today();
  await keepCovered(ctx, towns, { day, reason });
  const uncovered = (await findUncovered(ctx.db, day)).map(({ id }) => id);
  await settleAlarms(ctx, uncovered, day);
  await followSheets(ctx, day);
  return uncovered;
}

/** What is so since today: whose last day has passed is gone, nobody is sent to who is, who is new on the register is in care. Gives the townships that have to be seen to. O(elders), by the database. */
export async function beginDay(ctx: ElderPairingContext): Promise<readonly string[]> {
  const day = ctx.clock.today();
  await endCadres(ctx, day);
  await endGone(ctx);
  await replanElders(ctx, await joinCare(ctx));
  return townsToRepair(ctx, day);
}

/** One township, if it still has to be seen to. */
export async function watchTown(ctx: ElderPairingContext, townPath: string): Promise<void> {
  const waits = (await townsToRepair(ctx, ctx.clock.today())).includes(townPath);
  if (waits) await repair(ctx, [townPath], "day");
}

/**
 * What each change of people ends with: nobody in care is left without somebody who can come. `only` the townships it concerns, so that trouble elsewhere stops
 * nobody's work here; all of them where it may concern any. Gives whom nobody can come to. O(elders), where nothing is to be repaired by the database alone.
 */
export async function watchDay(ctx: ElderPairingContext, reason = "day", only?: readonly string[]): Promise<readonly string[]> {
  const towns = await beginDay(ctx);
  return repair(ctx, only === undefined ? towns : towns.filter((town) => only.includes(town)), reason);
}
