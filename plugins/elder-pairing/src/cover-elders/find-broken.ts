import { everywhere } from "@lianxin/plugin-kit";
import { groupBy } from "../keep-people/group-by.js";
import { apart } from "../plan-pairs/measure-pair.js";
import { backupMost } from "../plan-pairs/pair-facts.js";
import type { ElderPairingDb } from "../plugin.js";

const why = "open pairs are held against the hard rules";

/**
 * Elders whose open pairs break a hard rule, whatever brought that about (a choice by hand, a name that came in later, a lower limit): one cadre as both
 * helpers, no woman for a woman who lives alone, a cadre kept apart from them, a cadre with more elders than they take. O(pairs + ties).
 */
export async function findBroken(db: ElderPairingDb): Promise<readonly { readonly elderId: string; readonly townPath: string }[]> {
  const pairs = await everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .select(["elder_pairing_pair.elderId", "elder_pairing_pair.cadreId", "elder_pairing_pair.role", "elder_pairing_pair.townPath"])
    .select(["elder.needsWoman", "cadre.sex", "cadre.limit"])
    .where("elder_pairing_pair.untilOn", "is", null)
    .where("elder_pairing_pair.role", "in", ["primary", "backup"])
    .execute();
  const ties = await db
    .selectFrom("elder_pairing_tie")
    .select(["elderId", "cadreId"])
    .where("kind", "in", [...apart])
    .execute();
  const kept = new Set(ties.map(({ elderId, cadreId }) => `${elderId} ${cadreId}`));
  const loads = groupBy(pairs, ({ cadreId, role }) => `${cadreId} ${role}`);
  const isOver = ({ cadreId, role, limit }: (typeof pairs)[number]): boolean =>
    loads.get(`${cadreId} ${role}`)!.length > (role === "primary" ? limit : backupMost);
  const broken = [...groupBy(pairs, ({ elderId }) => elderId).values()].filter((own) => {
    const isBoth = new Set(own.map(({ cadreId }) => cadreId)).size < own.length;
    const lacksWoman = own.length === 2 && own[0]!.needsWoman && own.every(({ sex }) => sex !== "female");
    return isBoth || lacksWoman || own.some((one) => isOver(one) || kept.has(`${one.elderId} ${one.cadreId}`));
  });
  return broken.map(([first]) => ({ elderId: first!.elderId, townPath: first!.townPath }));
}
