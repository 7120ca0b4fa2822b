import type { Insertable } from "kysely";
import type { ElderPairingContext, ElderPairingDatabase } from "../plugin.js";
import type { OpenPair } from "../plan-pairs/read-facts.js";
import type { ElderFact, PlannedPair } from "../plan-pairs/pair-facts.js";

export type PairRole = "primary" | "backup" | "cover";
type NewPair = Insertable<ElderPairingDatabase["elder_pairing_pair"]>;

/** What shall be from a day on: for each elder named, who has the role; undefined: nobody. */
export interface Wanted {
  readonly role: PairRole;
  readonly elders: readonly ElderFact[];
  readonly pairs: readonly PlannedPair[];
}
export interface Replaced {
  readonly elderId: string;
  readonly fromCadreId: string;
  readonly toCadreId: string;
  readonly pairId: string;
}
export interface PutInForce {
  readonly started: number;
  readonly ended: number;
  /** Primary helpers who follow another: each asks for a hand-over. */
  readonly replaced: readonly Replaced[];
}

export async function endPairs({ db }: Pick<ElderPairingContext, "db">, ids: readonly string[], day: string, reason: string): Promise<void> {
  for (let i = 0; i < ids.length; i += 500)
    await db
      .updateTable("elder_pairing_pair")
      .set({ untilOn: day, endReason: reason })
      .where("id", "in", ids.slice(i, i + 500))
      .where("untilOn", "is", null)
      .execute();
}

async function insertPairs({ db }: Pick<ElderPairingContext, "db">, rows: readonly NewPair[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 300)
    await db
      .insertInto("elder_pairing_pair")
      .values(rows.slice(i, i + 300))
      .execute();
}

/**
 * Ends what is no longer and begins what is new, on a day: a pair that stays is not touched, so history is never rewritten. A primary pair waits for both
 * sides to agree; backups and covers answer at once. O(elders).
 */
export async function putInForce(
  ctx: ElderPairingContext,
  open: readonly OpenPair[],
  { role, elders, pairs }: Wanted,
  { day, reason }: { readonly day: string; readonly reason: string },
): Promise<PutInForce> {
  const { newId, clock } = ctx;
  const current = new Map(open.filter((one) => one.role === role).map((one) => [one.elderId, one]));
  const wanted = new Map(pairs.map((one) => [one.elderId, one]));
  const over: string[] = [];
  const rows: NewPair[] = [];
  const replaced: Replaced[] = [];
  for (const { id: elderId, village, town } of elders) {
    const [now, next] = [current.get(elderId), wanted.get(elderId)];
    if (now?.cadreId === next?.cadreId) continue;
    if (now) over.push(now.id);
    if (!next) continue;
    const id = newId();
    rows.push({
      ...{ id, placePath: village, townPath: town, elderId, cadreId: next.cadreId, role, fromOn: day, untilOn: null },
      ...{ effectiveOn: role === "primary" ? null : day, isPinned: false, startReason: reason, endReason: null, because: next.because },
      ...{ cadreAgreedAt: null, elderAgreedAt: null, elderAgreedBy: null, createdAt: clock.now() },
    });
    if (now && role === "primary") replaced.push({ elderId, fromCadreId: now.cadreId, toCadreId: next.cadreId, pairId: id });
  }
  await endPairs(ctx, over, day, reason);
  await insertPairs(ctx, rows);
  return { started: rows.length, ended: over.length, replaced };
}
