import { everywhere } from "@lianxin/plugin-kit";
import { whoComes } from "../cover-elders/find-uncovered.js";
import type { ElderPairingContext } from "../plugin.js";
import { namesOf } from "../show-pairs/names.repository.js";

type Asking = Pick<ElderPairingContext, "db"> & {
  may(permission: "elder-pairing.plan", place: { readonly path: string }): Promise<boolean>;
};

/**
 * Elders whose first helper in force a cadre is, and who comes to each on a day instead; null where nobody can. Of those where the reader does not plan only how
 * many they are. O(elders of theirs).
 */
export async function coveredOn({ db, may }: Asking, cadreId: string, day: string) {
  const pairs = await everywhere(db, "elder_pairing_pair", "pairs of one cadre, each shown where the reader plans")
    .select(["elderId", "placePath"])
    .where("cadreId", "=", cadreId)
    .where("role", "=", "primary")
    .where("untilOn", "is", null)
    .where("effectiveOn", "is not", null)
    .execute();
  const elderIds: string[] = [];
  for (const { elderId, placePath } of pairs) if (await may("elder-pairing.plan", { path: placePath })) elderIds.push(elderId);
  const comes = await whoComes(db, day, elderIds);
  const names = await namesOf({ db }, [...elderIds, ...[...comes.values()].map((one) => one.cadreId)]);
  return {
    covered: elderIds.map((id) => ({ elder: names[id] ?? "", by: names[comes.get(id)?.cadreId ?? ""] ?? null })),
    elsewhere: pairs.length - elderIds.length,
  };
}
