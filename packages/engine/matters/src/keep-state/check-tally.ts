import { everywhere } from "@lianxin/plugin-kit";
import type { MattersDb } from "../plugin.js";

/** Places and states whose kept count is not the number of matters there are. */
export async function findWrongTallies(db: MattersDb): Promise<string[]> {
  const kept = await everywhere(db, "matters_tally", "a check-up compares all counts").select(["placePath", "state", "count"]).execute();
  const counted = await everywhere(db, "matters_matter", "a check-up compares all counts")
    .select(["placePath", "state", (eb) => eb.fn.countAll<number>().as("count")])
    .groupBy(["placePath", "state"])
    .execute();
  const real = new Map(counted.map(({ placePath, state, count }) => [`${placePath} ${state}`, Number(count)]));
  const known = new Map(kept.map(({ placePath, state, count }) => [`${placePath} ${state}`, count]));
  return [...new Set([...real.keys(), ...known.keys()])].filter((key) => (real.get(key) ?? 0) !== (known.get(key) ?? 0));
}
