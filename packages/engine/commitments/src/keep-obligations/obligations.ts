import type { Cadence, Period, PeriodStanding } from "./plan-periods.js";

/** Who has to do what, how often, how many times at least, from when to when. */
export interface NewObligation {
  /** Which plugin's and what: "elder-pairing.visit". */
  readonly kind: string;
  /** The plugin's own name for this one; registered once. */
  readonly key: string;
  readonly holderId: string;
  readonly placePath: string;
  readonly title: string;
  readonly cadence: { readonly unit: Cadence["unit"]; readonly every?: number; readonly isAligned?: boolean };
  /** So many times a period; 1 when not said. */
  readonly floor?: number;
  readonly fromOn: string;
  readonly toOn?: string;
}
/** An obligation by its plugin's name for it. */
export interface ObligationKey {
  readonly kind: string;
  readonly key: string;
}
export interface PeriodCard extends Period {
  readonly done: number;
  readonly standing: PeriodStanding;
  readonly excuse: string | null;
}
export interface ObligationCard extends ObligationKey {
  readonly holderId: string;
  readonly placePath: string;
  readonly title: string;
  readonly period: PeriodCard;
}
/** Of the periods that ended in a span: how many times it was asked for, done (never more than asked for), missed, excused. asked = done + missed + excused. */
export interface ObligationSums {
  readonly asked: number;
  readonly done: number;
  readonly missed: number;
  readonly excused: number;
}

/**
 * The one mechanism for what comes again and again: visits, monthly meetings, record checks. Registering, fulfilling and excusing may be said twice;
 * the second time changes nothing.
 *
 * @example
 * await use.commitments.obligations.register({ kind: "elder-pairing.visit", key: pairId, holderId, placePath, title: "每月看望", cadence: { unit: "month" }, fromOn });
 * await use.commitments.obligations.fulfil({ kind: "elder-pairing.visit", key: pairId }, { on: "2026-11-20", key: visitId });
 */
export interface Obligations {
  /** Its id. The same kind and key with other facts is refused (obligationDiffers): what changed ends, and another begins, so that history stays. */
  register(obligation: NewObligation): Promise<string>;
  /** Its last day. A period that is cut off asks for the share of its days. */
  end(which: ObligationKey, on: string): Promise<void>;
  /** It was done on a day; `key` names this one time. */
  fulfil(which: ObligationKey, time: { readonly on: string; readonly key: string }): Promise<void>;
  /** That time did not count after all. */
  unfulfil(which: ObligationKey, key: string): Promise<void>;
  /** It need not be done in the period that holds this day, and why. */
  excuse(which: ObligationKey, period: { readonly on: string; readonly reason: string }): Promise<void>;
  /** Its periods from its first day to a day (today when none is given). */
  periodsOf(which: ObligationKey, until?: string): Promise<readonly PeriodCard[]>;
  /** Every obligation of a kind at or below a path with the period that holds a day (today when none is given). O(obligations). */
  standAt(asked: { readonly kind: string; readonly path: string; readonly on?: string }): Promise<readonly ObligationCard[]>;
  /** Sums over the periods of a kind at or below a path that ended between two days, both included. O(periods). */
  sums(asked: { readonly kind: string; readonly path: string; readonly from: string; readonly to: string }): Promise<ObligationSums>;
}
