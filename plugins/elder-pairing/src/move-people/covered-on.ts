import { everywhere } from "@lianxin/plugin-kit";
import { whoComes } from "../cover-elders/find-uncovered.js";
import type { ElderPairingContext } from "../plugin.js";
import { namesOf } from "../show-pairs/names.repository.js";

/** Elders whose first helper in force a cadre is, and who comes to each on a day instead; null where nobody can. O(elders of theirs). */
export async function coveredOn({ db }: Pick<ElderPairingContext, "db">, cadreId: string, day: string) {
  const pairs = await everywhere(db, "elder_pairing_pair", "pairs of one cadre, whose place was checked")
    .select("elderId")
    .where("cadreId", "=", cadreId)
    .where("role", "=", "primary")
    .where("untilOn", "is", null)
    .where("effectiveOn", "is not", null)
    .execute();
  const elderIds = pairs.map(({ elderId }) => elderId);
  const comes = await whoComes(db, day, elderIds);
  const names = await namesOf({ db }, [...elderIds, ...[...comes.values()].map((one) => one.cadreId)]);
  return elderIds.map((id) => ({ elder: names[id] ?? "", by: names[comes.get(id)?.cadreId ?? ""] ?? null }));
}
