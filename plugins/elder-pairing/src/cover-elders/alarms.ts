import { everywhere } from "@lianxin/plugin-kit";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import type { ElderFact, PairShortage } from "../plan-pairs/pair-facts.js";

/** One alarm for an elder and a day, however often it is found; taken back when somebody was found later that day. Gives how many stand. */
export async function raiseAlarms(ctx: ElderPairingContext, elders: readonly ElderFact[], shortages: readonly PairShortage[], day: string): Promise<number> {
  const { db, newId, clock, publish } = ctx;
  for (const { id: elderId, village } of elders) {
    const { need, offer } = shortages.find(({ unserved }) => unserved.includes(elderId)) ?? { need: elders.length, offer: 0 };
    const row = { id: newId(), placePath: village, elderId, onDay: day, need, offer, createdAt: clock.now() };
    const made = await db
      .insertInto("elder_pairing_alarm")
      .values(row)
      .onConflict((oc) => oc.doNothing())
      .returning("id")
      .execute();
    if (made.length > 0) publish("uncovered", elderId, { elderId, day, need, offer });
  }
  return elders.length;
}

/** Alarms of a day that found somebody after all are over. */
export async function settleAlarms({ db }: Pick<ElderPairingContext, "db">, uncovered: readonly string[], day: string): Promise<void> {
  const query = db.deleteFrom("elder_pairing_alarm").where("onDay", "=", day);
  await (uncovered.length === 0 ? query : query.where("elderId", "not in", uncovered)).execute();
}

export const alarmsOn = (db: ElderPairingDb, day: string) =>
  everywhere(db, "elder_pairing_alarm", "doctor and the day's work look at all alarms").selectAll().where("onDay", "=", day).orderBy("elderId").execute();
