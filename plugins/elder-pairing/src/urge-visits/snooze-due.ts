import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { ElderRow } from "../keep-people/people.repository.js";
import { statesBefore, visitMoves } from "../keep-state/states.js";
import type { ElderPairingContext } from "../plugin.js";
import { addDays, isDay, lastOfMonth } from "../tell-time/tell-time.js";
import type { snoozeReasons } from "../words.js";

/** Days that something overdue may wait at most; weekly ones would else miss a week, and later than this is a month without a visit. */
const longest = { red: 3, other: 14 } as const;

/** So often one visit may be put off: who is away for longer has another wish, or is no longer here. */
const snoozesMost = 2;

export interface Snooze {
  readonly until: string;
  readonly reason: (typeof snoozeReasons)[number];
  /** In the words of whoever puts it off; sealed. */
  readonly words?: string | undefined;
}

/** The last day something of an elder's may wait until: a few days for red ones; for those visited monthly whatever the level, the month's end at most. */
export function latestSnooze({ level, isSpecial }: Pick<ElderRow, "level" | "isSpecial">, today: string): string {
  const latest = addDays(today, level === "red" ? longest.red : longest.other);
  const floor = level !== "green" || isSpecial ? lastOfMonth(today) : latest;
  return floor < latest ? floor : latest;
}

/**
 * What is due of an elder by now waits until a day, and says why; nobody is told meanwhile. The day put right on the day it was said counts as once. Gives how many. Throws dayInvalid, dayPast, snoozeLong with the
 * last day that is possible, snoozeNever where there is none, snoozeSpent where each of them was put off too often already.
 */
export async function snoozeDue({ db, clock, audit }: ElderPairingContext, elder: ElderRow, { until, reason, words }: Snooze): Promise<number> {
  const today = clock.today();
  if (!isDay(until)) throw errors.dayInvalid({ value: until }, "body.until");
  if (until <= today) throw errors.dayPast({ day: until }, "body.until");
  const latest = latestSnooze(elder, today);
  if (latest <= today) throw errors.snoozeNever({}, "body.until");
  if (until > latest) throw errors.snoozeLong({ day: latest }, "body.until");
  const rows = await everywhere(db, "elder_pairing_due", "what is due of one elder, whose place was checked")
    .select(["id", "snoozes", "snoozedOn", "snoozedUntil"])
    .where("elderId", "=", elder.id)
    .where("state", "in", statesBefore(visitMoves.putOff))
    .where("dueOn", "<=", today)
    .execute();
  const counted = rows.map(({ id, snoozes, snoozedOn, snoozedUntil }) => {
    const isPutRight = snoozedOn === today && snoozedUntil !== null && snoozedUntil > today;
    return { id, snoozes: (snoozes ?? 0) + (isPutRight ? 0 : 1) };
  });
  const free = counted.filter(({ snoozes }) => snoozes <= snoozesMost);
  if (rows.length > 0 && free.length === 0) throw errors.snoozeSpent({ count: snoozesMost });
  for (const { id, snoozes } of free)
    await db
      .updateTable("elder_pairing_due")
      .set({ snoozedUntil: until, snoozeReason: reason, snoozeNote: words ?? null, snoozes, snoozedOn: today })
      .where("id", "=", id)
      .execute();
  audit("snooze", elder.id, { until, reason });
  return free.length;
}
