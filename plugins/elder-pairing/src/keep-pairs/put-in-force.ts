import { insertRows } from "@lianxin/plugin-kit";
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
  if (ids.length === 0) return;
  await db
    .updateTable("elder_pairing_pair")
    .set({ untilOn: day, endReason: reason })
    .where("id", "in", [...ids])
    .where("untilOn", "is", null)
    .execute();
}

/** What has to be written for what shall be: pairs that end, pairs that begin. */
export interface PairChange {
  readonly over: readonly string[];
  readonly rows: readonly NewPair[];
  readonly replaced: readonly Replaced[];
}
interface Moment {
  readonly day: string;
  readonly reason: string;
}

/** Compares what shall be with the open pairs: a pair that stays is not touched, so history is never rewritten. Writes nothing. O(elders). */
export function changeOf(
  { newId, clock }: Pick<ElderPairingContext, "newId" | "clock">,
  open: readonly OpenPair[],
  { role, elders, pairs }: Wanted,
  { day, reason }: Moment,
): PairChange {
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
    // What is not said is null: a county's 1,756 rows carry no nulls to the database.
    rows.push({
      ...{ id, placePath: village, townPath: town, elderId, cadreId: next.cadreId, role, fromOn: day, effectiveOn: role === "primary" ? null : day },
      ...{ isPinned: false, startReason: reason, because: next.because, createdAt: clock.now() },
    });
    // Who never was helper has nothing to hand over.
    if (now && now.effectiveOn !== null && role === "primary") replaced.push({ elderId, fromCadreId: now.cadreId, toCadreId: next.cadreId, pairId: id });
  }
  return { over, rows, replaced };
}

/** Ends and begins, in two statements. */
export async function applyChange(ctx: Pick<ElderPairingContext, "db">, { over, rows }: PairChange, { day, reason }: Moment): Promise<void> {
  await endPairs(ctx, over, day, reason);
  await insertRows(ctx.db, "elder_pairing_pair", rows);
}

/**
 * Ends what is no longer and begins what is new, on a day. A primary pair waits for both sides to agree; backups and covers answer at once. O(elders).
 */
export async function putInForce(ctx: ElderPairingContext, open: readonly OpenPair[], wanted: Wanted, moment: Moment): Promise<PutInForce> {
  const change = changeOf(ctx, open, wanted, moment);
  await applyChange(ctx, change, moment);
  return { started: change.rows.length, ended: change.over.length, replaced: change.replaced };
}
