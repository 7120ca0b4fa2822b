import { everywhere } from "@lianxin/plugin-kit";
import type { ElderPairingDb } from "../plugin.js";

/** An elder in care and the pairs, cadres and leaves that count on a day. */
export interface DayFacts {
  readonly elders: readonly { readonly id: string; readonly townPath: string }[];
  readonly helpers: readonly { readonly elderId: string; readonly cadreId: string; readonly role: string }[];
}
const why = "every elder has somebody who can come, on every day";

/**
 * Who answers for whom on a day, also a past one: pairs that ran then and were agreed to, of cadres who were there and not on leave. O(pairs that ran).
 */
export async function readDay(db: ElderPairingDb, day: string): Promise<DayFacts> {
  const [elders, helpers] = await Promise.all([
    everywhere(db, "elder_pairing_elder", why)
      .select(["id", "townPath"])
      .where("careFromOn", "<=", day)
      .where((eb) => eb.or([eb("untilOn", "is", null), eb("untilOn", ">", day)]))
      .execute(),
    everywhere(db, "elder_pairing_pair", why)
      .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
      .leftJoin("elder_pairing_leave as away", (join) =>
        join.onRef("away.cadreId", "=", "elder_pairing_pair.cadreId").on("away.fromOn", "<=", day).on("away.toOn", ">=", day),
      )
      .select(["elder_pairing_pair.elderId", "elder_pairing_pair.cadreId", "elder_pairing_pair.role"])
      .where("elder_pairing_pair.effectiveOn", "<=", day)
      .where((eb) => eb.or([eb("elder_pairing_pair.untilOn", "is", null), eb("elder_pairing_pair.untilOn", ">", day)]))
      .where((eb) => eb.or([eb("cadre.untilOn", "is", null), eb("cadre.untilOn", ">", day)]))
      .where("away.id", "is", null)
      .execute(),
  ]);
  return { elders, helpers };
}

/** Elders in care whom nobody can come to on a day: the invariant, as a query. */
export async function findUncovered(db: ElderPairingDb, day: string): Promise<DayFacts["elders"]> {
  const { elders, helpers } = await readDay(db, day);
  const covered = new Set(helpers.map(({ elderId }) => elderId));
  return elders.filter(({ id }) => !covered.has(id));
}
