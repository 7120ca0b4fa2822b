import { errors } from "../errors.js";
import { getPersonId } from "../make-commitment/check-parties.js";
import { shiftDay } from "../measure-time/choose-light.js";
import { getDay } from "../measure-time/get-due-day.js";
import type { CommitmentsContext } from "../plugin.js";
import { getObligation, judge, periodsOf, standAt, sumObligations } from "./judge-obligations.js";
import { dutyOf, findObligation, fulfilmentsOf, takeObligationTurn, toClose, type ObligationRow } from "./obligation.repository.js";
import type { NewObligation, ObligationKey, Obligations } from "./obligations.js";
import { cadenceUnits, findPeriod, planPeriods, type Duty } from "./plan-periods.js";

/** The first day on which the period after `day` is over, or null when the obligation has ended by then. */
const closesAfter = (duty: Duty, day: string): string | null => {
  const period = findPeriod(duty, day < duty.fromOn ? duty.fromOn : day);
  return period ? shiftDay(period.toOn, 1) : null;
};

/** What is kept of it; throws obligationOdd (naming the field), dayUnknown, personUnknown. */
async function readObligation({ use }: CommitmentsContext, input: NewObligation): Promise<Omit<ObligationRow, "id" | "closesOn">> {
  const { kind, key, placePath, title, floor = 1, cadence } = input;
  const { unit, every = 1, isAligned = true } = cadence;
  const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;
  const odd = [
    [/^[a-z][a-z-]*\.[a-zA-Z.-]+$/.test(kind) && key !== "", "kind"],
    [placePath.endsWith("/"), "placePath"],
    [title.trim() !== "", "title"],
    [cadenceUnits.includes(unit) && isWhole(every, 366), "cadence"],
    [isWhole(floor, 1000), "floor"],
    [input.toOn === undefined || input.toOn >= input.fromOn, "toOn"],
  ].find(([isFine]) => !isFine);
  if (odd) throw errors.obligationOdd({ field: String(odd[1]) }, String(odd[1]));
  const holderId = await getPersonId(use.directory, input.holderId, "holderId");
  const [fromOn, toOn] = [getDay(input.fromOn, "fromOn"), input.toOn === undefined ? null : getDay(input.toOn, "toOn")];
  return { kind, key, placePath, holderId, title: title.trim(), unit, every, isAligned, floor, fromOn, toOn };
}

async function register(ctx: CommitmentsContext, input: NewObligation): Promise<string> {
  const { db, newId, audit } = ctx;
  const row = await readObligation(ctx, input);
  const known = await findObligation(db, input);
  if (known) {
    const differs = (Object.keys(row) as (keyof typeof row)[]).some((name) => name !== "toOn" && row[name] !== known[name]);
    if (differs) throw errors.obligationDiffers({ kind: row.kind, key: row.key });
    return known.id;
  }
  const id = newId();
  const kept = { ...row, id };
  await db
    .insertInto("commitments_obligation")
    .values({ ...kept, closesOn: closesAfter(dutyOf({ ...kept, closesOn: null }), row.fromOn) })
    .execute();
  audit("obligation.register", id, { kind: row.kind });
  return id;
}

/** When the period that is not told of yet is over, now that the obligation ends on a day; null where all that is left was told of. */
function lastClose(row: ObligationRow, toOn: string): string | null {
  if (row.closesOn === null) return null;
  const untold = findPeriod(dutyOf(row), shiftDay(row.closesOn, -1))!;
  return toOn < untold.fromOn ? null : [row.closesOn, shiftDay(toOn, 1)].sort()[0]!;
}

async function end(ctx: CommitmentsContext, which: ObligationKey, on: string): Promise<void> {
  const { id } = await getObligation(ctx, which);
  const row = await takeObligationTurn(ctx.db, id);
  const toOn = getDay(on, "on");
  if (toOn < row.fromOn) throw errors.obligationOdd({ field: "on" }, "on");
  const closesOn = lastClose(row, toOn);
  await ctx.db.updateTable("commitments_obligation").set({ toOn, closesOn }).where("id", "=", row.id).execute();
  ctx.audit("obligation.end", row.id, { toOn });
}

async function note(
  ctx: CommitmentsContext,
  which: ObligationKey,
  time: { kind: "done" | "excused"; key: string; on: string; reason: string | null },
): Promise<void> {
  const row = await getObligation(ctx, which);
  const onDay = getDay(time.on, "on");
  const period = findPeriod(dutyOf(row), onDay);
  if (!period) throw errors.obligationOver({ fromOn: row.fromOn, toOn: row.toOn ?? "" }, "on");
  const key = time.kind === "excused" ? period.fromOn : time.key;
  await ctx.db
    .insertInto("commitments_fulfilment")
    .values({ id: ctx.newId(), obligationId: row.id, kind: time.kind, key, onDay: time.kind === "excused" ? period.fromOn : onDay, reason: time.reason })
    .onConflict((oc) => oc.columns(["obligationId", "kind", "key"]).doNothing())
    .execute();
}

async function unfulfil(ctx: CommitmentsContext, which: ObligationKey, key: string): Promise<void> {
  const { id } = await getObligation(ctx, which);
  await ctx.db.deleteFrom("commitments_fulfilment").where("obligationId", "=", id).where("kind", "=", "done").where("key", "=", key).execute();
}

async function excuse(ctx: CommitmentsContext, which: ObligationKey, { on, reason }: { readonly on: string; readonly reason: string }): Promise<void> {
  if (!reason.trim()) throw errors.reasonNeeded({}, "reason");
  await note(ctx, which, { kind: "excused", key: "", on, reason: reason.trim() });
}

/** So many at a time, as other writes wait meanwhile. */
const slice = 100;

/** Tells of each period that ended with less than its floor, once, however long the server slept. Gives how many obligations were looked at. */
export async function closePeriods(ctx: CommitmentsContext): Promise<number> {
  const { db, clock, publish } = ctx;
  const [rows, today] = [await toClose(ctx, slice), clock.today()];
  for (const { id } of [...rows].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const row = await takeObligationTurn(db, id);
    if (row.closesOn === null || row.closesOn > today) continue;
    const duty = dutyOf(row);
    const over = planPeriods(duty, shiftDay(row.closesOn, -1), shiftDay(today, -1)).filter(({ toOn }) => toOn < today);
    const done = (await fulfilmentsOf(db, [row.id], over[0]?.fromOn ?? today, today)).get(row.id) ?? [];
    for (const card of over.map((period) => judge(period, done, today)).filter(({ standing }) => standing === "missed"))
      publish("obligationMissed", row.id, {
        ...{ obligationId: row.id, kind: row.kind, key: row.key, holderId: row.holderId },
        ...{ fromOn: card.fromOn, toOn: card.toOn, due: card.floor, done: card.done },
      });
    await db
      .updateTable("commitments_obligation")
      .set({ closesOn: closesAfter(duty, today) })
      .where("id", "=", row.id)
      .execute();
  }
  return rows.length;
}

/** Obligations as other plugins use them, on their own connection. */
export const keepObligations = (ctx: CommitmentsContext): Obligations => ({
  register: (obligation) => register(ctx, obligation),
  end: (which, on) => end(ctx, which, on),
  fulfil: (which, time) => note(ctx, which, { kind: "done", ...time, reason: null }),
  unfulfil: (which, key) => unfulfil(ctx, which, key),
  excuse: (which, period) => excuse(ctx, which, period),
  periodsOf: (which, until) => periodsOf(ctx, which, until),
  standAt: (asked) => standAt(ctx, asked),
  sums: (asked) => sumObligations(ctx, asked),
});
