import { everywhere } from "@lianxin/plugin-kit";
import { whoComes } from "../cover-elders/find-uncovered.js";
import type { ElderPairingContext } from "../plugin.js";
import { namesOf } from "../show-pairs/names.repository.js";

type Asking = Pick<ElderPairingContext, "db"> & {
  may(permission: "elder-pairing.plan", place: { readonly path: string }): Promise<boolean>;
};

/** Elders of one cadre, as whoever asks may know of them. */
export interface Helped {
  readonly elderIds: readonly string[];
  /** How many more are where the reader does not plan. */
  readonly elsewhere: number;
}

/** Elders whose first helper in force a cadre is; of those where the reader does not plan only how many they are. O(elders of theirs). */
export async function helpedBy({ db, may }: Asking, cadreId: string): Promise<Helped> {
  const pairs = await everywhere(db, "elder_pairing_pair", "pairs of one cadre, each shown where the reader plans")
    .select(["elderId", "placePath"])
    .where("cadreId", "=", cadreId)
    .where("role", "=", "primary")
    .where("untilOn", "is", null)
    .where("effectiveOn", "is not", null)
    .execute();
  const elderIds: string[] = [];
  for (const { elderId, placePath } of pairs) if (await may("elder-pairing.plan", { path: placePath })) elderIds.push(elderId);
  return { elderIds, elsewhere: pairs.length - elderIds.length };
}

/** Who comes to each of these elders on a day; null where nobody can. */
export async function coveredOn({ db }: Pick<Asking, "db">, { elderIds, elsewhere }: Helped, day: string) {
  const comes = await whoComes(db, day, elderIds);
  const names = await namesOf({ db }, [...elderIds, ...[...comes.values()].map((one) => one.cadreId)]);
  return { fromOn: day, covered: elderIds.map((id) => ({ elder: names[id] ?? "", by: names[comes.get(id)?.cadreId ?? ""] ?? null })), elsewhere };
}
