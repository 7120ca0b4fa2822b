import { everywhere } from "@lianxin/plugin-kit";
import { watchDay } from "../cover-elders/watch-day.js";
import { errors } from "../errors.js";
import { leaveCare } from "../keep-people/change-elder.js";
import type { CadreRow, ElderRow } from "../keep-people/people.repository.js";
import { findCadre } from "../keep-people/people.repository.js";
import type { ElderPairingContext } from "../plugin.js";
import { addDays, isDay } from "../tell-time/tell-time.js";

export async function getCadre({ db }: Pick<ElderPairingContext, "db">, id: string): Promise<CadreRow> {
  const row = await findCadre(db, id);
  if (!row) throw errors.cadreUnknown({}, "params.cadreId");
  return row;
}

/** The townships a cadre's coming and going concerns: their own, and those of the elders they have. */
async function townsOf({ db }: ElderPairingContext, { id, townPath }: CadreRow): Promise<readonly string[]> {
  const rows = await everywhere(db, "elder_pairing_pair", "one cadre, whose place was checked")
    .innerJoin("elder_pairing_elder as elder", "elder.id", "elder_pairing_pair.elderId")
    .select("elder.townPath")
    .distinct()
    .where("elder_pairing_pair.cadreId", "=", id)
    .where("elder_pairing_pair.untilOn", "is", null)
    .execute();
  return [...new Set([townPath, ...rows.map((row) => row.townPath)])];
}

function readDay({ clock }: ElderPairingContext, day: string, field: string): string {
  if (!isDay(day)) throw errors.dayInvalid({ value: day }, field);
  if (day < clock.today()) throw errors.dayPast({ day }, field);
  return day;
}

/**
 * A cadre's last day is the day before `day`. From then on their backups answer, their pairs end, others are found with as few moves as can be, and
 * each elder's hand-over sheet is opened. Throws dayInvalid, dayPast, dayAhead of who died, cadreLeft.
 */
export async function transferCadre(ctx: ElderPairingContext, cadre: CadreRow, day: string, kind: "transferred" | "deceased" = "transferred"): Promise<void> {
  if (cadre.state !== "active") throw errors.cadreLeft();
  const untilOn = readDay(ctx, day, "body.day");
  if (kind === "deceased" && untilOn > ctx.clock.today()) throw errors.dayAhead({ day: untilOn }, "body.day");
  const state = untilOn <= ctx.clock.today() ? kind : "active";
  await ctx.db
    .updateTable("elder_pairing_cadre")
    .set({ untilOn, state, version: cadre.version + 1 })
    .where("id", "=", cadre.id)
    .execute();
  ctx.audit("cadre.leave", cadre.id, { day: untilOn, kind });
  await watchDay(ctx, kind, await townsOf(ctx, cadre));
}

/** A transfer that was announced and has not come does not take place. Throws transferNone where there is none, or its day has come. */
export async function cancelTransfer({ db, clock, audit }: ElderPairingContext, cadre: CadreRow): Promise<void> {
  if (cadre.state !== "active" || cadre.untilOn === null || cadre.untilOn <= clock.today()) throw errors.transferNone();
  await db
    .updateTable("elder_pairing_cadre")
    .set({ untilOn: null, version: cadre.version + 1 })
    .where("id", "=", cadre.id)
    .execute();
  audit("cadre.stay", cadre.id);
}

/** Is anybody of a unit here, at or below a place? */
const hasUnit = ({ db }: ElderPairingContext, path: string, unit: string) =>
  everywhere(db, "elder_pairing_cadre", "cadres of a unit at or below a place that was checked")
    .select("id")
    .where("unit", "=", unit)
    .where("state", "=", "active")
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .executeTakeFirst();

/**
 * All cadres of a unit at or below a place leave on one day (整单位调出); who was to leave before that day leaves then all the same. Gives how many, and how many of their elders nobody can come to now; before the
 * day has come nothing changes for anybody. Throws unitUnknown and as transferCadre.
 */
export async function transferUnit(
  ctx: ElderPairingContext,
  path: string,
  unit: string,
  day: string,
): Promise<{ readonly cadres: number; readonly alone: number }> {
  const untilOn = readDay(ctx, day, "body.day");
  const state = untilOn <= ctx.clock.today() ? "transferred" : "active";
  const gone = await ctx.db
    .updateTable("elder_pairing_cadre")
    .set((eb) => ({ untilOn, state, version: eb("version", "+", 1) }))
    .where("unit", "=", unit)
    .where("state", "=", "active")
    .where("placePath", ">=", path)
    .where("placePath", "<", `${path}\uffff`)
    .where((eb) => eb.or([eb("untilOn", "is", null), eb("untilOn", ">", untilOn)]))
    .returning("id")
    .execute();
  if (gone.length === 0 && !(await hasUnit(ctx, path, unit))) throw errors.unitUnknown({}, "body.unit");
  ctx.audit("unit.leave", unit, { day: untilOn, cadres: gone.length });
  const theirs = await everywhere(ctx.db, "elder_pairing_pair", "elders of a unit whose place was checked")
    .select("elderId")
    .distinct()
    .where("cadreId", "in", ["", ...gone.map(({ id }) => id)])
    .where("untilOn", "is", null)
    .execute();
  const uncovered = new Set(await watchDay(ctx, "transferred"));
  return { cadres: gone.length, alone: theirs.filter(({ elderId }) => uncovered.has(elderId)).length };
}

type Leave = Readonly<Record<"id" | "fromOn", string>>;
/** Days on which a cadre cannot come, both included; from the first on the backup covers. Gives the day it begins: today, where an earlier one is given. Throws dayInvalid, dayPast, datesTurned, cadreLeft. */
export async function addLeave(ctx: ElderPairingContext, cadre: CadreRow, fromOn: string, toOn: string): Promise<Leave> {
  if (cadre.state !== "active") throw errors.cadreLeft();
  readDay(ctx, toOn, "body.toOn");
  if (!isDay(fromOn)) throw errors.dayInvalid({ value: fromOn }, "body.fromOn");
  if (toOn < fromOn) throw errors.datesTurned({}, "body.toOn");
  const id = ctx.newId();
  // Days that have passed stay what they were.
  const from = fromOn < ctx.clock.today() ? ctx.clock.today() : fromOn;
  await ctx.db.insertInto("elder_pairing_leave").values({ id, cadreId: cadre.id, fromOn: from, toOn, enteredAt: ctx.clock.now() }).execute();
  ctx.audit("leave", cadre.id, { fromOn: from, toOn });
  await watchDay(ctx, "leave", await townsOf(ctx, cadre));
  return { id, fromOn: from };
}

/** A cadre is here again from `day` on, sooner than was said, or does not go at all; days that have passed stay what they were. Throws dayInvalid, dayPast, leaveUnknown, leaveOver. */
export async function endLeave(ctx: ElderPairingContext, cadre: CadreRow, leaveId: string, day: string): Promise<void> {
  const { db, audit } = ctx;
  readDay(ctx, day, "body.day");
  const row = await db.selectFrom("elder_pairing_leave").selectAll().where("id", "=", leaveId).where("cadreId", "=", cadre.id).executeTakeFirst();
  if (!row) throw errors.leaveUnknown({}, "params.leaveId");
  if (day > row.toOn) throw errors.leaveOver({ day: row.toOn }, "body.day");
  if (day <= row.fromOn) await db.deleteFrom("elder_pairing_leave").where("id", "=", row.id).execute();
  else
    await db
      .updateTable("elder_pairing_leave")
      .set({ toOn: addDays(day, -1) })
      .where("id", "=", row.id)
      .execute();
  audit("leave.end", cadre.id, { day });
  await watchDay(ctx, "leave", await townsOf(ctx, cadre));
}

/** An elder died or moved away: their pairs end today, their helpers are free for others. Throws elderLeft. */
export async function endElder(ctx: ElderPairingContext, elder: ElderRow, state: "deceased" | "moved"): Promise<void> {
  const { db, clock, audit } = ctx;
  if (elder.state !== "active") throw errors.elderLeft();
  await db
    .updateTable("elder_pairing_elder")
    .set({ state, untilOn: clock.today(), version: elder.version + 1 })
    .where("id", "=", elder.id)
    .execute();
  await leaveCare(ctx, elder.id, state);
  audit("elder.end", elder.id, { state });
  await watchDay(ctx, state, [elder.townPath]);
}
