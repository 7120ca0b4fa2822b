import { everywhere } from "@lianxin/plugin-kit";
import { Ground } from "../plan-pairs/measure-pair.js";
import type { ElderPairingDb } from "../plugin.js";
import type { BrokenPair } from "./find-broken.js";

const why = "open pairs are held against the rule of one township";

/** Open pairs over the border of a township that nobody chose by hand. */
const overTheBorder = (db: ElderPairingDb) =>
  everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .select(["elder_pairing_pair.elderId", "elder_pairing_pair.cadreId", "elder.townPath", "elder.placePath"])
    .where("elder_pairing_pair.untilOn", "is", null)
    .where("elder_pairing_pair.role", "in", ["primary", "backup"])
    .where("elder_pairing_pair.isPinned", "=", false)
    .whereRef("elder.townPath", "!=", "cadre.townPath")
    .execute();

/**
 * Elders with a helper of another township, because one of the two moved; where villages near enough may be paired (`nearMetres`), only those farther apart.
 * O(pairs), by the database; positions are read only where there are such pairs.
 */
export async function findStrays(db: ElderPairingDb, nearMetres: number): Promise<readonly BrokenPair[]> {
  const pairs = await overTheBorder(db);
  if (nearMetres === 0 || pairs.length === 0) return pairs;
  const [spots, villages] = await Promise.all([
    everywhere(db, "elder_pairing_spot", why).select(["placePath", "east", "north"]).execute(),
    everywhere(db, "elder_pairing_cadre_village", why)
      .select(["cadreId", "placePath"])
      .where("cadreId", "in", [...new Set(pairs.map(({ cadreId }) => cadreId))])
      .execute(),
  ]);
  const ground = new Ground({ ties: [], spots: spots.map(({ placePath, east, north }) => ({ village: placePath, east, north })) });
  const homesOf = (cadreId: string) => villages.filter((one) => one.cadreId === cadreId).map(({ placePath }) => placePath);
  return pairs.filter(({ placePath, cadreId }) => (ground.metres(placePath, homesOf(cadreId)) ?? Infinity) > nearMetres);
}
