import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { ElderRow } from "../keep-people/people.repository.js";
import type { ElderPairingContext } from "../plugin.js";
import { newDue } from "../plan-visits/plan-month.js";
import { festivalOf } from "../plan-visits/spring-festival.js";
import { addDays, isDay, monthOf, weekdayOf } from "../tell-time/tell-time.js";

/** A day is agreed on this far ahead at most. */
const farthest = 92;

/**
 * The day agreed on at the door for the next time: what is planned in that month (of red ones in that week) moves there, else it is one more day; a day that
 * is planned already stays, and one that passed while the phone kept the visit is left out, as is one of who died or left since or wishes no visit. Throws dayInvalid, dayPast, dayFar, dayClosed from the eve of Spring
 * Festival to its third day.
 */
export async function setNext(
  { db, newId, clock, use }: ElderPairingContext,
  { id: elderId, placePath, level, wish, state: standing }: ElderRow,
  { visitId, visitedOn, nextOn }: { readonly visitId: string; readonly visitedOn: string; readonly nextOn: string },
): Promise<void> {
  const today = clock.today();
  if (!isDay(nextOn)) throw errors.dayInvalid({ value: nextOn }, "body.nextOn");
  if (nextOn <= visitedOn) throw errors.dayPast({ day: nextOn }, "body.nextOn");
  if (nextOn > addDays(today, farthest)) throw errors.dayFar({ days: farthest }, "body.nextOn");
  if (nextOn <= today || standing !== "active" || wish === "none") return;
  const year = Number(nextOn.slice(0, 4));
  const { days } = await use.directory.holidays([year]);
  if (festivalOf(year, days)?.closed.has(nextOn)) throw errors.dayClosed({ day: nextOn }, "body.nextOn");
  const monday = addDays(nextOn, 1 - weekdayOf(nextOn));
  const rows = await everywhere(db, "elder_pairing_due", "what is due of one elder, whose place was checked")
    .select(["id", "dueOn", "month", "state"])
    .where("elderId", "=", elderId)
    .where("dueOn", ">", today)
    .orderBy("dueOn")
    .execute();
  if (rows.some(({ dueOn }) => dueOn === nextOn)) return;
  const isSame = ({ dueOn, month }: (typeof rows)[number]): boolean =>
    level === "red" ? dueOn >= monday && dueOn <= addDays(monday, 6) : month === monthOf(nextOn);
  const moved = rows.find((row) => row.state === "due" && isSame(row));
  if (moved) {
    await db.updateTable("elder_pairing_due").set({ dueOn: nextOn, cause: "agreed", agreedAtId: visitId }).where("id", "=", moved.id).execute();
    return;
  }
  await db
    .insertInto("elder_pairing_due")
    .values({
      id: newId(),
      placePath,
      elderId,
      dueOn: nextOn,
      month: level === "red" ? monthOf(addDays(monday, 3)) : monthOf(nextOn),
      level,
      mode: wish === "phone" ? "phone" : "visit",
      ...newDue,
      ...{ cause: "agreed", agreedAtId: visitId },
    })
    .execute();
}
