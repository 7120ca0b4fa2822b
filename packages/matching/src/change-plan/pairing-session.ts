import { checkPairing } from "../check-pairing/check-pairing.js";
import { checkNewcomer } from "../check-pairing/check-newcomer.js";
import { expectCount, expectIndex, expectInterval } from "../check-pairing/expect-counts.js";
import { findEdge } from "../check-pairing/find-edge.js";
import { wholeNumber } from "../check-pairing/pairing-from-pairs.js";
import { MatchingError } from "../errors.js";
import { findShortage, lookForShortage } from "../explain-shortage/find-shortage.js";
import { repricePair } from "../solve-pairing/backward-paths.js";
import type { PairingAnswer, PairingProblem } from "../solve-pairing/pairing-problem.js";
import type { Residual } from "../solve-pairing/residual.js";
import { restoreColumn, restoreRow } from "../solve-pairing/restore-slackness.js";
import { searchesOf, settleLocally, type Searches } from "../solve-pairing/settle-locally.js";
import { isSettled, planOf, solveResidual } from "../solve-pairing/solve-pairing.js";
import { trimPlaces } from "../solve-pairing/trim-places.js";
import { isRoster } from "../solve-roster/solve-roster.js";
import { withColumn, withColumnLimits, withoutForbidden, withRow, type NewPair } from "./grow-pairing.js";
import { KeptSums } from "./kept-sums.js";
import { countNear } from "./near-pairs.js";
import { resumeResidual } from "./resume-residual.js";
import { serveWhatCan } from "./serve-what-can.js";
import { WithdrawAndReturn } from "./withdraw-and-return.js";

/**
 * A plan that is kept optimal while the world changes: someone withdraws or comes back, a pair is forbidden or allowed, a cost or a count changes.
 * The duals of the last optimum are kept, so that a change costs one early-stopped search per freed unit instead of a full solve. After each change
 * the plan is as good as a fresh solve's, with a certificate. A change that leaves no plan keeps what can be kept; a later change may heal it. Rosters
 * whose columns could take two rows that fall together are planned anew instead (planPeople with the plan before).
 *
 * Invariant after opening and after every change, with a plan or without: counts taken and given lie within the bounds as they are now, every balance is
 * what is held less what is counted, and the duals are feasible and complementary to that. With u and p counted from the zero node: a pair left out has
 * c + p − u ≥ 0, a pair used has ≤ 0; a row below its maximum has u ≥ 0, above its minimum u ≤ 0; a column's p is at most the step of its next place
 * while it may give one more, and at least that of its last while it may give one less. So once all balances are zero the certificate closes by itself.
 *
 * `near` is how many of everyone's cheapest pairs a withdrawal looks at first, 0 for no such lists; it follows from the problem's density if left out.
 *
 * @throws MatchingError as checkPairing when opened and as expectCount for `near`, fallTogether for such a roster and for a change that would make it one, unknownPair for a pair the problem does not list, outOfRange for a row or column it does not have, sumTooLarge
 */
export class PairingSession {
  private net: Residual;
  private searches: Searches;
  private whole: PairingProblem;
  private quick: WithdrawAndReturn | undefined;
  private sums: KeptSums;
  private readonly open = new Set<number>();

  constructor(
    problem: PairingProblem,
    private readonly near?: number,
  ) {
    if (near !== undefined) expectCount("near", near);
    expectPlain(problem);
    this.whole = copyOf(problem);
    this.sums = new KeptSums(this.whole);
    this.net = openResidual(this.whole);
    this.searches = searchesOf(this.net);
    this.noteOpen();
  }

  /** Cost of the plan held now. */
  get objective(): number {
    return this.net.spent;
  }

  /** True unless the changes so far leave no plan. */
  get isSolved(): boolean {
    return this.open.size === 0;
  }

  /** The network itself, for explanations; not to be changed. */
  get network(): Residual {
    return this.net;
  }

  /** The problem as it is after all changes; forbidden pairs are left out, so edges are numbered anew. */
  get problem(): PairingProblem {
    return this.net.used.includes(2) ? withoutForbidden(this.whole, this.net.used) : this.whole;
  }

  /** Plan or shortage for `problem` as it is now. O(m). */
  answer(): PairingAnswer {
    if (!this.isSolved) return findShortage(this.problem);
    const plan = planOf(this.net, this.whole);
    if (!this.net.used.includes(2)) return plan;
    const rank = new Int32Array(this.net.used.length);
    let allowed = 0;
    this.net.used.forEach((state, e) => (rank[e] = state === 2 ? -1 : allowed++));
    return { ...plan, chosen: plan.chosen.map((e) => rank[e]!) };
  }

  /** The columns row i is paired with now, rising. @throws MatchingError outOfRange */
  partnersOf(row: number): number[] {
    expectIndex("row", row, this.whole.rows);
    const { start, column } = this.net.problem;
    const partners: number[] = [];
    for (let e = start[row]!; e < start[row + 1]!; e++) if (this.net.used[e] === 1) partners.push(column[e]!);
    return partners.sort((a, b) => a - b);
  }

  /** Row i may now have between min and max partners; 0 and 0 is a withdrawal. */
  setRow(row: number, min: number, max: number): boolean {
    expectIndex("row", row, this.whole.rows);
    expectInterval(`row ${row}`, min, max);
    this.sums.expectFit(this.whole, { units: max - this.whole.rowMax[row]! });
    this.whole.rowMin[row] = min;
    this.whole.rowMax[row] = max;
    const { problem, taken } = this.net;
    const before = problem.rowMax[row]!;
    problem.rowMin[row] = min;
    problem.rowMax[row] = Math.max(min, Math.min(max, problem.start[row + 1]! - problem.start[row]!));
    this.net.widenRow(row, problem.rowMax[row]!);
    if (this.isSolved && max === 0) return this.note(this.chain().withdrawRow(row));
    if (this.isSolved && before === 0 && taken[row] === 0) return this.note(this.chain().returnRow(row));
    return this.reopen([row], []);
  }

  /** Column j may now have between min and max partners; 0 and 0 is a withdrawal. O(m) where it grows beyond the places it had, or has step costs. */
  setColumn(column: number, min: number, max: number): boolean {
    expectIndex("column", column, this.whole.columns);
    expectInterval(`column ${column}`, min, max);
    const { placeStart, problem, given } = this.net;
    if (this.whole.step !== undefined || max > placeStart[column + 1]! - placeStart[column]!)
      return this.resume(withColumnLimits(this.whole, column, min, max));
    const before = problem.columnMax[column]!;
    for (const { columnMin, columnMax } of [this.whole, problem]) {
      columnMin[column] = min;
      columnMax[column] = max;
    }
    if (this.isSolved && max === 0) return this.note(this.chain().withdrawColumn(column));
    if (this.isSolved && before === 0 && given[column] === 0) return this.note(this.chain().returnColumn(column));
    const freed = this.holdersOf(column);
    for (const e of freed.edges) this.net.release(e);
    return this.reopen(freed.rows, [column]);
  }

  /** Someone arrives on the row side, as the last row. O(m). */
  addRow(pairs: readonly NewPair[], min = 1, max = min): boolean {
    checkNewcomer("row", pairs, this.whole.columns, min, max);
    return this.resume(withRow(this.whole, pairs, min, max));
  }

  /** Someone arrives on the column side, as the last column. O(m). */
  addColumn(pairs: readonly NewPair[], min = 0, max = 1): boolean {
    checkNewcomer("column", pairs, this.whole.rows, min, max);
    return this.resume(withColumn(this.whole, pairs, min, max));
  }

  /** The pair may no longer be used. */
  forbid(row: number, column: number): boolean {
    const e = this.edgeOf(row, column);
    if (this.net.used[e] === 1) this.net.release(e);
    this.net.used[e] = 2;
    return this.reopen([row], [column]);
  }

  /** A forbidden pair may be used again. */
  allow(row: number, column: number): boolean {
    const e = this.edgeOf(row, column);
    if (this.net.used[e] === 2) this.net.used[e] = 0;
    return this.reopen([row], [column]);
  }

  /** The pair now costs something else. */
  setCost(row: number, column: number, cost: number): boolean {
    const e = this.edgeOf(row, column);
    wholeNumber("cost", cost);
    this.sums.expectFit(this.whole, { edge: e, cost });
    if (this.net.used[e] === 1) this.net.release(e);
    this.whole.cost[e] = cost;
    repricePair(this.searches.pairs, column, e, cost);
    this.quick?.reprice(row, column);
    return this.reopen([row], [column]);
  }

  /** Withdrawals and returns one by one; they count from the zero node, which other changes may have moved. */
  private chain(): WithdrawAndReturn {
    const { potential, zero } = this.net;
    const level = potential[zero]!;
    if (level !== 0) for (let v = 0; v <= zero; v++) potential[v]! -= level;
    this.quick ??= new WithdrawAndReturn(this.net, this.searches.pairs, this.near ?? countNear(this.net.problem));
    return this.quick;
  }

  private note(unbalanced: readonly number[]): boolean {
    for (const v of unbalanced) this.open.add(v);
    if (unbalanced.length > 0) this.open.add(this.net.zero);
    return this.isSolved;
  }

  private reopen(rows: readonly number[], columns: readonly number[]): boolean {
    const { net } = this;
    const near = new Set(columns);
    for (const i of rows) for (const j of this.partnersOf(i)) near.add(j);
    for (const i of rows) {
      net.balance[net.zero]! += net.taken[i]!;
      restoreRow(net, i);
      this.open.add(i);
    }
    for (const j of near) {
      net.balance[net.zero]! -= net.given[j]!;
      restoreColumn(net, j);
      this.open.add(net.problem.rows + j);
    }
    this.open.add(net.zero);
    return settleLocally(net, this.searches, this.open);
  }

  private resume(whole: PairingProblem): boolean {
    expectPlain(whole);
    this.whole = whole;
    this.sums = new KeptSums(whole);
    this.net = resumeResidual(this.net, whole);
    this.searches = searchesOf(this.net);
    this.quick = undefined;
    this.noteOpen();
    return this.isSolved;
  }

  private noteOpen(): void {
    this.open.clear();
    if (!isSettled(this.net)) this.net.balance.forEach((units, v) => units !== 0 && this.open.add(v));
  }

  private holdersOf(column: number): { edges: number[]; rows: number[] } {
    const first = this.net.placeStart[column]!;
    const last = first + this.net.count[column]!;
    return { edges: [...this.net.holderEdge.subarray(first, last)], rows: [...this.net.holderRow.subarray(first, last)] };
  }

  private edgeOf(row: number, column: number): number {
    expectIndex("row", row, this.whole.rows);
    const edge = findEdge(this.whole, row, column);
    if (edge === undefined) throw new MatchingError("unknownPair", "pair", { row, column });
    return edge;
  }
}

/** An optimal plan, or, where there is none, as much of one as there can be: the exact finish would take seconds in vain. */
function openResidual(problem: PairingProblem): Residual {
  let isHopeless = false;
  const net = solveResidual(problem, () => (isHopeless = lookForShortage(problem) !== undefined));
  return isHopeless ? serveWhatCan(trimPlaces(problem)) : net;
}

/** Refuses what is not well formed, and rosters, which a session cannot keep. */
function expectPlain(problem: PairingProblem): void {
  checkPairing(problem);
  if (isRoster(problem)) throw new MatchingError("fallTogether", "together");
}

function copyOf(problem: PairingProblem): PairingProblem {
  const { cost, rowMin, rowMax, columnMin, columnMax } = problem;
  return { ...problem, cost: cost.slice(), rowMin: rowMin.slice(), rowMax: rowMax.slice(), columnMin: columnMin.slice(), columnMax: columnMax.slice() };
}
