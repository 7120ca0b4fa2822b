import type { CommitmentsContext } from "../plugin.js";
import { dutyOf, findObligation, fulfilmentsOf, obligationsAt, type FulfilmentRow, type ObligationRow } from "./obligation.repository.js";
import type { ObligationCard, ObligationKey, ObligationSums, PeriodCard } from "./obligations.js";
import { errors } from "../errors.js";
import { findPeriod, judgePeriod, planPeriods, type Period } from "./plan-periods.js";

/** A period with what was done in it. O(rows). */
export function judge(period: Period, rows: readonly FulfilmentRow[], today: string): PeriodCard {
  const inside = rows.filter(({ onDay }) => onDay >= period.fromOn && onDay <= period.toOn);
  const done = inside.filter(({ kind }) => kind === "done").length;
  const excuse = inside.find(({ kind }) => kind === "excused")?.reason ?? null;
  return { ...period, done, excuse, standing: judgePeriod(period, done, excuse !== null, today) };
}

/** The row; throws obligationUnknown. */
export async function getObligation({ db }: Pick<CommitmentsContext, "db">, which: ObligationKey): Promise<ObligationRow> {
  const row = await findObligation(db, which);
  if (!row) throw errors.obligationUnknown({ kind: which.kind, key: which.key });
  return row;
}

export async function periodsOf(ctx: CommitmentsContext, which: ObligationKey, until = ctx.clock.today()): Promise<PeriodCard[]> {
  const row = await getObligation(ctx, which);
  const periods = planPeriods(dutyOf(row), row.fromOn, until);
  const rows = (await fulfilmentsOf(ctx.db, [row.id], row.fromOn, periods.at(-1)?.toOn ?? until)).get(row.id) ?? [];
  return periods.map((period) => judge(period, rows, ctx.clock.today()));
}

export async function standAt(
  ctx: CommitmentsContext,
  { kind, path, on = ctx.clock.today() }: { readonly kind: string; readonly path: string; readonly on?: string },
): Promise<ObligationCard[]> {
  const held = (await obligationsAt(ctx.db, kind, path)).flatMap((row) => {
    const period = findPeriod(dutyOf(row), on);
    return period ? [{ row, period }] : [];
  });
  const [from, to] = [
    held.map(({ period }) => period.fromOn).sort()[0] ?? on,
    held
      .map(({ period }) => period.toOn)
      .sort()
      .at(-1) ?? on,
  ];
  const done = await fulfilmentsOf(
    ctx.db,
    held.map(({ row }) => row.id),
    from,
    to,
  );
  return held.map(({ row, period }) => ({
    ...{ kind: row.kind, key: row.key, holderId: row.holderId, placePath: row.placePath, title: row.title },
    period: judge(period, done.get(row.id) ?? [], ctx.clock.today()),
  }));
}

export async function sumObligations(
  ctx: CommitmentsContext,
  { kind, path, from, to }: { readonly kind: string; readonly path: string; readonly from: string; readonly to: string },
): Promise<ObligationSums> {
  const rows = await obligationsAt(ctx.db, kind, path);
  const ended = rows.map((row) => ({ row, periods: planPeriods(dutyOf(row), from, to).filter(({ toOn }) => toOn >= from && toOn <= to) }));
  const first = ended.flatMap(({ periods }) => periods.map(({ fromOn }) => fromOn)).sort()[0] ?? from;
  const done = await fulfilmentsOf(
    ctx.db,
    rows.map(({ id }) => id),
    first,
    to,
  );
  const sums = { asked: 0, done: 0, missed: 0, excused: 0 };
  for (const { row, periods } of ended)
    for (const period of periods) {
      const card = judge(period, done.get(row.id) ?? [], ctx.clock.today());
      const counted = Math.min(card.done, card.floor);
      sums.asked += card.floor;
      sums.done += counted;
      sums[card.excuse === null ? "missed" : "excused"] += card.floor - counted;
    }
  return sums;
}
