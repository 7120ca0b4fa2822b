import { PairingSession } from "@lianxin/matching/change";
import { explainPair, type Move } from "@lianxin/matching/integers";
import { compileSide, type CompiledSide } from "./compile-side.js";
import { rowsOfEdges } from "./edges.js";
import type { Because, PairFacts, Side } from "./pair-facts.js";
import { priceMoves } from "./price-moves.js";

/** Another cadre for an elder: why, how much dearer than now, and which other elders would get another cadre for it. */
export interface Alternative {
  readonly cadreId: string;
  readonly because: Because;
  readonly costMore: number;
  readonly others: readonly { readonly elderId: string; readonly cadreId: string }[];
}

/** What the moves really cost, without the price on changes: pairs and further places. */
function trueCost({ problem }: CompiledSide, chosen: ReadonlySet<number>, moves: readonly Move[], edgeOf: (move: Move) => number): number {
  const load = new Int32Array(problem.columns);
  for (const e of chosen) load[problem.column[e]!]!++;
  const stepAt = new Int32Array(problem.columns);
  for (let j = 1; j < problem.columns; j++) stepAt[j] = stepAt[j - 1]! + problem.columnMax[j - 1]!;
  let sum = 0;
  for (const move of moves) sum += (move.joins ? 1 : -1) * problem.cost[edgeOf(move)]!;
  const after = load.slice();
  for (const { column, joins } of moves) after[column]! += joins ? 1 : -1;
  for (let j = 0; j < problem.columns; j++) {
    for (let k = load[j]!; k < after[j]!; k++) sum += problem.step![stepAt[j]! + k]!;
    for (let k = after[j]!; k < load[j]!; k++) sum -= problem.step![stepAt[j]! + k]!;
  }
  return sum;
}

/** Whoever was chosen by hand for this elder may be changed by hand. */
const unpinned = (facts: PairFacts, side: Side, elderId: string): PairFacts => ({
  ...facts,
  held: { ...facts.held, [side]: facts.held[side].map((pair) => (pair.elderId === elderId ? { ...pair, isPinned: false } : pair)) },
});

/**
 * Every other cadre an elder may have as things stand, the cheapest first, each at its true price: with everybody else staying where they are unless that
 * is impossible. One solve, then a search for each cadre of the township.
 */
export function priceAlternatives(facts: PairFacts, side: Side, elderId: string, primaryOf?: ReadonlyMap<string, string>): Alternative[] {
  const compiled = compileSide(unpinned(facts, side, elderId), side, primaryOf);
  const { problem, elders, cadres, because } = compiled;
  const row = elders.findIndex(({ id }) => id === elderId);
  if (row < 0) return [];
  const session = new PairingSession(priceMoves(compiled));
  const rowOf = rowsOfEdges(problem.start);
  const edges = new Map(Array.from(problem.column, (j, e) => [rowOf[e]! * problem.columns + j, e]));
  const edgeOf = (move: Pick<Move, "row" | "column">): number => edges.get(move.row * problem.columns + move.column)!;
  const chosen = new Set<number>();
  session.network.used.forEach((used, e) => used === 1 && chosen.add(e));
  const found: Alternative[] = [];
  for (let e = problem.start[row]!; e < problem.start[row + 1]!; e++) {
    const column = problem.column[e]!;
    if (column === cadres.length || chosen.has(e)) continue;
    const told = explainPair(session.network, row, column);
    if (told.inPlan || !told.with) continue;
    const { moves } = told.with;
    const others = moves.filter((move) => move.joins && move.row !== row);
    if (others.some((move) => move.column === cadres.length)) continue;
    found.push({
      cadreId: cadres[column]!.id,
      because: because[e - row]!,
      costMore: trueCost(compiled, chosen, moves, edgeOf),
      others: others.map((move) => ({ elderId: elders[move.row]!.id, cadreId: cadres[move.column]!.id })),
    });
  }
  return found.sort((a, b) => a.costMore - b.costMore || (a.cadreId < b.cadreId ? -1 : 1));
}
