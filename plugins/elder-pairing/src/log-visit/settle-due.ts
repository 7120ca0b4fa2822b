import { everywhere } from "@lianxin/plugin-kit";
import { statesBefore, visitMoves } from "../keep-state/states.js";
import type { ElderPairingContext } from "../plugin.js";
import { addDays, monthOf, weekdayOf } from "../tell-time/tell-time.js";

type OpenDue = { readonly id: string; readonly dueOn: string; readonly level: string; readonly month: string };
const monthBefore = 31;
/** No visit settles what fell due longer before it, in days. */
export const settledBack = 2 * monthBefore;

/**
 * Which of what is planned a visit of a day settles: what was overdue before it, and besides the one of its own time, the earliest of its week for red ones, of
 * its month for others. What was planned of red ones in weeks before is over: another week is no visit of theirs.
 */
export function settles(rows: readonly OpenDue[], day: string): { readonly done: readonly string[]; readonly missed: readonly string[] } {
  const monday = addDays(day, 1 - weekdayOf(day));
  const isOwn = ({ dueOn, level, month }: OpenDue): boolean => (level === "red" ? dueOn >= monday && dueOn <= addDays(monday, 6) : month === monthOf(day));
  const own = rows.filter(isOwn).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const before = rows.filter(({ dueOn, level }) => dueOn <= day && (level === "red" ? dueOn >= monday : dueOn >= addDays(day, -monthBefore)));
  const done = [...new Set([...own.slice(0, 1), ...before].map(({ id }) => id))];
  return { done, missed: rows.filter(({ id, level, dueOn }) => level === "red" && dueOn < monday && !done.includes(id)).map(({ id }) => id) };
}

/** Settles what a visit settles, and lets what is over be missed. */
export async function settleDue({ db }: Pick<ElderPairingContext, "db">, elderId: string, visitId: string, day: string): Promise<void> {
  const rows = await everywhere(db, "elder_pairing_due", "what is due of one elder, whose place was checked")
    .select(["id", "dueOn", "level", "month"])
    .where("elderId", "=", elderId)
    .where("state", "in", statesBefore(visitMoves.visit))
    .where("dueOn", ">=", addDays(day, -settledBack))
    .where("dueOn", "<=", addDays(day, monthBefore))
    .execute();
  const { done, missed } = settles(rows, day);
  if (done.length > 0) await db.updateTable("elder_pairing_due").set({ state: "done", doneOn: day, visitId }).where("id", "in", done).execute();
  if (missed.length > 0) await db.updateTable("elder_pairing_due").set({ state: "missed" }).where("id", "in", missed).execute();
}
