import { everywhere } from "@lianxin/plugin-kit";
import type { CommitmentsContext, CommitmentsDb } from "../plugin.js";
import type { ObligationKey } from "./obligations.js";
import type { Cadence, Duty } from "./plan-periods.js";

const all = (db: CommitmentsDb) => everywhere(db, "commitments_obligation", "obligations are asked for by the plugin that registered them");

export const findObligation = (db: CommitmentsDb, { kind, key }: ObligationKey) =>
  all(db).selectAll().where("kind", "=", kind).where("key", "=", key).executeTakeFirst();
export type ObligationRow = NonNullable<Awaited<ReturnType<typeof findObligation>>>;

/** Waits until nobody else writes to an obligation, and gives it as they left it. */
export async function takeObligationTurn(db: CommitmentsDb, id: string): Promise<ObligationRow> {
  await db
    .updateTable("commitments_obligation")
    .set((row) => ({ title: row.ref("title") }))
    .where("id", "=", id)
    .execute();
  return all(db).selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

export const dutyOf = ({ unit, every, isAligned, floor, fromOn, toOn }: ObligationRow): Duty => ({
  cadence: { unit: unit as Cadence["unit"], every, isAligned },
  floor,
  fromOn,
  toOn,
});

export const obligationsAt = (db: CommitmentsDb, kind: string, path: string): Promise<ObligationRow[]> =>
  all(db).selectAll().where("kind", "=", kind).where("placePath", ">=", path).where("placePath", "<", `${path}\uffff`).orderBy("key").execute();

/** Obligations whose running period is over, the longest over first. */
export const toClose = ({ db, clock }: CommitmentsContext, limit: number): Promise<ObligationRow[]> =>
  all(db).selectAll().where("closesOn", "<=", clock.today()).orderBy("closesOn").orderBy("id").limit(limit).execute();

const fulfilmentsIn = (db: CommitmentsDb, ids: readonly string[], from: string, to: string) =>
  db
    .selectFrom("commitments_fulfilment")
    .selectAll()
    .where("obligationId", "in", ["", ...ids])
    .where("onDay", ">=", from)
    .where("onDay", "<=", to)
    .execute();
export type FulfilmentRow = Awaited<ReturnType<typeof fulfilmentsIn>>[number];

/** What was done and excused between two days, by obligation; a query for each 500. */
export async function fulfilmentsOf(db: CommitmentsDb, ids: readonly string[], from: string, to: string): Promise<ReadonlyMap<string, FulfilmentRow[]>> {
  const byObligation = new Map<string, FulfilmentRow[]>();
  for (let at = 0; at < ids.length; at += 500)
    for (const row of await fulfilmentsIn(db, ids.slice(at, at + 500), from, to))
      byObligation.set(row.obligationId, [...(byObligation.get(row.obligationId) ?? []), row]);
  return byObligation;
}
