import { everywhere } from "@lianxin/plugin-kit";
import type { ElderPairingContext } from "../plugin.js";

const why = "names of those an answer is about, whose place was checked";

/** Names of elders and cadres by id. O(ids). */
export async function namesOf({ db }: Pick<ElderPairingContext, "db">, ids: readonly string[]): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  const wanted = [...new Set(ids)];
  for (let i = 0; i < wanted.length; i += 500) {
    const slice = wanted.slice(i, i + 500);
    for (const table of ["elder_pairing_elder", "elder_pairing_cadre"] as const)
      for (const row of await everywhere(db, table, why).select(["id", "name"]).where("id", "in", slice).execute()) names[row.id] = row.name;
  }
  return names;
}
