import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";

/**
 * How many elders a unit's cadres take in all, for the whole community, because a unit's cadres help everywhere in it; null: as many as they each may.
 * Throws quotaElsewhere, unitUnknown.
 */
export async function setQuota({ db, newId, audit, use }: ElderPairingContext, placePath: string, unit: string, most: number | null): Promise<void> {
  if ((await use.directory.community())?.path !== placePath) throw errors.quotaElsewhere({}, "params.placeId");
  const known = await everywhere(db, "elder_pairing_cadre", "a unit is known by its cadres").select("id").where("unit", "=", unit).executeTakeFirst();
  if (!known) throw errors.unitUnknown({}, "body.unit");
  if (most === null) await db.deleteFrom("elder_pairing_quota").where("placePath", "=", placePath).where("unit", "=", unit).execute();
  else
    await db
      .insertInto("elder_pairing_quota")
      .values({ id: newId(), placePath, unit, most })
      .onConflict((oc) => oc.columns(["placePath", "unit"]).doUpdateSet({ most }))
      .execute();
  audit("quota", unit, { most });
}

/** Units with how many elders their cadres have as primary helpers, and their quota, if there is one. Three reads. */
export async function listUnits(db: ElderPairingDb, scope: Scope) {
  const [cadres, pairs, quotas] = await Promise.all([
    within(db, scope, "elder_pairing_cadre").select("unit").distinct().where("state", "=", "active").orderBy("unit").execute(),
    within(db, scope, "elder_pairing_pair")
      .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
      .select("cadre.unit")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("elder_pairing_pair.role", "=", "primary")
      .where("elder_pairing_pair.untilOn", "is", null)
      .groupBy("cadre.unit")
      .execute(),
    everywhere(db, "elder_pairing_quota", "quotas hold for the whole community").select(["unit", "most"]).execute(),
  ]);
  const held = new Map(pairs.map(({ unit, n }) => [unit, Number(n)]));
  const most = new Map(quotas.map((one) => [one.unit, one.most]));
  return cadres.map(({ unit }) => ({ unit, held: held.get(unit) ?? 0, most: most.get(unit) ?? null }));
}
