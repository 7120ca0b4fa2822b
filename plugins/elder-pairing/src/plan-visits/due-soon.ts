import { everywhere } from "@lianxin/plugin-kit";
import type { ElderPairingContext } from "../plugin.js";
import { addDays, monthOf, weekdayOf } from "../tell-time/tell-time.js";
import { newDue } from "./plan-month.js";
import { festivalOf } from "./spring-festival.js";
import { insertDues } from "./store-dues.js";

const why = "somebody comes soon to some elders, whose places were checked";

/** Whom somebody has to come to soon, as they wish: at home, or by telephone. */
interface SoonElder {
  readonly id: string;
  readonly placePath: string;
  readonly wish: string;
}

/** What something happened to one elder asks for: by tomorrow, on whatever day that is. */
export const tomorrow = ({ clock }: Pick<ElderPairingContext, "clock">): string => addDays(clock.today(), 1);

/** After a weather alert: by tomorrow; from the eve of Spring Festival to its third day nothing is due, then it is today, or the first day after. */
export async function alertDay({ clock, use }: Pick<ElderPairingContext, "clock" | "use">): Promise<string> {
  const today = clock.today();
  const year = Number(addDays(today, 1).slice(0, 4));
  const { days } = await use.directory.holidays([year]);
  const closed = festivalOf(year, days)?.closed ?? new Set<string>();
  if (closed.has(addDays(today, 1)) && !closed.has(today)) return today;
  let day = addDays(today, 1);
  while (closed.has(day)) day = addDays(day, 1);
  return day;
}

const rowsOf = ({ db }: Pick<ElderPairingContext, "db">, ids: readonly string[]) =>
  everywhere(db, "elder_pairing_due", why)
    .select(["id", "elderId", "dueOn", "state", "doneOn", "cause"])
    .where("elderId", "in", ["", ...ids]);
type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

/** A visit that was made before its day makes room on it: it stands on the day it was made, or the last free one before. */
async function makeRoom(ctx: ElderPairingContext, made: readonly Row[]): Promise<void> {
  for (const { id, elderId, dueOn: plannedOn, doneOn } of made) {
    const taken = new Set((await rowsOf(ctx, [elderId]).where("dueOn", "<=", doneOn!).execute()).map(({ dueOn }) => dueOn));
    let dueOn = doneOn!;
    while (taken.has(dueOn)) dueOn = addDays(dueOn, -1);
    await ctx.db.updateTable("elder_pairing_due").set({ dueOn, plannedOn }).where("id", "=", id).execute();
  }
}

/**
 * Somebody has to come to each of these elders by a day: what is due that day already becomes urgent, else it is one more; no putting off holds any longer, and no
 * plan made anew takes it away. Who was seen on that very day has been seen. A handful of statements for all of them.
 */
export async function dueSoon(ctx: ElderPairingContext, elders: readonly SoonElder[], dueOn: string): Promise<void> {
  const { db, newId } = ctx;
  if (elders.length === 0) return;
  const ids = elders.map(({ id }) => id);
  await db.updateTable("elder_pairing_due").set({ snoozedUntil: null }).where("elderId", "in", ids).where("snoozedUntil", "is not", null).execute();
  const there = await rowsOf(ctx, ids).where("dueOn", "=", dueOn).execute();
  const waiting = there.filter(({ state }) => state !== "done");
  const open = ["", ...waiting.map(({ id }) => id)];
  await db.updateTable("elder_pairing_due").set({ level: "red", state: "due" }).where("id", "in", open).execute();
  await db.updateTable("elder_pairing_due").set({ cause: "urgent" }).where("id", "in", open).where("cause", "is", null).execute();
  const made = there.filter(({ state, doneOn }) => state === "done" && doneOn !== null && doneOn < dueOn);
  await makeRoom(ctx, made);
  const stays = new Set(there.filter((row) => !made.includes(row)).map(({ elderId }) => elderId));
  const month = monthOf(addDays(dueOn, 4 - weekdayOf(dueOn)));
  const rows = elders.filter(({ id }) => !stays.has(id));
  const urgent = { ...newDue, dueOn, month, level: "red", cause: "urgent" };
  await insertDues(
    ctx,
    rows.map(({ id, placePath, wish }) => ({ ...urgent, id: newId(), placePath, elderId: id, mode: wish === "phone" ? "phone" : "visit" })),
  );
}
