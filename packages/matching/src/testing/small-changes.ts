import fc from "fast-check";
import type { PairingSession } from "../change-plan/pairing-session.js";
import { codeOf } from "./code-of.js";

/** One random change of a session; the numbers are cut down to what the session has. */
export interface SmallChange {
  readonly kind: "row" | "column" | "forbid" | "allow" | "cost" | "addRow" | "addColumn";
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Series of one to eight changes of every kind. */
export function smallChanges(): fc.Arbitrary<SmallChange[]> {
  const kind = fc.constantFrom<SmallChange["kind"]>("row", "column", "forbid", "allow", "cost", "addRow", "addColumn");
  return fc.array(fc.record({ kind, a: fc.nat(1000), b: fc.nat(1000), c: fc.nat(60) }), { minLength: 1, maxLength: 8 });
}

/** Makes one such change; false if the session refused it, as some row would fall together with another at a column that takes both. */
export function applyChange(session: PairingSession, change: SmallChange): boolean {
  const code = codeOf(() => makeChange(session, change));
  if (code !== undefined && code !== "fallTogether") throw new Error(`a change was refused: ${code}`);
  return code === undefined;
}

function makeChange(session: PairingSession, { kind, a, b, c }: SmallChange): void {
  const { rows, columns, start, column } = session.network.problem;
  const min = c % 3;
  if (kind === "row") session.setRow(a % rows, min % 2, min);
  else if (kind === "column") session.setColumn(a % columns, min % 2, min + (b % 3));
  else if (kind === "addRow") session.addRow([[b % columns, c]], min % 2, 1);
  else if (kind === "addColumn")
    session.addColumn(
      Array.from(new Set([a % rows, b % rows]), (row) => [row, c] as const),
      0,
      min,
    );
  else if (column.length > 0) {
    const e = a % column.length;
    const row = start.findIndex((first) => first > e) - 1;
    if (kind === "forbid") session.forbid(row, column[e]!);
    else if (kind === "allow") session.allow(row, column[e]!);
    else session.setCost(row, column[e]!, c - 20);
  }
}

/** Someone withdraws, or comes back for up to `max` partners. */
export interface SmallAbsence {
  readonly isRow: boolean;
  readonly who: number;
  readonly isBack: boolean;
  readonly max: number;
}

/** Series of one to twelve withdrawals and returns. */
export function smallAbsences(): fc.Arbitrary<SmallAbsence[]> {
  return fc.array(fc.record({ isRow: fc.boolean(), who: fc.nat(1000), isBack: fc.boolean(), max: fc.nat(3) }), { minLength: 1, maxLength: 12 });
}

/** Makes one such withdrawal or return; a return for two places is refused as above. */
export function applyAbsence(session: PairingSession, { isRow, who, isBack, max }: SmallAbsence): void {
  const { rows, columns } = session.network.problem;
  const most = isBack ? max : 0;
  if (isRow) session.setRow(who % rows, Math.min(1, most), most);
  else if (codeOf(() => session.setColumn(who % columns, Math.min(1, most), most)) === "fallTogether") session.setColumn(who % columns, 1, 1);
}
