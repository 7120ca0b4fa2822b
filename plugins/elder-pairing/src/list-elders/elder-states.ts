import { within, type Scope } from "@lianxin/plugin-kit";
import type { ElderPairingDb } from "../plugin.js";
import { isLate } from "../urge-visits/late-visits.js";
import type { ElderListState } from "./list-states.js";

/** Elders of whom a state holds; asked inside the query of the list. Whoever has left is none of them, and no state but `left` asks for them. */
export const withState = {
  nobody: (db: ElderPairingDb, scope: Scope) =>
    within(db, scope, "elder_pairing_elder")
      .leftJoin("elder_pairing_pair as first", (join) =>
        join.onRef("first.elderId", "=", "elder_pairing_elder.id").on("first.role", "=", "primary").on("first.untilOn", "is", null),
      )
      .select("elder_pairing_elder.id as elderId")
      .where("first.id", "is", null),
  waiting: (db: ElderPairingDb, scope: Scope) =>
    within(db, scope, "elder_pairing_pair").select("elderId").where("role", "=", "primary").where("untilOn", "is", null).where("effectiveOn", "is", null),
  late: (db: ElderPairingDb, scope: Scope, today: string) =>
    within(db, scope, "elder_pairing_due")
      .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_due.elderId")
      .select("elder_pairing_due.elderId")
      .where((eb) => isLate(eb, today)),
  ladder: (db: ElderPairingDb, scope: Scope) => within(db, scope, "elder_pairing_ladder").select("elderId").where("state", "=", "open"),
  need: (db: ElderPairingDb, scope: Scope) => within(db, scope, "elder_pairing_need").select("elderId").where("closedOn", "is", null),
  handover: (db: ElderPairingDb, scope: Scope) =>
    within(db, scope, "elder_pairing_handover").select("elderId").where("doneOn", "is", null).where("droppedOn", "is", null),
  unasked: (db: ElderPairingDb, scope: Scope) =>
    within(db, scope, "elder_pairing_elder")
      .leftJoin("elder_pairing_consent as asked", (join) => join.onRef("asked.elderId", "=", "elder_pairing_elder.id").on("asked.scope", "=", "visits"))
      .select("elder_pairing_elder.id as elderId")
      .where("asked.id", "is", null),
  refused: (db: ElderPairingDb, scope: Scope) =>
    within(db, scope, "elder_pairing_elder")
      .innerJoin("elder_pairing_consent as back", (join) => join.onRef("back.elderId", "=", "elder_pairing_elder.id").on("back.withdrawnOn", "is not", null))
      .leftJoin("elder_pairing_consent as standing", (join) =>
        join.onRef("standing.elderId", "=", "back.elderId").onRef("standing.scope", "=", "back.scope").on("standing.withdrawnOn", "is", null),
      )
      .select("elder_pairing_elder.id as elderId")
      .where("standing.id", "is", null),
} as const satisfies Record<Exclude<ElderListState, "left">, unknown>;
