import { within, type Scope } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { isAfterNo } from "../agree-pairs/after-no.js";
import { findUncovered, whoComes } from "../cover-elders/find-uncovered.js";
import { nameVillages, spansTowns } from "../narrow-lists/name-villages.js";
import { elderPairing, type ElderPairingDb } from "../plugin.js";
import { route } from "../services.js";
import { Day, Flag, Int, orNull, Text } from "../shapes.js";
import { namesOf } from "./names.repository.js";
import { isLate } from "../urge-visits/late-visits.js";

/** Lines of each list that are shown; its count tells of the rest. */
const shown = 50;
const Waiting = Type.Object({
  pairId: Text,
  elderId: Text,
  elder: Text,
  village: Text,
  cadre: Text,
  cadreAgreed: Flag,
  elderAgreed: Flag,
  insteadOf: orNull(Text),
});

/** Whom nobody can come to on a day at the places of a scope, by the invariant itself; the day's alarm says why. O(elders), by index. */
async function findAlone(db: ElderPairingDb, scope: Scope, day: string) {
  const ids = (await findUncovered(db, day)).map(({ id }) => id);
  if (ids.length === 0) return [];
  return within(db, scope, "elder_pairing_elder")
    .leftJoin("elder_pairing_alarm as alarm", (join) => join.onRef("alarm.elderId", "=", "elder_pairing_elder.id").on("alarm.onDay", "=", day))
    .select(["elder_pairing_elder.id as elderId", "elder_pairing_elder.name as elder", "need", "offer"])
    .where("elder_pairing_elder.id", "in", ids)
    .orderBy("elder_pairing_elder.name")
    .execute();
}

export const boardRoute = route("GET /board", {
  summary: "What waits at the places one answers for: alarms, nobody answering, overdue, pairs to agree to, hand-overs to sign",
  may: elderPairing.permissions.see,
  at: "list",
  returns: Type.Object({
    ...{ elders: Int, unmatched: Int, uncovered: Int, overdueCount: Int, waitingCount: Int, handoverCount: Int },
    /** Of those who wait, how many were found because somebody had said no. */
    insteadCount: Int,
    /** Whom nobody can come to today; without figures until it was looked for somebody else. */
    alarms: Type.Array(Type.Object({ elderId: Text, elder: Text, need: orNull(Int), offer: orNull(Int) })),
    ladders: Type.Array(Type.Object({ id: Text, elderId: Text, elder: Text, startedAt: Text })),
    overdue: Type.Array(Type.Object({ elderId: Text, elder: Text, village: Text, dueOn: Day, level: Text, snoozedUntil: orNull(Text), helper: orNull(Text) })),
    waiting: Type.Array(Waiting),
    handovers: Type.Array(Type.Object({ id: Text, elderId: Text, elder: Text, openedOn: Day })),
  }),
  async handle({ db, scope, clock }) {
    const today = clock.today();
    const [elders, alarms, ladders, overdue, waiting, handovers, overdueAll, waitingAll, handoverAll, isOfMany] = await Promise.all([
      within(db, scope, "elder_pairing_elder")
        .select((eb) => [eb.fn.countAll<number>().as("n"), eb.fn.count<number>("careFromOn").as("matched")])
        .where("state", "=", "active")
        .executeTakeFirstOrThrow(),
      findAlone(db, scope, today),
      within(db, scope, "elder_pairing_ladder")
        .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_ladder.elderId")
        .select(["elder_pairing_ladder.id", "elder.id as elderId", "elder.name as elder", "startedAt"])
        .where("elder_pairing_ladder.state", "=", "open")
        .orderBy("startedAt")
        .execute(),
      within(db, scope, "elder_pairing_due")
        .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_due.elderId")
        .innerJoin("directory_v1_place as place", "place.id", "elder.placeId")
        .leftJoin("directory_v1_place as town", "town.placePath", "elder.townPath")
        .select(["elder.id as elderId", "elder.name as elder", "place.name as village", "town.name as town", "elder.level"])
        .select((eb) => [eb.fn.min<string>("elder_pairing_due.dueOn").as("dueOn"), eb.fn.max<string | null>("snoozedUntil").as("snoozedUntil")])
        .where((eb) => isLate(eb, today))
        .groupBy(["elder.id", "elder.name", "place.name", "town.name", "elder.level"])
        .orderBy("dueOn")
        .orderBy("elder.name")
        .limit(shown)
        .execute(),
      within(db, scope, "elder_pairing_pair")
        .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
        .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
        .innerJoin("directory_v1_place as place", "place.id", "elder.placeId")
        .leftJoin("directory_v1_place as town", "town.placePath", "elder.townPath")
        .select(["elder_pairing_pair.id as pairId", "elder.id as elderId", "elder.name as elder", "place.name as village", "town.name as town"])
        .select(["cadre.name as cadre", "cadreAgreedAt", "elderAgreedAt", "elder_pairing_pair.startReason"])
        .select((eb) => isAfterNo(eb).as("isAfterNo"))
        .where("elder_pairing_pair.untilOn", "is", null)
        .where("elder_pairing_pair.role", "=", "primary")
        .where("elder_pairing_pair.effectiveOn", "is", null)
        .orderBy("elder_pairing_pair.placePath")
        .orderBy("elder.name")
        .limit(shown)
        .execute(),
      within(db, scope, "elder_pairing_handover")
        .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_handover.elderId")
        .select(["elder_pairing_handover.id", "elder.id as elderId", "elder.name as elder", "openedOn"])
        .where("doneOn", "is", null)
        .where("droppedOn", "is", null)
        .orderBy("openedOn")
        .limit(shown)
        .execute(),
      within(db, scope, "elder_pairing_due")
        .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_due.elderId")
        .select((eb) => eb.fn.count<number>("elder_pairing_due.elderId").distinct().as("n"))
        .where((eb) => isLate(eb, today))
        .executeTakeFirstOrThrow(),
      within(db, scope, "elder_pairing_pair")
        .select((eb) => [eb.fn.countAll<number>().as("n"), eb.fn.countAll<number>().filterWhere(isAfterNo).as("instead")])
        .where("untilOn", "is", null)
        .where("role", "=", "primary")
        .where("effectiveOn", "is", null)
        .executeTakeFirstOrThrow(),
      within(db, scope, "elder_pairing_handover")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where("doneOn", "is", null)
        .where("droppedOn", "is", null)
        .executeTakeFirstOrThrow(),
      spansTowns(within(db, scope, "elder_pairing_elder")),
    ]);
    const comes = await whoComes(
      db,
      today,
      overdue.map(({ elderId }) => elderId),
    );
    const names = await namesOf(
      { db },
      [...comes.values()].map(({ cadreId }) => cadreId),
    );
    return {
      insteadCount: Number(waitingAll.instead),
      ...{ overdueCount: Number(overdueAll.n), waitingCount: Number(waitingAll.n), handoverCount: Number(handoverAll.n) },
      ...{ elders: Number(elders.n), unmatched: Number(elders.n) - Number(elders.matched), uncovered: alarms.length, alarms, ladders, handovers },
      overdue: nameVillages(overdue, isOfMany).map((one) => ({ ...one, helper: names[comes.get(one.elderId)?.cadreId ?? ""] ?? null })),
      waiting: nameVillages(waiting, isOfMany).map(({ cadreAgreedAt, elderAgreedAt, startReason, isAfterNo: isNo, ...one }) => ({
        ...one,
        cadreAgreed: cadreAgreedAt !== null,
        elderAgreed: elderAgreedAt !== null,
        insteadOf: isNo ? startReason : null,
      })),
    };
  },
});
