import { everywhere } from "@lianxin/plugin-kit";
import type { PairRole } from "../keep-pairs/put-in-force.js";
import { apart } from "../plan-pairs/measure-pair.js";
import { backupMost } from "../plan-pairs/pair-facts.js";
import type { ElderPairingDb } from "../plugin.js";
import { findStrays } from "./find-strays.js";

export interface BrokenPair {
  readonly elderId: string;
  readonly townPath: string;
}
const why = "open pairs are held against the hard rules";
const steady: readonly PairRole[] = ["primary", "backup"];

/** One cadre as both helpers, or no woman for a woman who lives alone. */
const findWrongTwos = (db: ElderPairingDb): Promise<BrokenPair[]> =>
  everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_pair as other", (join) =>
      join.onRef("other.elderId", "=", "elder_pairing_pair.elderId").on("other.role", "=", "backup").on("other.untilOn", "is", null),
    )
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
    .innerJoin("elder_pairing_cadre as first", "first.id", "elder_pairing_pair.cadreId")
    .innerJoin("elder_pairing_cadre as second", "second.id", "other.cadreId")
    .select(["elder_pairing_pair.elderId", "elder.townPath"])
    .where("elder_pairing_pair.role", "=", "primary")
    .where("elder_pairing_pair.untilOn", "is", null)
    .where((eb) =>
      eb.or([
        eb("other.cadreId", "=", eb.ref("elder_pairing_pair.cadreId")),
        eb.and([eb("elder.needsWoman", "=", true), eb("first.sex", "!=", "female"), eb("second.sex", "!=", "female")]),
      ]),
    )
    .execute();

/** A cadre who is kept apart from the elder. */
const findForbidden = (db: ElderPairingDb): Promise<BrokenPair[]> =>
  everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_tie as tie", (join) =>
      join.onRef("tie.elderId", "=", "elder_pairing_pair.elderId").onRef("tie.cadreId", "=", "elder_pairing_pair.cadreId"),
    )
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
    .select(["elder_pairing_pair.elderId", "elder.townPath"])
    .where("elder_pairing_pair.untilOn", "is", null)
    .where("elder_pairing_pair.role", "in", [...steady])
    .where("tie.kind", "in", [...apart])
    .execute();

/** A cadre with more elders than they take. */
async function findOverloaded(db: ElderPairingDb): Promise<BrokenPair[]> {
  const loads = await everywhere(db, "elder_pairing_pair", why)
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .select(["elder_pairing_pair.cadreId", "elder_pairing_pair.role", "cadre.limit"])
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("elder_pairing_pair.untilOn", "is", null)
    .where("elder_pairing_pair.role", "in", [...steady])
    .groupBy(["elder_pairing_pair.cadreId", "elder_pairing_pair.role", "cadre.limit"])
    .having((eb) => eb.fn.countAll(), ">", 1)
    .execute();
  const over = loads.filter(({ role, limit, count }) => Number(count) > (role === "primary" ? limit : backupMost));
  const found: BrokenPair[] = [];
  for (const { cadreId, role } of over)
    found.push(
      ...(await everywhere(db, "elder_pairing_pair", why)
        .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
        .select(["elder_pairing_pair.elderId", "elder.townPath"])
        .where("elder_pairing_pair.cadreId", "=", cadreId)
        .where("elder_pairing_pair.role", "=", role)
        .where("elder_pairing_pair.untilOn", "is", null)
        .execute()),
    );
  return found;
}

/**
 * Elders whose open pairs break a hard rule, whatever brought that about (a choice by hand, a name that came in later, a lower limit): one cadre as both
 * helpers, no woman for a woman who lives alone, a cadre kept apart from them, a cadre with more elders than they take, a cadre of another township after one of
 * the two moved. O(pairs), by the database alone.
 */
export async function findBroken(db: ElderPairingDb, nearMetres = 0): Promise<readonly BrokenPair[]> {
  const found = [...(await findWrongTwos(db)), ...(await findForbidden(db)), ...(await findOverloaded(db)), ...(await findStrays(db, nearMetres))];
  return [...new Map(found.map((one) => [one.elderId, one])).values()];
}
