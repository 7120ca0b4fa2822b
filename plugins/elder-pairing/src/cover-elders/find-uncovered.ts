import { everywhere } from "@lianxin/plugin-kit";
import type { PairRole } from "../keep-pairs/put-in-force.js";
import type { ElderPairingDb } from "../plugin.js";

/** An elder in care and the pairs, cadres and leaves that count on a day. */
export interface DayFacts {
  readonly elders: readonly { readonly id: string; readonly townPath: string }[];
  readonly helpers: readonly { readonly elderId: string; readonly cadreId: string; readonly role: string }[];
}
const why = "every elder has somebody who can come, on every day";
const anyRole: readonly PairRole[] = ["primary", "backup", "cover"];

const inCareOn = (db: ElderPairingDb, day: string) =>
  everywhere(db, "elder_pairing_elder", why)
    .select(["elder_pairing_elder.id", "elder_pairing_elder.townPath"])
    .where("elder_pairing_elder.careFromOn", "<=", day)
    .where((eb) => eb.or([eb("elder_pairing_elder.untilOn", "is", null), eb("elder_pairing_elder.untilOn", ">", day)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("elder_pairing_absence as gone")
            .select("gone.id")
            .whereRef("gone.elderId", "=", "elder_pairing_elder.id")
            .where("gone.fromOn", "<=", day)
            .where("gone.untilOn", ">", day),
        ),
      ),
    );

/**
 * Who answers for whom on a day, also a past one, of all elders or of some: pairs that ran then and were agreed to, of cadres who were there and not on leave. O(pairs that ran).
 */
export async function readDay(db: ElderPairingDb, day: string, only?: readonly string[]): Promise<DayFacts> {
  const some = only && ["", ...only];
  const [elders, helpers] = await Promise.all([
    inCareOn(db, day)
      .$if(some !== undefined, (query) => query.where("elder_pairing_elder.id", "in", some!))
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
      .$if(some !== undefined, (query) => query.where("elder_pairing_pair.elderId", "in", some!))
      .execute(),
  ]);
  return { elders, helpers };
}

const order: readonly string[] = anyRole;

/** Who answers for each of these elders on a day: the first helper, else the backup, else who covers. O(pairs of theirs). */
export async function whoComes(db: ElderPairingDb, day: string, elderIds: readonly string[]): Promise<ReadonlyMap<string, DayFacts["helpers"][number]>> {
  const { helpers } = await readDay(db, day, elderIds);
  const ranked = [...helpers].sort((a, b) => order.indexOf(b.role) - order.indexOf(a.role));
  return new Map(ranked.map((one) => [one.elderId, one]));
}

/**
 * Elders in care whom nobody in these roles can come to on a day, by the same rules: the invariant, as a query. O(elders), by an index for each; the database
 * gives those alone.
 */
export const findUncovered = (db: ElderPairingDb, day: string, roles: readonly PairRole[] = anyRole): Promise<DayFacts["elders"]> =>
  inCareOn(db, day)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("elder_pairing_pair as pair")
            .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "pair.cadreId")
            .leftJoin("elder_pairing_leave as away", (join) =>
              join.onRef("away.cadreId", "=", "pair.cadreId").on("away.fromOn", "<=", day).on("away.toOn", ">=", day),
            )
            .select("pair.id")
            .whereRef("pair.elderId", "=", "elder_pairing_elder.id")
            .where("pair.role", "in", [...roles])
            .where("pair.effectiveOn", "<=", day)
            .where((eb) => eb.or([eb("pair.untilOn", "is", null), eb("pair.untilOn", ">", day)]))
            .where((eb) => eb.or([eb("cadre.untilOn", "is", null), eb("cadre.untilOn", ">", day)]))
            .where("away.id", "is", null),
        ),
      ),
    )
    .execute();
